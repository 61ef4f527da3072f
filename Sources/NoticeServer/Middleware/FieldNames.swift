import HTTPTypes

/// Header fields that HTTPTypes does not know.
enum FieldName {
    /// Picks an association for a device that is signed in to several.
    static let association = HTTPField.Name("Otayori-Association")
    static let forwardedFor = HTTPField.Name("X-Forwarded-For")
    static let fetchSite = HTTPField.Name("Sec-Fetch-Site")
    static let robots = HTTPField.Name("X-Robots-Tag")
}

extension HTTPFields {
    /// The first value of a field of ``FieldName``.
    func first(_ name: HTTPField.Name?) -> String? {
        name.flatMap { self[values: $0].first }
    }
}
