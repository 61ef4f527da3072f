/// What a letter or file says about children that a careful reader would stop at (SECURITY, "Consent and images").
public enum PrivacyFlag: String, CaseIterable, Codable, Sendable {
    /// Children can be recognised in a picture. Blocks publishing until each face has its family's consent.
    case depictsChildren = "depicts_children"
    /// Names of children. Blocks publishing until removed.
    case namesChildren = "personal_names"
    /// One row or time per family. Blocks publishing until reworded.
    case perChildSlots = "do_not_register_per_household_slots"
    /// 班 × place × time: the second person confirms having looked at it.
    case areaAssignment = "area_assignment"

    /// Whether a letter with this flag can be published at all.
    public var blocksPublishing: Bool {
        switch self {
        case .depictsChildren, .namesChildren, .perChildSlots: true
        case .areaAssignment: false
        }
    }
}
