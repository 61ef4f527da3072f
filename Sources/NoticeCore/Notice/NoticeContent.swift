/// What a letter says: one revision of it, valid by construction (``NoticeDraft`` makes it).
struct NoticeContent: Equatable, Sendable {
    var source: NoticeSource
    var title: String
    var text: String
    var issued: SchoolDay
    var audience: Audience
    var privacyFlags: Set<PrivacyFlag>
    var attachments: [AttachedFile]

    /// The flags of the letter and of each of its files.
    var allFlags: Set<PrivacyFlag> {
        attachments.reduce(into: privacyFlags) { $0.formUnion($1.privacyFlags) }
    }
}

/// A file of a letter.
struct AttachedFile: Equatable, Sendable {
    let digest: Digest
    let fileName: String
    let privacyFlags: Set<PrivacyFlag>
}
