/// Every path of the product, spelled once for the router, the pages and the command line.
public enum SiteRoute {
    public static let health = "/healthz"
    public static let join = "/join"
    public static let home = "/home"
    public static let officer = "/officer"
    public static let assets = "/assets"
    public static let api = "/api/v1"
    public static let openAPI = "/api/v1/openapi.yaml"

    public static func feed(_ token: String) -> String { "/feeds/\(token).ics" }
    /// - Parameter ending: empty for HTML, or `.txt`, `.json`, `.atom`.
    public static func digest(_ token: String, ending: String = "") -> String { "/digests/\(token)\(ending)" }
    public static func home(_ secret: String) -> String { "/home/\(secret)" }
    /// Where a slip's QR leads. The code rides in the fragment, which browsers never send.
    public static func join(_ printedCode: String) -> String { "/join#\(printedCode)" }

    public static let signIn = "/api/v1/officers/sign-in"
    public static let me = "/api/v1/officers/me"
    public static let invitations = "/api/v1/officers/invitations"
    public static let officers = "/api/v1/officers"
    public static func officer(_ id: String) -> String { "/api/v1/officers/\(id)" }
    public static let association = "/api/v1/association"

    public static let attachments = "/api/v1/attachments"
    public static func attachment(_ digest: String) -> String { "/api/v1/attachments/\(digest)" }
    public static let notices = "/api/v1/notices"
    public static func notice(_ id: String) -> String { "/api/v1/notices/\(id)" }
    public static func withdrawNotice(_ id: String) -> String { "/api/v1/notices/\(id)/withdraw" }

    public static let events = "/api/v1/events"
    public static func event(_ id: String) -> String { "/api/v1/events/\(id)" }
    public static func moveEvent(_ id: String) -> String { "/api/v1/events/\(id)/move" }
    public static func cancelEvent(_ id: String) -> String { "/api/v1/events/\(id)/cancel" }
    public static func withdrawEvent(_ id: String) -> String { "/api/v1/events/\(id)/withdraw" }
    /// A letter's text as drafts.
    public static let readings = "/api/v1/readings"
    /// What of a letter's drafts is registered already.
    public static let matches = "/api/v1/matches"
    public static let imports = "/api/v1/imports"

    public static let changeSets = "/api/v1/change-sets"
    public static func changeSet(_ id: String) -> String { "/api/v1/change-sets/\(id)" }
    /// - Parameter verb: `submit`, `approve`, `return`, `publish` or `discard`.
    public static func changeSet(_ id: String, _ verb: String) -> String { "/api/v1/change-sets/\(id)/\(verb)" }

    public static let slips = "/api/v1/slips"
    public static func slip(_ serial: String) -> String { "/api/v1/slips/\(serial)" }
    public static func slipBatch(_ id: String) -> String { "/api/v1/slip-batches/\(id)" }
    public static let redeem = "/api/v1/slips/redeem"
    public static let households = "/api/v1/households"
    public static let household = "/api/v1/household"
    public static func seat(_ id: String) -> String { "/api/v1/household/seats/\(id)" }
    public static let feeds = "/api/v1/household/feeds"
    public static func householdFeed(_ id: String) -> String { "/api/v1/household/feeds/\(id)" }
    public static let gradeDigest = "/api/v1/digest"
    public static let auditVerification = "/api/v1/audit/verification"
    public static let doctor = "/api/v1/doctor"
}
