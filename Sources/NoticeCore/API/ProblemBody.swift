/// A problem details object, `application/problem+json` (RFC 9457, section 3).
public struct ProblemBody: Codable, Equatable, Sendable {
    /// Always `about:blank` (RFC 9457, section 4.2.1): ``code`` says which problem it is.
    public var type: String
    /// The HTTP status phrase in the reader's language.
    public var title: String
    /// The HTTP status code.
    public var status: Int
    /// What happened and what to do next, in the reader's language.
    public var detail: String
    /// One of ``NoticeError/Code``.
    public var code: String
    /// Which refusal or conflict it is, where `code` alone leaves it open (``NoticeError/Conflict``).
    public var reason: String?
    /// Every flaw of a request or a table, in its order.
    public var problems: [FlawBody]?
    /// With 412: the newer revision's number and text.
    public var current: NoticeBody?
    /// With 412 for an event: the newer revision.
    public var currentEvent: EventBody?

    public init(
        title: String, status: Int, detail: String, code: String, reason: String? = nil, problems: [FlawBody]? = nil,
        current: NoticeBody? = nil, currentEvent: EventBody? = nil
    ) {
        type = "about:blank"
        self.title = title
        self.status = status
        self.detail = detail
        self.code = code
        self.reason = reason
        self.problems = problems
        self.current = current
        self.currentEvent = currentEvent
    }
}

/// One flaw (``Flaw``), with its message in the reader's language.
public struct FlawBody: Codable, Equatable, Sendable {
    public var code: String
    public var message: String
    public var field: String?
    /// As a spreadsheet shows it: the header is row 1.
    public var row: Int?
    public var column: String?

    public init(code: String, message: String, field: String? = nil) {
        self.code = code
        self.message = message
        self.field = field
    }

    public init(_ flaw: Flaw, in language: Language) {
        code = flaw.code.rawValue
        message = flaw.message(in: language)
        field = flaw.field
        row = flaw.row
        column = flaw.column
    }
}
