extension Flaw {
    /// What is wrong and what to do, in the reader's language; names the value, never an internal.
    public func message(in language: Language) -> String {
        let (ja, en, simple) = words
        return switch language {
        case .ja: ja
        case .en: en
        case .yasashii: simple
        }
    }

    private var words: (ja: String, en: String, simple: String) {
        switch code {
        case .missing:
            ("入力されていません。", "This is missing. Fill it in.", "ここが かいて ありません。かいて ください。")
        case .malformed:
            ("書き方が違います：「\(value)」", "Not in the expected form: “\(value)”", "かきかたが ちがいます：「\(value)」")
        case .tooLong:
            ("長すぎます。\(value)文字までにしてください。", "Too long: at most \(value) characters.", "ながすぎます。\(value)もじ までに してください。")
        case .controlCharacter:
            ("見えない制御文字が入っています。消してください。", "It contains control characters. Remove them.", "みえない もじが はいっています。けして ください。")
        case .impossibleDate:
            ("「\(value)」という日付はありません。", "There is no such date: “\(value)”", "「\(value)」という ひは ありません。")
        case .impossibleTime:
            ("「\(value)」という時刻はありません。", "There is no such time: “\(value)”", "「\(value)」という じかんは ありません。")
        case .dateOutOfRange:
            (
                "「\(value)」は今の年度から離れすぎています。年を確かめてください。",
                "“\(value)” is too far from this school year. Check the year.",
                "「\(value)」は いまの としから とおすぎます。としを たしかめて ください。"
            )
        case .weekdayMismatch:
            ("日付と曜日が合いません：\(value)", "Date and weekday disagree: \(value)", "ひにちと ようびが あいません：\(value)")
        case .endBeforeStart:
            ("終わりが始まりより前です。", "It ends before it starts.", "おわりが はじまりより まえです。")
        case .unknownGrade:
            ("この学校にない学年です：「\(value)」", "The school has no such grade: “\(value)”", "この がっこうに ない がくねんです：「\(value)」")
        case .unknownClass:
            ("この学校にない学級です：「\(value)」", "The school has no such class: “\(value)”", "この がっこうに ない クラスです：「\(value)」")
        case .unknownSchool:
            ("登録されていない学校です：「\(value)」", "There is no such school: “\(value)”", "とうろくされていない がっこうです：「\(value)」")
        case .schoolRequired:
            (
                "学校が複数あります。どの学校かを選んでください（--school）：\(value)",
                "There are several schools; choose one (--school): \(value)", "がっこうを えらんで ください：\(value)"
            )
        case .unknownKind:
            (
                "種別が分かりません：「\(value)」。行事・締切・休業・情報のどれかにしてください。",
                "Unknown kind “\(value)”. Use event, deadline, closure or information.", "しゅるいが わかりません：「\(value)」"
            )
        case .unknownStatus:
            (
                "状態が分かりません：「\(value)」。確定・予定・中止のどれかにしてください。",
                "Unknown status “\(value)”. Use confirmed, tentative or cancelled.", "じょうたいが わかりません：「\(value)」"
            )
        case .unknownOption:
            ("選べない値です：「\(value)」", "Not one of the choices: “\(value)”", "えらべない ことばです：「\(value)」")
        case .unknownEvent:
            ("この予定は登録されていません：「\(value)」", "There is no such event: “\(value)”", "この よていは ありません：「\(value)」")
        case .unknownAttachment:
            (
                "ファイルが届いていません。もう一度添付してください。", "The file was not uploaded. Attach it again.",
                "ファイルが とどいていません。もういちど つけて ください。"
            )
        case .missingColumn:
            (
                "「\(value)」の列がありません。別の見出しの列なら、--column 見出し=\(value) と教えてください。",
                "The column “\(value)” is missing. If it bears another heading, say --column HEADING=\(value).",
                "「\(value)」の れつが ありません。ほかの なまえの れつなら --column なまえ=\(value) と かいて ください。"
            )
        case .duplicateColumn:
            ("「\(value)」の列が二つあります。", "The column “\(value)” stands there twice.", "「\(value)」の れつが ふたつ あります。")
        case .unknownColumn:
            (
                "「\(value)」の列は読みません。読ませるには --column '\(value)=欄の名前'（例：--column '\(value)=場所'）。",
                "The column “\(value)” is not read. To have it read: --column '\(value)=NAME', such as 場所 or place.",
                "「\(value)」の れつは よみません。よむときは --column '\(value)=場所' のように かいて ください。"
            )
        case .duplicateRow:
            (
                "同じ行事が二度書かれています：「\(value)」", "The same event stands there twice: “\(value)”",
                "おなじ よていが にかい あります：「\(value)」"
            )
        case .wrongCellCount:
            (
                "この行の列の数が見出しと違います（\(value)）。", "This row has another number of cells than the header (\(value)).",
                "この ぎょうの れつの かずが ちがいます（\(value)）。"
            )
        case .tooMany:
            ("多すぎます。\(value)までにしてください。", "Too many: at most \(value).", "おおすぎます。\(value)までに してください。")
        case .outOfRange:
            ("決められた範囲（\(value)）にありません。", "Outside the range \(value).", "きめられた はんい（\(value)）では ありません。")
        case .mistypedCode:
            (
                "番号の打ちまちがいのようです。登録カードをもう一度見て入れてください。",
                "The code seems mistyped. Look at the slip again and re-enter it.",
                "ばんごうが ちがうようです。カードを もういちど みて ください。"
            )
        case .emptyFile:
            ("ファイルが空です。", "The file is empty.", "ファイルの なかが ありません。")
        case .unsupportedLayout:
            (
                "この形の表としては読めません：\(value)。--layout を確かめてください。",
                "This is no table of that layout: \(value). Check --layout.",
                "この かたちの ひょうとしては よめません：\(value)。--layout を みて ください。"
            )
        case .associationRequired:
            (
                "複数の会に登録されています。どの会かを選んでください（--association）：\(value)",
                "You belong to several associations; choose one (--association): \(value)", "かいを えらんで ください：\(value)"
            )
        case .encryptedDocument:
            (
                "パスワードがかかっています。外して保存し直してください。", "It is locked with a password. Save it without one.",
                "パスワードが かかっています。はずして ほぞんして ください。"
            )
        case .corruptDocument:
            (
                "壊れているため読めません。開いて保存し直すか、PDFにしてください。",
                "It is damaged. Open it and save it again, or save it as a PDF.",
                "こわれていて よめません。もういちど ほぞんするか、PDFに して ください。"
            )
        case .tooDemanding:
            (
                "読み取りに時間や容量がかかりすぎます。印刷の画面からPDFに保存し直してください。",
                "Reading it takes too much time or space. Save it as a new PDF from the print dialogue.",
                "よむのに じかんが かかりすぎます。PDFに ほぞんしなおして ください。"
            )
        case .schoolYearRequired, .schoolYearMismatch, .schoolYearInferred, .weekdaysOfOtherYear, .noHoliday,
            .nothingAbove, .rainDateWithoutEvent, .timeUnread, .gradesOpen:
            wordsOfYearPlans
        }
    }
}
