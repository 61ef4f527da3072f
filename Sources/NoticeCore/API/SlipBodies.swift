/// `POST /slips`.
public struct SlipOrderBody: Codable, Equatable, Sendable {
    public var school: String?
    public var grade: Int
    public var `class`: Int?
    /// 1–1000.
    public var count: Int
    /// Default: the present one. Next year's first-graders: the next one, grade 1.
    public var schoolYear: Int?

    public init(school: String?, grade: Int, class: Int?, count: Int, schoolYear: Int?) {
        self.school = school
        self.grade = grade
        self.class = `class`
        self.count = count
        self.schoolYear = schoolYear
    }
}

public struct SlipBatchBody: Codable, Equatable, Sendable {
    public var batch: String
    public var school: String
    public var grade: Int
    @Nullable public var `class`: Int?
    public var schoolYear: Int
    public var slips: [PrintedSlipBody]
}

/// A slip at the only moment its code is known.
public struct PrintedSlipBody: Codable, Equatable, Sendable {
    /// Not secret: `A-023`.
    public var serial: String
    public var code: String
    public var joinURL: String
    public var expires: String

    enum CodingKeys: String, CodingKey {
        case serial, code, expires
        case joinURL = "joinUrl"
    }
}

public struct SlipListBody: Codable, Equatable, Sendable {
    public var slips: [SlipBody]
}

public struct SlipBody: Codable, Equatable, Sendable {
    public var serial: String
    public var batch: String
    public var school: String
    public var grade: Int
    @Nullable public var `class`: Int?
    public var schoolYear: Int
    /// `unused`, `used`, `cancelled` or `expired`.
    public var state: String
    public var expires: String
}

public struct CancelledSlipsBody: Codable, Equatable, Sendable {
    public var cancelled: Int
}

/// `POST /slips/redeem`.
public struct RedeemBody: Codable, Equatable, Sendable {
    public var code: String

    public init(code: String) {
        self.code = code
    }
}

public struct RedeemedBody: Codable, Equatable, Sendable {
    public var householdURL: String
    public var feedURL: String
    public var digestURL: String
    public var seats: [SeatBody]

    enum CodingKeys: String, CodingKey {
        case seats
        case householdURL = "householdUrl"
        case feedURL = "feedUrl"
        case digestURL = "digestUrl"
    }
}
