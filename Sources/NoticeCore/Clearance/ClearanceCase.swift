/// What clearing looks at: who wrote a change set, and whether somebody else has to look.
struct ClearanceCase: Equatable, Sendable {
    let author: Officer.ID
    let rule: TwoPersonRule
    let hasAttachments: Bool
    /// Of the letter and its attachments.
    let privacyFlags: Set<PrivacyFlag>

    /// Anything with an attachment or a privacy flag needs a second person, always (PRODUCT, "Domain rules").
    var needsSecondPerson: Bool { rule == .always || hasAttachments || !privacyFlags.isEmpty }
}
