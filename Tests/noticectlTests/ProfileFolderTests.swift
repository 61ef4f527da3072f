import Foundation
import NoticeCore
import Testing

@testable import noticectl

@Suite struct ProfileFolderTests {
    static let token = "0123456789abcdefghjkmnpqrstvwxyz"

    private func profile(server: String = "https://otayori.example") throws -> Profile {
        Profile(
            server: try #require(ServerAddress(server)),
            token: try #require(Secret<DeviceToken>(presented: Self.token)),
            officer: "能登", associations: ["hamatsubame"], expires: "2027-04-30")
    }

    @Test func saved_isPrivateAndReadsBack() throws {
        let temporary = try TemporaryFolder()
        let folder = ProfileFolder(path: temporary.path + "/config/otayori")
        let profile = try profile()
        try folder.save(profile, as: .standard, effects: .live)
        #expect(try folder.profile(named: .standard) == profile)
        #expect(try temporary.mode(of: "config/otayori") == 0o700)
        #expect(try temporary.mode(of: "config/otayori/default.json") == 0o600)
        let files = try FileManager.default.contentsOfDirectory(atPath: folder.path)
        #expect(files == ["default.json"])
    }

    @Test(arguments: [0o640, 0o604, 0o660])
    func readableByOthers_isRefused(_ mode: Int) throws {
        let temporary = try TemporaryFolder()
        let folder = ProfileFolder(path: temporary.path)
        try folder.save(try profile(), as: .standard, effects: .live)
        let file = temporary.path + "/default.json"
        try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: file)
        #expect(throws: LocalFailure.profileExposed(file)) { try folder.profile(named: .standard) }
    }

    @Test func symbolicLink_isNotFollowed() throws {
        let temporary = try TemporaryFolder()
        let folder = ProfileFolder(path: temporary.path)
        try folder.save(try profile(), as: .standard, effects: .live)
        try FileManager.default.createSymbolicLink(
            atPath: temporary.path + "/other.json", withDestinationPath: temporary.path + "/default.json")
        let other = try #require(ProfileName("other"))
        #expect(throws: LocalFailure.fileUnreadable(temporary.path + "/other.json")) {
            try folder.profile(named: other)
        }
    }

    @Test func damaged_isSaidSo() throws {
        let temporary = try TemporaryFolder()
        let file = temporary.file("default.json", Array("{}".utf8))
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: file)
        #expect(throws: LocalFailure.profileDamaged(file)) {
            try ProfileFolder(path: temporary.path).profile(named: .standard)
        }
    }

    @Test func absent_meansNotSignedIn() throws {
        let temporary = try TemporaryFolder()
        #expect(throws: LocalFailure.notSignedIn(profile: "default")) {
            try ProfileFolder(path: temporary.path + "/nowhere").profile(named: .standard)
        }
    }

    @Test func setAside_neverOverwrites() throws {
        let temporary = try TemporaryFolder()
        let folder = ProfileFolder(path: temporary.path)
        let first = try folder.setAside(try profile(server: "https://a.example"), from: .standard)
        let second = try folder.setAside(try profile(server: "https://b.example"), from: .standard)
        #expect([first.text, second.text] == ["default-2", "default-3"])
        #expect(try folder.profile(named: first).server.text == "https://a.example")
        #expect(try temporary.mode(of: "default-3.json") == 0o600)
    }

    @Test func profile_neverPrintsItsToken() throws {
        #expect(!"\(try profile())".contains(Self.token))
        #expect(!String(reflecting: try profile()).contains(Self.token))
    }

    @Test(arguments: ["../x", "a/b", "", "あ", String(repeating: "a", count: 65)])
    func name_thatIsNoFileName_isRefused(_ name: String) {
        #expect(ProfileName(name) == nil)
    }

    @Test func folder_followsTheEnvironment() {
        #expect(ProfileFolder.standard(["XDG_CONFIG_HOME": "/c", "HOME": "/h"]).path == "/c/otayori")
        #expect(ProfileFolder.standard(["HOME": "/h"]).path == "/h/.config/otayori")
        #expect(ProfileFolder.standard(["XDG_CONFIG_HOME": "relative", "HOME": "/h"]).path == "/h/.config/otayori")
    }

    @Test func name_followsTheEnvironment() throws {
        #expect(try ProfileName.chosen(in: ["NOTICE_PROFILE": "pta"]).text == "pta")
        #expect(try ProfileName.chosen(in: [:]) == .standard)
        #expect(throws: LocalFailure.self) { try ProfileName.chosen(in: ["NOTICE_PROFILE": "../x"]) }
    }

    @Test func householdSecret_isTakenBareOrFromThePage() throws {
        let bare = try SecretInput.household(in: Self.token)
        #expect(bare.secret.text == Self.token && bare.server == nil)
        let page = try SecretInput.household(in: "https://otayori.example/home/" + Self.token)
        #expect(page.secret.text == Self.token && page.server?.text == "https://otayori.example")
        #expect(throws: LocalFailure.invalidSecret) { try SecretInput.household(in: "https://x.example/home/abc") }
        #expect(throws: LocalFailure.invalidSecret) { try SecretInput.household(in: "") }
    }
}
