/// Who cleared a change set, and when.
enum Clearance: Equatable, Sendable {
    case officer(Officer.ID, at: Moment)
    /// The association's setting asks for no second person.
    case notRequired(at: Moment)

    /// The word in the database and in `clearance.by`.
    var word: String {
        switch self {
        case .officer: "officer"
        case .notRequired: "not_required"
        }
    }

    var officer: Officer.ID? {
        switch self {
        case .officer(let id, _): id
        case .notRequired: nil
        }
    }

    var moment: Moment {
        switch self {
        case .officer(_, let moment), .notRequired(let moment): moment
        }
    }
}
