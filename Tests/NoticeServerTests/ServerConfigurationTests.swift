import Foundation
import Logging
import NoticeCore
import Testing

@testable import NoticeServer

@Suite struct ServerConfigurationTests {
    private static let sound = [
        "NOTICE_ASSOCIATIONS": TestSite.demo.path, "NOTICE_DATA": NSTemporaryDirectory() + "otayori-configuration",
    ]

    private func configuration(_ settings: [String: String]) throws -> ServerConfiguration {
        try ServerConfiguration(SettingsSource(environment: Self.sound.merging(settings) { $1 }))
    }

    @Test(arguments: [
        ("NOTICE_PORT", "http"), ("NOTICE_PORT", "70000"), ("NOTICE_BASE_URL", "ftp://example.org"),
        ("NOTICE_BASE_URL", "http://example.org"), ("NOTICE_BASE_URL", "https://example.org/calendar"),
        ("NOTICE_BASE_URL", "https://"), ("NOTICE_BASE_URL", "https://a b"), ("NOTICE_ASSOCIATIONS", "/nowhere/at/all"),
        ("NOTICE_ASSOCIATIONS", ""), ("NOTICE_DATABASE_URL", "mysql://localhost/x"),
        ("NOTICE_DATABASE_URL", "postgres://localhost/x"), ("NOTICE_TRUSTED_PROXIES", "10.0.0.0/40"),
        ("NOTICE_TRUSTED_PROXIES", "proxy.example"), ("NOTICE_MAX_CONNECTIONS", "0"), ("NOTICE_MAX_CONNECTIONS", "-3"),
        ("NOTICE_MAX_CONNECTIONS_PER_SOURCE", "many"), ("NOTICE_MAX_BODY_MB", "0"), ("NOTICE_LOG_LEVEL", "loud"),
        ("NOTICE_DATA", "/proc/nowhere"), ("NOTICE_CONFIG", "/nowhere/at/all"),
    ])
    func setting_thatIsWrong_isNamedInOneLine(name: String, value: String) throws {
        let fault = try #require(throws: ConfigurationFault.self) { try configuration([name: value]) }
        #expect(fault.message.hasPrefix(name))
        #expect(!fault.message.contains("\n"))
    }

    @Test func address_ofAnotherMachine_needsABaseURL() throws {
        let fault = try #require(throws: ConfigurationFault.self) { try configuration(["NOTICE_HOST": "0.0.0.0"]) }
        #expect(fault.message.hasPrefix("NOTICE_BASE_URL"))
    }

    @Test(arguments: [
        ("https://calendar.example.org", "https://calendar.example.org", true),
        ("https://calendar.example.org:8443/", "https://calendar.example.org:8443", true),
        ("http://localhost:8080", "http://localhost:8080", false), ("http://[::1]:80", "http://[::1]:80", false),
    ])
    func baseURL_isKeptWithoutItsSlash(text: String, kept: String, isHTTPS: Bool) throws {
        let base = try configuration(["NOTICE_BASE_URL": text]).baseURL
        #expect(base.text == kept)
        #expect(base.isHTTPS == isHTTPS)
    }

    @Test func file_givesWhatTheEnvironmentDoesNot() throws {
        let file = FileManager.default.temporaryDirectory.appendingPathComponent("otayori-\(UUID().uuidString).conf")
        defer { try? FileManager.default.removeItem(at: file) }
        let text = "# ours\nNOTICE_PORT = 9001\nNOTICE_MAX_BODY_MB=\"7\"\nNOTICE_LOG_LEVEL=debug\n"
        try text.write(to: file, atomically: true, encoding: .utf8)
        let read = try configuration(["NOTICE_CONFIG": file.path, "NOTICE_PORT": "9002"])
        #expect(read.port == 9002)
        #expect(read.bodyLimits.attachment == 7 * 1024 * 1024)
        #expect(read.logLevel == .debug)
    }

    @Test(arguments: ["NOTICE_PROT=1", "nonsense"])
    func file_withALineThatIsNone_isRefused(line: String) throws {
        let file = FileManager.default.temporaryDirectory.appendingPathComponent("otayori-\(UUID().uuidString).conf")
        defer { try? FileManager.default.removeItem(at: file) }
        try "\n\(line)\n".write(to: file, atomically: true, encoding: .utf8)
        let fault = try #require(throws: ConfigurationFault.self) { try configuration(["NOTICE_CONFIG": file.path]) }
        #expect(fault.message.contains("line 2"))
    }
}
