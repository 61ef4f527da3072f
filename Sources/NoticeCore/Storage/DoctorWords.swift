/// What `doctor` says, in the reader's language.
struct DoctorWords {
    let language: Language

    private func pick(_ ja: String, _ en: String, _ simple: String) -> String {
        switch language {
        case .ja: ja
        case .en: en
        case .yasashii: simple
        }
    }

    var setClock: String {
        pick("時計を合わせてください（timedatectl）", "Set the clock (timedatectl)", "とけいを あわせて ください（timedatectl）")
    }
    var installTimeZones: String {
        pick("Debian の tzdata を入れてください", "Install Debian's tzdata", "Debian の tzdata を いれて ください")
    }
    var onlyOwnerReads: String {
        pick("この利用者だけが読めます", "Only this user can read the data", "この ひとだけが よめます")
    }
    var plainHTTP: String {
        pick(
            "http はこのパソコンで試すときだけにしてください", "Plain http is for trying out on this machine only",
            "http は ためす ときだけに して ください"
        )
    }
    var noAnswer: String {
        pick(
            "データベースが答えません。サーバーの記録を見てください", "The database does not answer; see the server's log",
            "データが こたえません。サーバーの きろくを みて ください"
        )
    }
    var durable: String {
        pick("書き込みはディスクに届いてから答えます", "Every answer waits for the disk", "かいた ものは かならず のこります")
    }
    var notDurable: String {
        pick("書き込みがディスクを待っていません", "The disk is not waited for", "かいた ものが きえるかも しれません")
    }

    var readsLetters: String {
        pick("PDF・画像・Word・Excel を読めます", "PDFs, pictures, Word and Excel can be read", "PDF・しゃしん・Word・Excel を よめます")
    }
    var noSandbox: String {
        pick(
            "ファイルを安全に開けません（この機械は unshare -rn を許していません）",
            "Files cannot be opened safely (this machine does not allow unshare -rn)",
            "ファイルを あんぜんに ひらけません（unshare -rn が つかえません）"
        )
    }

    func install(_ tools: [ReadingTool]) -> String {
        let names = tools.map(\.rawValue).joined(separator: ", ")
        let command = "sudo apt install \(ReadingTool.packages(of: tools))"
        return pick(
            "\(names) がありません（\(command)）", "\(names) missing: \(command)", "\(names) が ありません（\(command)）"
        )
    }

    func free(_ megabytes: Int, isEnough: Bool) -> String {
        if isEnough { return pick("空き \(megabytes) MB", "\(megabytes) MB free", "あき \(megabytes) MB") }
        return pick(
            "空き \(megabytes) MB。いらないファイルを消してください", "\(megabytes) MB free: make room, writing stops at 0",
            "あき \(megabytes) MB。いらない ファイルを けして ください"
        )
    }

    func othersRead(_ names: [String]) -> String {
        let list = names.joined(separator: ", ")
        return pick(
            "ほかの人も読めます：\(list)（chmod go-rwx）", "Others can read \(list): chmod go-rwx",
            "ほかの ひとも よめます：\(list)（chmod go-rwx）"
        )
    }

    func harmless(_ defect: String) -> String {
        pick(
            "（\(defect) の不具合がある版。書き込みを一つにしているので害はありません）",
            "(\(defect) defect: kept harmless by one writing connection)",
            "（\(defect) の もんだいが ある ばん。しんぱいは ありません）"
        )
    }
}
