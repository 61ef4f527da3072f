/// `POST /readings`: what is to be read.
public struct ReadingRequestBody: Codable, Equatable, Sendable {
    public var school: String?
    /// The letter's text, or ``attachment`` instead.
    public var text: String?
    /// The digest of a file that was uploaded before.
    public var attachment: String?
    /// The day printed on the letter, where the letter itself does not say it.
    public var issued: String?

    public init(text: String) {
        self.text = text
    }
}

/// What a letter says, as drafts for a person to confirm, and what of it is registered already.
public struct ReadingBody: Codable, Equatable, Sendable {
    @Nullable public var title: String?
    /// The day printed on the letter; `null` when it is undated.
    @Nullable public var issued: String?
    /// Pages that were read; 1 for a text.
    public var pages: Int
    /// To whom it is addressed.
    public var grades: [Int]
    public var classes: [String]
    public var events: [LetterEvent]
    public var warnings: [ReadingWarning]
    public var privacyFlags: [String]
    /// `draft` counts in `events`.
    public var matches: [MatchBody]
    public var adjustments: [AdjustmentBody]
}
