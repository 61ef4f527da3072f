import Hummingbird
import NoticeCore

/// The query of a request, read strictly: what is there must be right.
struct Query {
    private let parameters: Parameters

    init(_ request: Request) {
        parameters = request.uri.queryParameters
    }

    func text(_ name: String) -> String? {
        parameters[Substring(name)].flatMap { $0.isEmpty ? nil : String($0) }
    }

    /// The values of a parameter that may stand there several times.
    func texts(_ name: String) -> [String] {
        parameters.getAll(name).filter { !$0.isEmpty }
    }

    func number(_ name: String, in range: ClosedRange<Int>) throws(NoticeError) -> Int? {
        guard let text = text(name) else { return nil }
        guard let number = Int(text) else { throw .invalid(.malformed, field: name, value: text) }
        guard range.contains(number) else {
            throw .invalid(.outOfRange, field: name, value: "\(range.lowerBound)–\(range.upperBound)")
        }
        return number
    }

    /// How many entries a page of a list holds.
    func limit() throws(NoticeError) -> Int { try number("limit", in: 1...500) ?? 100 }

    func flag(_ name: String) throws(NoticeError) -> Bool {
        switch text(name) {
        case nil, "false": return false
        case "true": return true
        case let other?: throw .invalid(.unknownOption, field: name, value: other)
        }
    }

    func day(_ name: String) throws(NoticeError) -> SchoolDay? {
        guard let text = text(name) else { return nil }
        guard let day = SchoolDay(text) else { throw .invalid(.impossibleDate, field: name, value: text) }
        return day
    }

    func school() throws(NoticeError) -> School.ID? {
        guard let text = text("school") else { return nil }
        guard let school = School.ID(text) else { throw .invalid(.unknownSchool, field: "school", value: text) }
        return school
    }

    func schoolYear() throws(NoticeError) -> SchoolYear? {
        try number("school_year", in: 1948...9000).map { SchoolYear($0) }
    }

    func choice<Value: RawRepresentable>(_ name: String, _ type: Value.Type) throws(NoticeError) -> Value?
    where Value.RawValue == String {
        guard let text = text(name) else { return nil }
        guard let value = Value(rawValue: text) else { throw .invalid(.unknownOption, field: name, value: text) }
        return value
    }
}

extension RequestContext {
    /// An identifier from the path; what cannot be one is as unknown as any other.
    func id<Entity>(of entity: Entity.Type) throws(NoticeError) -> EntityID<Entity> {
        guard let text = parameters.get("id"), let id = EntityID<Entity>(text) else { throw .notFound }
        return id
    }

    func text(_ name: String) throws(NoticeError) -> String {
        guard let text = parameters.get(name) else { throw .notFound }
        return text
    }
}
