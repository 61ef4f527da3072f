import ArgumentParser
import Foundation

/// `noticectl logout`: forgets the sign-in on this machine.
struct LogoutCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "logout", abstract: Strings[.logoutAbstract], discussion: Strings[.logoutDiscussion])

    @Option(help: ArgumentHelp(Strings[.optionProfile], valueName: "NAME"))
    var profile: ProfileName?

    func run() throws {
        let name = try profile ?? ProfileName.chosen()
        guard ProfileFolder.standard().remove(name) else { throw LocalFailure.notSignedIn(profile: name.text) }
        StandardStream.error.write(line: Strings[.logoutDone, ["profile": name.text]])
    }
}
