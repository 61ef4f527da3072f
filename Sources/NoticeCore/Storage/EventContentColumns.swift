/// The columns in which ``EventContent`` stands: alike in drafts, published revisions and imported rows.
enum EventContentColumns {
    private static let names = [
        "title", "kind", "status", "first_day", "last_day", "start_minute", "end_minute", "continuous",
        "date_precision",
        "whole_association", "school_id", "grades", "classes", "groups", "place", "rain_dates", "items",
        "reception_minute", "note",
    ]

    /// For `INSERT`.
    static let list = names.joined(separator: ", ")

    /// For `SELECT` from the table that `alias` stands for.
    static func selected(from alias: String) -> String {
        names.map { "\(alias).\($0) AS \($0)" }.joined(separator: ", ")
    }

    /// `$first, $first+1 …` for `INSERT`.
    static func parameters(from first: Int) -> String {
        names.indices.map { "$\(first + $0)" }.joined(separator: ", ")
    }

    static func values(of content: EventContent) -> [DatabaseValue] {
        [
            .text(content.title), .word(content.kind), .word(content.status), .day(content.firstDay),
            .day(content.lastDay),
            .int(content.start?.minute), .int(content.end?.minute), .flag(content.isContinuous),
            .word(content.precision),
            .flag(content.audience == .wholeAssociation), .slug(content.audience.school),
            .numbers(content.audience.grades), .text(content.audience.classes.map(\.text).joined(separator: ",")),
            .lines(content.groups), .text(content.place), .text(content.rainDates.map(\.text).joined(separator: ",")),
            .lines(content.items), .int(content.reception?.minute), .text(content.note),
        ]
    }

    static func content(from row: Row) throws -> EventContent {
        EventContent(
            title: try row.text("title"), kind: try row.word("kind"), status: try row.word("status"),
            firstDay: try row.day("first_day"), lastDay: try row.day("last_day"),
            start: try row.integerIfAny("start_minute").map(WallTime.init(minute:)),
            end: try row.integerIfAny("end_minute").map(WallTime.init(minute:)),
            isContinuous: try row.flag("continuous"), precision: try row.word("date_precision"),
            audience: try row.audience(), groups: try row.lines("groups"), place: try row.textIfAny("place"),
            rainDates: try row.commaSeparated("rain_dates").compactMap(SchoolDay.init),
            items: try row.lines("items"),
            reception: try row.integerIfAny("reception_minute").map(WallTime.init(minute:)),
            note: try row.textIfAny("note")
        )
    }
}

extension Row {
    func commaSeparated(_ name: String) throws -> [String] {
        try text(name).split(separator: ",").map(String.init)
    }

    func numbers(_ name: String) throws -> [Int] {
        try text(name).split(separator: ",").compactMap { Int($0) }
    }

    /// The columns `whole_association`, `school_id`, `grades` and `classes`.
    func audience() throws -> Audience {
        guard let school = try slugIfAny("school_id", of: School.self) else { return .wholeAssociation }
        return .grades(
            school, try numbers("grades"), classes: try commaSeparated("classes").compactMap { SchoolClass($0) })
    }

    func privacyFlags() throws -> Set<PrivacyFlag> {
        Set(try commaSeparated("privacy_flags").compactMap(PrivacyFlag.init))
    }
}

extension DatabaseValue {
    static func numbers(_ numbers: [Int]) -> DatabaseValue { .text(numbers.map(String.init).joined(separator: ",")) }

    static func flags(_ flags: Set<PrivacyFlag>) -> DatabaseValue {
        .text(flags.map(\.rawValue).sorted().joined(separator: ","))
    }
}
