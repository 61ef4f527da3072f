/// The one-line failures of the `ical` commands.
enum ICalText {
    enum Failure {
        case notFound, unreadable, badDate
    }

    static func fail(_ failure: Failure, _ detail: String) {
        let key: StringKey =
            switch failure {
            case .notFound: .iCalNotFound
            case .unreadable: .iCalUnreadable
            case .badDate: .iCalBadDate
            }
        StandardStream.error.write(line: "noticectl: " + Strings[key, ["detail": detail]])
    }
}
