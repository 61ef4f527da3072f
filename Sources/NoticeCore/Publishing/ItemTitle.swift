/// The title of an item in a calendar: `[中止 | 変更 M/D→M/D ][【締切】|【休み】]title（label）` (PRODUCT, "What a feed looks like").
enum ItemTitle {
    static func text(of event: PublishedEvent, label: String, on today: SchoolDay) -> String {
        prefix(of: event, on: today) + kindMark(event.content.kind) + event.content.title + "（\(label)）"
    }

    static func rainDateText(of event: PublishedEvent, label: String) -> String {
        "予備日 " + event.content.title + "（\(label)）"
    }

    /// The change that is still told: until the event's last day has passed.
    static func shownChange(of event: PublishedEvent, on today: SchoolDay) -> VisibleChange? {
        event.content.status != .cancelled && event.content.lastDay >= today ? event.change : nil
    }

    private static func prefix(of event: PublishedEvent, on today: SchoolDay) -> String {
        if event.content.status == .cancelled { return "中止 " }
        return shownChange(of: event, on: today).map { FeedWords(language: .ja).change($0, to: event.content) + " " }
            ?? ""
    }

    private static func kindMark(_ kind: EventKind) -> String {
        switch kind {
        case .deadline: "【締切】"
        case .closure: "【休み】"
        case .event, .information: ""
        }
    }
}
