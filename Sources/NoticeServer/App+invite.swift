import ArgumentParser
import NIOCore
import NIOPosix
import NoticeCore

/// `notice-server invite`: a new invitation from the machine itself, for a lost admin device.
struct InviteCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "invite",
        abstract: "Makes a one-time invitation code for an officer; needs the server's own settings."
    )

    @Option(help: "The association's short name: its folder's name.")
    var association: String

    @Option(help: "admin, officer, approver or auditor.")
    var role: String

    @Option(help: "The person's name, as other officers see it.")
    var name: String?

    func run() async throws {
        try await WrongSetting.reported {
            let configuration = try ServerConfiguration.current()
            let (association, role) = try checked(configuration)
            let invitation = try await invite(association, role, name ?? role.rawValue, configuration)
            print("association: \(invitation.association)")
            print("role: \(invitation.role)")
            print("code: \(invitation.code)")
            print("expires: \(invitation.expires)")
        }
    }

    private func checked(_ configuration: ServerConfiguration) throws -> (Association.ID, Role) {
        guard let role = Role(rawValue: role) else {
            throw ValidationError("--role: use one of \(Role.allCases.map(\.rawValue).joined(separator: ", "))")
        }
        let register = try AssociationRegister.load(from: configuration.associations)
        guard let association = Association.ID(association), register[association] != nil else {
            let known = register.associations.map(\.id.text).joined(separator: ", ")
            throw ValidationError("--association: there is no \(self.association); use one of \(known)")
        }
        return (association, role)
    }

    /// A running server keeps the data folder for itself: then it is asked, else we open the folder ourselves.
    private func invite(
        _ association: Association.ID, _ role: Role, _ name: String, _ configuration: ServerConfiguration
    ) async throws -> InvitationBody {
        let store: NoticeStore
        do {
            store = try await NoticeStore.open(configuration, effects: .live)
        } catch let fault as ConfigurationFault {
            let request = OperatorRequest(association: association.text, role: role.rawValue, name: name)
            let answer = try await request.send(to: configuration.data, pauses: 150, effects: .live) {
                await MultiThreadedEventLoopGroup.singleton.pause(for: .milliseconds(100))
            }
            guard let answer else { throw fault }
            return answer
        }
        let invitation = try await store.invite(association: association, role: role, name: name)
        try await store.close()
        return invitation
    }
}
