extension WeekDigest {
    /// The digest as plain text, made to be pasted into a chat: no links, no secrets, short lines.
    public func text() -> String {
        let words = FeedWords(language: language)
        var lines = ["\(words.title)　\(audience)　\(Self.span(week, language))"]
        if !closures.isEmpty { lines += ["", "■" + words.closures] + closures.map(Self.line) }
        if !deadlines.isEmpty {
            lines += ["", "■" + words.deadlines]
            lines += deadlines.map { item in
                Self.line(item) + (item.daysLeft.map { "【\(words.daysLeft($0))】" } ?? "")
            }
        }
        if !changes.isEmpty {
            lines += ["", "■" + words.changes]
            lines += changes.map { "・\($0.title)\($0.item.map { "（\($0.label)）" } ?? "")：\($0.text)" }
        }
        for (index, part) in weeks.enumerated() {
            lines += ["", "■\(index == 0 ? words.thisWeek : words.nextWeek)（\(Self.span(part.week, language))）"]
            if part.isEmpty {
                lines.append(index == 0 ? words.emptyWeek(lastConfirmed) : "—")
            } else {
                lines += part.days.flatMap { day in day.items.map { Self.line($0, on: day.day, language) } }
            }
        }
        if !thingsToBring.isEmpty {
            lines += ["", "■" + words.thingsToBring]
            lines += thingsToBring.map {
                "・\(DayText.short($0.day, language)) \($0.title)（\($0.label)）：\($0.things.joined(separator: "、"))"
            }
        }
        let confirmed = lastConfirmed.map { DayText.short($0, language) } ?? "—"
        lines += ["", "\(words.lastConfirmed) \(confirmed)", words.original]
        lines.append(associationNames.map(\.text).joined(separator: "・"))
        return lines.joined(separator: "\n") + "\n"
    }

    private static func span(_ week: Week, _ language: Language) -> String {
        "\(DayText.short(week.firstDay, language))〜\(DayText.short(week.lastDay, language))"
    }

    private static func line(_ item: DigestItem) -> String {
        "・\(item.when) \(item.title)（\(item.label)）"
    }

    private static func line(_ item: DigestItem, on day: SchoolDay, _ language: Language) -> String {
        let words = FeedWords(language: language)
        var mark = ""
        if item.isRainDate { mark = "【\(words.rainDates)】" }
        if item.status == .cancelled { mark = "【\(words.calledOff)】" }
        if let change = item.change { mark = "【\(change)】" }
        if item.kind == .deadline, !item.isRainDate { mark += "【\(words.deadlines)】" }
        if item.kind == .closure, !item.isRainDate { mark += "【\(words.closures)】" }
        let time = item.time.map { " " + $0 } ?? ""
        let place = item.place.map { " \($0)" } ?? ""
        return "・\(DayText.short(day, language))\(time) \(mark)\(item.title)（\(item.label)）\(place)"
    }
}
