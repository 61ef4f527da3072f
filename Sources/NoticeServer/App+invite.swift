import ArgumentParser
import Foundation
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
            let configuration = try ServerConfiguration(SettingsSource(environment: ProcessInfo.processInfo.environment))
            guard let role = Role(rawValue: role) else {
                throw ValidationError("--role: use \(Role.allCases.map(\.rawValue).joined(separator: ", "))")
            }
            guard let association = Association.ID(association) else {
                throw ValidationError("--association: \(association) is no short name")
            }
            let register = try AssociationRegister.load(from: configuration.associations)
            guard register[association] != nil else {
                throw ValidationError("--association: there is no \(association); check NOTICE_ASSOCIATIONS")
            }
            let store = try await NoticeStore.open(
                folder: configuration.data, register: register, baseURL: configuration.baseURL.text, effects: .live
            )
            let invitation = try await store.invite(association: association, role: role, name: name ?? role.rawValue)
            try await store.close()
            print("association: \(invitation.association)")
            print("role: \(invitation.role)")
            print("code: \(invitation.code)")
            print("expires: \(invitation.expires)")
        }
    }
}
