/// What an item asks of a family (PRODUCT, "Kinds").
public enum EventKind: String, CaseIterable, Codable, Sendable {
    /// 行事
    case event
    /// 締切: the last moment, what to hand in.
    case deadline
    /// 休業・振替休業・臨時休業
    case closure
    /// 情報
    case information
}
