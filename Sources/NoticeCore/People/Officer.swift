/// A person who works for an association. One device may be signed in as an officer of several.
public struct Officer: Equatable, Sendable {
    public typealias ID = EntityID<Officer>

    public let id: ID
    public let association: Association.ID
    public let name: String
    public let role: Role

    /// - Throws: ``NoticeError/forbidden(_:)`` unless the role is one of `roles`.
    func require(_ roles: Set<Role>) throws(NoticeError) {
        guard roles.contains(role) else { throw .forbidden(.role) }
    }
}

/// What an officer may do.
public enum Role: String, CaseIterable, Codable, Sendable {
    /// Everything, and inviting others.
    case admin
    /// Registers letters and events, publishes, prints slips.
    case officer
    /// Looks at what others submitted; clears or returns it.
    case approver
    /// Reads, and verifies the audit log.
    case auditor
}

extension Set<Role> {
    static let authors: Set<Role> = [.admin, .officer]
    static let approvers: Set<Role> = [.admin, .approver, .officer]
    static let publishers: Set<Role> = [.admin, .officer, .approver]
}

/// A computer or phone that is signed in.
enum Device {}
