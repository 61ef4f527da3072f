import Foundation
import Hummingbird
import HummingbirdTesting
import Logging
import NIOPosix
import NoticeCore
import Synchronization
import Testing

@testable import NoticeServer

/// A whole server on a data folder of its own, with the demo's associations; built by the builder that serves families.
struct TestSite: Sendable {
    let site: Site
    let clock: TestClock

    static let demo = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("Demo")

    /// - Parameter settings: What differs from a server on loopback.
    static func with<Value>(
        _ settings: [String: String] = [:], limits: @Sendable (inout ConnectionLimits) -> Void = { _ in },
        _ work: (TestSite) async throws -> Value
    ) async throws -> Value {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("otayori-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        let environment = [
            "NOTICE_DATA": folder.path, "NOTICE_ASSOCIATIONS": demo.path, "NOTICE_LOG_LEVEL": "critical",
        ]
        var configuration = try ServerConfiguration(
            SettingsSource(environment: environment.merging(settings) { $1 })
        )
        limits(&configuration.limits)
        let clock = TestClock()
        let site = try await Site.open(configuration, effects: clock.effects)
        do {
            let value = try await work(TestSite(site: site, clock: clock))
            try await site.store.close()
            return value
        } catch {
            try? await site.store.close()
            throw error
        }
    }

    /// Requests straight to the router, with the real middleware.
    func requests<Value>(_ work: @Sendable (any TestClientProtocol) async throws -> Value) async throws -> Value {
        try await site.application().test(.router, work)
    }

    /// Requests over a socket, with the real connections.
    func live<Value>(_ work: @Sendable (any TestClientProtocol) async throws -> Value) async throws -> Value {
        try await site.application().test(.live, work)
    }

    /// Signs an admin of an association in.
    func admin(of association: String = "hamatsubame") async throws -> String {
        let id = try #require(Association.ID(association))
        let invitation = try await site.store.invite(association: id, role: .admin, name: "会長")
        let signedIn = try await site.store.signIn(SignInBody(code: invitation.code, device: "test"), adding: nil)
        return try #require(signedIn.token)
    }

    /// A slip's code, as printed.
    func slip(grade: Int = 1, association: String = "hamatsubame") async throws -> String {
        let token = try #require(Secret<DeviceToken>(presented: try await admin(of: association)))
        let officer = try #require(try await site.store.officers(presenting: token).first)
        let order = SlipOrderBody(school: nil, grade: grade, class: nil, count: 1, schoolYear: nil)
        return try #require(try await site.store.printSlips(order, by: officer).slips.first).code
    }

    /// A household with one child.
    func household() async throws -> RedeemedBody {
        try await site.store.redeem(SlipCode(typed: try await slip()), household: nil)
    }
}

/// A clock that tests turn; chance stays chance.
final class TestClock: Sendable {
    /// 2026-11-24, a Tuesday, 09:00 in Tokyo.
    private let now = Mutex(Moment(milliseconds: 1_795_478_400_000))

    func advance(seconds: Int64) { now.withLock { $0 = $0.adding(seconds: seconds) } }

    var effects: Effects {
        Effects(now: { self.now.withLock { $0 } }, uuid: Effects.live.uuid, randomBytes: Effects.live.randomBytes)
    }
}

extension TestResponse {
    var text: String { String(buffer: body) }

    var problem: ProblemBody? { try? APICoding.decode(ProblemBody.self, from: Data(body.readableBytesView)) }
}

extension String {
    /// The last component of a link: its secret.
    var linkSecret: String { split(separator: "/").last.map { String($0.prefix(32)) } ?? "" }
}
