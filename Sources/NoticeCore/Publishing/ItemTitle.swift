/// The title of an item in a calendar: `[中止 | 変更 M/D→M/D ][【締切】|【休み】]title（label）` (PRODUCT, "What a feed looks like").
enum ItemTitle {
    static func text(of event: PublishedEvent, label: String, on today: SchoolDay) -> String {
        prefix(of: event, on: today) + kindMark(event.content.kind) + event.content.title + "（\(label)）"
    }

    static func rainDateText(of event: PublishedEvent, label: String) -> String {
        "予備日 " + event.content.title + "（\(label)）"
    }

    /// `変更 5/23→5/30`, or `変更 5/23` when only time or place moved.
    static func changeText(of event: PublishedEvent, on today: SchoolDay) -> String? {
        guard let change = event.change, event.content.status != .cancelled, event.content.lastDay >= today else {
            return nil
        }
        let new = event.content.firstDay
        return change.oldDay == new
            ? "変更 \(new.monthSlashDay)" : "変更 \(change.oldDay.monthSlashDay)→\(new.monthSlashDay)"
    }

    private static func prefix(of event: PublishedEvent, on today: SchoolDay) -> String {
        if event.content.status == .cancelled { return "中止 " }
        return changeText(of: event, on: today).map { $0 + " " } ?? ""
    }

    private static func kindMark(_ kind: EventKind) -> String {
        switch kind {
        case .deadline: "【締切】"
        case .closure: "【休み】"
        case .event, .information: ""
        }
    }
}
