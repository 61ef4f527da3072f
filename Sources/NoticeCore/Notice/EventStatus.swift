/// How sure an item is.
public enum EventStatus: String, CaseIterable, Codable, Sendable {
    /// 確定
    case confirmed
    /// 予定・案
    case tentative
    /// 中止: called off by the school, visible until its day has passed.
    case cancelled

    /// Reads a status of `testdata/SCHEMA.md`: a moved event is a confirmed one at its new date; what depends on something
    /// or needs confirmation is not yet sure.
    init?(schema: String) {
        switch schema {
        case "confirmed", "rescheduled": self = .confirmed
        case "tentative", "contingent", "needs_confirmation": self = .tentative
        case "cancelled": self = .cancelled
        default: return nil
        }
    }
}
