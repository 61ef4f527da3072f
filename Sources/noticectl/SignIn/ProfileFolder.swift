import Foundation
import NoticeCore

/// `$XDG_CONFIG_HOME/otayori`: one file a sign-in.
///
/// XDG Base Directory Specification: a relative path in the variable is ignored.
struct ProfileFolder: Sendable {
    let path: String

    static func standard(_ environment: [String: String] = ProcessInfo.processInfo.environment) -> ProfileFolder {
        let chosen = environment["XDG_CONFIG_HOME"] ?? ""
        let base = chosen.hasPrefix("/") ? chosen : (environment["HOME"] ?? NSHomeDirectory()) + "/.config"
        return ProfileFolder(path: (base as NSString).appendingPathComponent("otayori"))
    }

    /// - Throws: ``LocalFailure/notSignedIn(profile:)`` when there is none.
    func profile(named name: ProfileName) throws(LocalFailure) -> Profile {
        guard let profile = try storedProfile(named: name) else { throw .notSignedIn(profile: name.text) }
        return profile
    }

    func storedProfile(named name: ProfileName) throws(LocalFailure) -> Profile? {
        let file = file(of: name)
        guard let data = try PrivateFile.read(file) else { return nil }
        guard let profile = try? APICoding.decode(Profile.self, from: data) else { throw .profileDamaged(file) }
        return profile
    }

    func save(_ profile: Profile, as name: ProfileName, effects: Effects) throws {
        try PrivateFile.makeFolder(path)
        try PrivateFile.replace(file(of: name), contents: try APICoding.encode(profile), effects: effects)
    }

    /// Keeps a sign-in under the next free name.
    ///
    /// - Returns: That name.
    func setAside(_ profile: Profile, from name: ProfileName) throws -> ProfileName {
        var number = 2
        while FileManager.default.fileExists(atPath: file(of: name.numbered(number))) { number += 1 }
        let free = name.numbered(number)
        try PrivateFile.create(file(of: free), contents: try APICoding.encode(profile))
        return free
    }

    /// - Returns: Whether there was one.
    func remove(_ name: ProfileName) -> Bool {
        unlink(file(of: name)) == 0
    }

    private func file(of name: ProfileName) -> String {
        (path as NSString).appendingPathComponent("\(name.text).json")
    }
}
