/// The words in calendars and digests, in the reader's language.
///
/// What stands in a SUMMARY (中止, 変更, 【締切】 …) is the format of PRODUCT and the same in every language, so that families
/// who talk about an item see the same title; the words around it are the reader's own.
struct FeedWords {
    let language: Language

    func pick(_ ja: String, _ en: String, _ simple: String) -> String {
        switch language {
        case .ja: ja
        case .en: en
        case .yasashii: simple
        }
    }

    func calendarName(_ audience: String) -> String {
        let name = pick("学校の予定", "School dates", "がっこうの よてい")
        guard !audience.isEmpty else { return name }
        return language == .en ? "\(name) \(audience)" : "\(audience) \(name)"
    }

    var changed: String { pick("変更前", "Before", "まえの よてい") }
    var hours: String { pick("時間", "Time", "じかん") }
    var reception: String { pick("受付", "Reception", "うけつけ") }
    var thingsToBring: String { pick("持ち物", "Bring", "もってくるもの") }
    var rainDates: String { pick("予備日", "Rain date", "あめのときの ひ") }
    var groups: String { pick("対象", "For", "だれ") }
    var tentative: String { pick("予定（変わることがあります）", "Planned; may change", "よてい（かわる ことが あります）") }
    var approximate: String { pick("日にちは未定です（この期間のうち）", "The day is not fixed yet", "ひは まだ きまって いません") }
    var cancelled: String { pick("中止になりました", "Called off", "なく なりました") }
    var rainDateOf: String { pick("雨などのときの予備の日です", "Kept free in case of bad weather", "あめの ときの ための ひです") }
    var original: String {
        pick("原本は紙・学校のアプリで", "The paper or the school's app is the original", "もとの おてがみは かみか アプリで みて ください")
    }

    var endedTitle: String { pick("このカレンダーは止められました", "This calendar has been stopped", "この カレンダーは とまりました") }
    var endedText: String {
        pick(
            "このカレンダーはご家庭で止められたか、お子さんの卒業で終わりました。端末のカレンダー設定から削除してください。続けて使うときは、ご家庭のページで新しいカレンダーを作ってください。",
            "Your household stopped this calendar, or your child has left the school. Remove it from your calendar app. To go on, make a new one on your household's page.",
            "この カレンダーは とまりました。スマホの カレンダーから けして ください。また つかう ときは、ごかていの ページで あたらしく つくって ください。"
        )
    }

    /// What a group is called: the school's own name, or the usual one.
    func group(_ group: String, at school: School?) -> String {
        if let name = school?.groupNames[group] { return name }
        let parts = group.split(separator: ":", maxSplits: 1).map(String.init)
        let detail = parts.count == 2 ? parts[1] : ""
        switch parts.first {
        case "special_support": return pick("特別支援学級", "Special support class", "とくべつしえん がっきゅう")
        case "parents": return pick("保護者", "Parents", "おうちの ひと")
        case "applicants": return pick("希望者・該当者", "Those concerned", "きぼうする ひと")
        case "helpers": return pick("お手伝いの方", "Helpers", "おてつだいの ひと")
        case "multi_school": return pick("合同", "Several schools", "ほかの がっこうも いっしょ")
        case "pta_committee", "committee": return detail.isEmpty ? pick("委員会", "Committee", "いいんかい") : detail
        case "club": return detail.isEmpty ? pick("部活動", "Club", "ぶかつ") : detail
        case "area": return detail.isEmpty ? pick("地区", "Area", "ちく") : detail
        default: return group
        }
    }
}
