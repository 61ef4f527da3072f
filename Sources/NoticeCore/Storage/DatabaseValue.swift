/// A value on its way into or out of the database: the four column words of the seam, and NULL.
enum DatabaseValue: Equatable, Sendable {
    case null
    case text(String)
    case integer(Int64)
    case double(Double)
    case bytes([UInt8])
}

extension DatabaseValue {
    static func id<Entity>(_ id: EntityID<Entity>) -> DatabaseValue { .text(id.text) }
    static func id<Entity>(_ id: EntityID<Entity>?) -> DatabaseValue { id.map { .text($0.text) } ?? .null }
    static func slug<Entity>(_ slug: Slug<Entity>) -> DatabaseValue { .text(slug.text) }
    static func slug<Entity>(_ slug: Slug<Entity>?) -> DatabaseValue { slug.map { .text($0.text) } ?? .null }
    static func moment(_ moment: Moment) -> DatabaseValue { .integer(moment.milliseconds) }
    static func moment(_ moment: Moment?) -> DatabaseValue { moment.map { .integer($0.milliseconds) } ?? .null }
    static func day(_ day: SchoolDay) -> DatabaseValue { .text(day.text) }
    static func day(_ day: SchoolDay?) -> DatabaseValue { day.map { .text($0.text) } ?? .null }
    static func digest(_ digest: Digest) -> DatabaseValue { .bytes(digest.bytes) }
    static func int(_ number: Int) -> DatabaseValue { .integer(Int64(number)) }
    static func int(_ number: Int?) -> DatabaseValue { number.map { .integer(Int64($0)) } ?? .null }
    static func flag(_ flag: Bool) -> DatabaseValue { .integer(flag ? 1 : 0) }
    static func text(_ text: String?) -> DatabaseValue { text.map { .text($0) } ?? .null }
    static func lines(_ lines: [String]) -> DatabaseValue { .text(lines.joined(separator: "\n")) }
    static func word<Word: RawRepresentable<String>>(_ word: Word) -> DatabaseValue { .text(word.rawValue) }
}
