/// What `noticectl notice add` and `notice revise` send. On revising, absent or null keeps a value.
public struct NoticeDraftBody: Codable, Equatable, Sendable {
    public var school: String?
    /// `school` (default) or `association`: whose letter it is; decides what may be republished.
    public var source: String?
    public var title: String?
    public var text: String?
    /// Issue date `YYYY-MM-DD`; default: today in Asia/Tokyo.
    public var issued: String?
    public var wholeAssociation: Bool?
    /// Default: all grades of the school.
    public var grades: [Int]?
    public var classes: [String]?
    /// `depicts_children`, `personal_names`, `do_not_register_per_household_slots`, `area_assignment`.
    public var privacyFlags: [String]?
    /// Files uploaded before, in their order.
    public var attachments: [AttachmentReferenceBody]?
    public var events: [EventDraftBody]?
    /// What the officer decided about drafts and registered events, to be remembered.
    public var decisions: [MatchDecisionBody]?

    public init() {}
}

/// A letter as officers see it.
public struct NoticeBody: Codable, Equatable, Sendable {
    public var id: String
    /// The newest revision, published or not; `If-Match` takes it.
    public var revision: Int
    /// The revision that households see; absent before the first publication.
    @Nullable public var publishedRevision: Int?
    /// Of the newest revision: `draft`, `pending`, `returned`, `cleared`, `published`, `discarded` or `withdrawn`.
    public var state: String
    /// The change set that carries the newest revision.
    public var changeSet: String
    @Nullable public var school: String?
    public var source: String
    public var title: String
    public var text: String
    public var issued: String
    public var wholeAssociation: Bool
    public var grades: [Int]
    public var classes: [String]
    public var privacyFlags: [String]
    public var attachments: [AttachmentReferenceBody]
    /// Events that rest on this letter, in the newest revision's wording.
    public var events: [EventBody]
    /// When the newest revision was written, RFC 3339.
    public var updated: String
}

public struct NoticeListBody: Codable, Equatable, Sendable {
    public var notices: [NoticeSummaryBody]
    public var next: String?
}

public struct NoticeSummaryBody: Codable, Equatable, Sendable {
    public var id: String
    public var revision: Int
    public var state: String
    public var changeSet: String
    public var school: String?
    public var title: String
    public var issued: String
    public var grades: [Int]
    public var events: Int
}

/// A file of a letter.
public struct AttachmentReferenceBody: Codable, Equatable, Sendable {
    /// SHA-256 in hexadecimal: the name under which the file was uploaded.
    public var digest: String
    public var fileName: String
    public var mediaType: String?
    /// Bytes.
    public var size: Int?
    public var privacyFlags: [String]?

    public init(
        digest: String, fileName: String, mediaType: String? = nil, size: Int? = nil, privacyFlags: [String]? = nil
    ) {
        self.digest = digest
        self.fileName = fileName
        self.mediaType = mediaType
        self.size = size
        self.privacyFlags = privacyFlags
    }
}
