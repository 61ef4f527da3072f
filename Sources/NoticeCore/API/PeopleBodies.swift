/// `POST /officers/sign-in`. A bearer token sent along gains the new association instead of a second token.
public struct SignInBody: Codable, Equatable, Sendable {
    /// The invitation's one-time code.
    public var code: String
    /// The device's name, for the list of devices.
    public var device: String

    public init(code: String, device: String) {
        self.code = code
        self.device = device
    }
}

public struct SignedInBody: Codable, Equatable, Sendable {
    /// The device token, shown only here; absent when the bearer's own token gained an association.
    public var token: String?
    public var officer: OfficerBody
    /// Last day on which the device is signed in.
    public var expires: String
}

public struct OfficerBody: Codable, Equatable, Sendable {
    public var id: String
    public var association: String
    public var name: String
    /// `admin`, `officer`, `approver` or `auditor`.
    public var role: String
    public var revoked: Bool
    /// Devices signed in, newest first.
    public var devices: [DeviceBody]
}

public struct DeviceBody: Codable, Equatable, Sendable {
    public var name: String
    public var signedIn: String
    public var expires: String
}

public struct MeBody: Codable, Equatable, Sendable {
    public var officers: [OfficerBody]
}

public struct OfficerListBody: Codable, Equatable, Sendable {
    public var officers: [OfficerBody]
}

public struct InvitationDraftBody: Codable, Equatable, Sendable {
    public var role: String
    public var name: String

    public init(role: String, name: String) {
        self.role = role
        self.name = name
    }
}

public struct InvitationBody: Codable, Equatable, Sendable {
    public var association: String
    public var role: String
    public var name: String
    /// Shown once. Single use.
    public var code: String
    public var expires: String
}

/// `GET /association`: what the association's folder says.
public struct AssociationBody: Codable, Equatable, Sendable {
    public var id: String
    public var name: String
    /// What the association calls itself: 育友会, PTA, 保護者会.
    public var shortName: String
    public var twoPersonRule: String
    public var schools: [SchoolBody]
}

public struct SchoolBody: Codable, Equatable, Sendable {
    public var id: String
    public var name: String
    /// `elementary`, `junior_high` or `compulsory`.
    public var stage: String
    public var grades: [Int]
    /// By grade: the classes.
    public var classes: [String: [Int]]
}

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

public struct SeatBody: Codable, Equatable, Sendable {
    public var id: String
    public var association: String
    public var school: String
    /// In the present school year; 0 for a child that starts next April, above the last grade after graduation.
    public var grade: Int
    @Nullable public var `class`: Int?
}

/// `GET /household`.
public struct HouseholdBody: Codable, Equatable, Sendable {
    public var seats: [SeatBody]
    public var hiddenGroups: [String]
    public var feeds: [FeedBody]
}

/// `PATCH /household`.
public struct HouseholdPatchBody: Codable, Equatable, Sendable {
    public var hiddenGroups: [String]?

    public init(hiddenGroups: [String]?) {
        self.hiddenGroups = hiddenGroups
    }
}

/// `PATCH /household/seats/{id}`: the class of this school year.
public struct SeatPatchBody: Codable, Equatable, Sendable {
    public var `class`: Int?

    public init(class: Int?) {
        self.class = `class`
    }
}

/// A calendar of a household: its options. `url` only in the answer that made it.
public struct FeedBody: Codable, Equatable, Sendable {
    public var id: String
    public var label: String
    public var url: String?
    /// Subset of `event`, `deadline`, `closure`, `information`.
    public var kinds: [String]
    /// `full` or `titles`.
    public var detail: String
    /// Minutes before the start; all-day items count from 00:00 of the day. Empty: no reminder.
    public var reminders: [Int]
    /// `ja`, `en` or `ja-simple`.
    public var language: String
    /// `summary` (「中止」 stays visible) or `status` (STATUS:CANCELLED as well).
    public var cancelledStyle: String
    public var created: String
    /// The last day on which a calendar fetched it, or null.
    @Nullable public var lastFetched: String?
    public var revoked: Bool
}

public struct FeedDraftBody: Codable, Equatable, Sendable {
    public var label: String?
    public var kinds: [String]?
    public var detail: String?
    public var reminders: [Int]?
    public var language: String?
    public var cancelledStyle: String?

    public init() {}
}

public struct FeedListBody: Codable, Equatable, Sendable {
    public var feeds: [FeedBody]
}

/// `GET /households`: counts only; a count under five is absent.
public struct HouseholdCountsBody: Codable, Equatable, Sendable {
    @Nullable public var total: Int?
    public var seats: [SeatCountBody]
}

public struct SeatCountBody: Codable, Equatable, Sendable {
    public var school: String
    public var grade: Int
    @Nullable public var seats: Int?
}

public struct AuditVerificationBody: Codable, Equatable, Sendable {
    public var intact: Bool
    public var entries: Int
    /// Hexadecimal SHA-256 of the newest entry: note it elsewhere to notice a truncated chain.
    public var head: String
    /// The first entry that does not fit, when not intact.
    public var brokenAt: Int?
}

/// `GET /doctor`.
public struct DoctorBody: Codable, Equatable, Sendable {
    public var healthy: Bool
    public var checks: [DoctorCheckBody]
}

public struct DoctorCheckBody: Codable, Equatable, Sendable {
    /// `clock`, `time_zone_data`, `disk`, `permissions`, `sqlite_version`, `sync_mode`, `base_url`.
    public var name: String
    /// `ok`, `warning` or `failed`.
    public var result: String
    public var message: String

    public init(name: String, result: String, message: String) {
        self.name = name
        self.result = result
        self.message = message
    }
}
