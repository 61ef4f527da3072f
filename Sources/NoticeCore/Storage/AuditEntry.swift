/// One line of an association's audit log: who did what to what.
///
/// Written in the transaction of the act itself. Each entry carries the hash of the one before, so that an edited, removed or
/// inserted line is found (SECURITY, T39). Never a secret, never a text of a letter, never a household.
struct AuditEntry: Equatable, Sendable {
    let association: Association.ID
    let actor: Actor
    let act: Act
    /// The identifier of what was acted on.
    let subject: String
    var detail = ""

    enum Actor: Equatable, Sendable {
        case officer(Officer.ID)
        /// The person at the machine.
        case operatorOfMachine
        /// A family, which is never named.
        case household

        var text: String {
            switch self {
            case .officer(let id): id.text
            case .operatorOfMachine: "operator"
            case .household: "household"
            }
        }
    }

    enum Act: String, Sendable {
        case inviteOfficer = "officer.invite"
        case signIn = "officer.sign_in"
        case revokeOfficer = "officer.revoke"
        case uploadFile = "attachment.upload"
        case draft = "change.draft"
        case submit = "change.submit"
        case approve = "change.approve"
        case sendBack = "change.return"
        case publish = "change.publish"
        case discard = "change.discard"
        case withdraw = "change.withdraw"
        case printSlips = "slip.print"
        case cancelSlip = "slip.cancel"
        case redeemSlip = "slip.redeem"
    }
}
