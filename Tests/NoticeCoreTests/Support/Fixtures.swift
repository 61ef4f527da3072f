import Foundation
import Synchronization
import Testing

@testable import NoticeCore

extension Moment {
    /// 2026-11-22 09:00 in Tokyo, a Sunday.
    static let t0 = Moment(startOf: .at("2026-11-22")).adding(seconds: 9 * 3600)
}

extension SchoolDay {
    static func at(_ text: String) -> SchoolDay { SchoolDay(text) ?? SchoolDay(daysSince1970: 0) }
}

/// A clock that tests turn, and numbers instead of chance.
final class TestWorld: Sendable {
    private let state: Mutex<(now: Moment, counter: UInt64)>

    init(now: Moment = .t0) {
        state = Mutex((now, 0))
    }

    func turn(to day: String, hour: Int = 9) {
        state.withLock { $0.now = Moment(startOf: .at(day)).adding(seconds: Int64(hour) * 3600) }
    }

    func advance(seconds: Int64) {
        state.withLock { $0.now = $0.now.adding(seconds: seconds) }
    }

    var effects: Effects {
        Effects(
            now: { self.state.withLock { $0.now } },
            uuid: {
                let number = self.next()
                let bytes = withUnsafeBytes(of: number.bigEndian, Array.init)
                return UUID(
                    uuid: (
                        0, 0, 0, 0, 0, 0, 0x40, 0, 0x80, 0, bytes[2], bytes[3], bytes[4], bytes[5], bytes[6], bytes[7]
                    )
                )
            },
            randomBytes: { count in
                var value = self.next() &* 0x9E37_79B9_7F4A_7C15
                return (0..<count).map { _ in
                    value = value &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                    return UInt8(truncatingIfNeeded: value >> 33)
                }
            }
        )
    }

    private func next() -> UInt64 {
        state.withLock {
            $0.counter += 1
            return $0.counter
        }
    }
}

extension Association {
    static func fixture(
        id: String = "hama", twoPersonRule: TwoPersonRule = .flagged,
        republish: [NoticeSource: RepublishSetting] = [:], schools: [School] = [.juniorHigh]
    ) throws -> Association {
        Association(
            id: try #require(ID(id)), name: LocalizedText(ja: "浜中学校育友会"), shortName: "育友会",
            twoPersonRule: twoPersonRule, republish: republish, weekStart: .sunday, slipDays: 30, holidays: Holidays(),
            schools: schools
        )
    }
}

extension School {
    static let juniorHigh = School(
        id: Slug("hama-jh") ?? Slug.unreachable, name: LocalizedText(ja: "浜中学校"), stage: .juniorHigh, label: "中",
        classes: [1: [1, 2], 2: [1, 2], 3: [1, 2, 3]], groupNames: [:]
    )
    static let elementary = School(
        id: Slug("hoshi-es") ?? Slug.unreachable, name: LocalizedText(ja: "星小学校"), stage: .elementary, label: "小",
        classes: [:], groupNames: [:]
    )
}

extension Slug {
    fileprivate static var unreachable: Slug { preconditionFailure("a literal of the tests is wrong") }
}

/// A store in a folder of its own, with an admin, an officer and an approver of each association.
struct TestStore {
    let store: NoticeStore
    let world: TestWorld
    let folder: URL
    let admin: Officer
    let officer: Officer
    let approver: Officer

    static func make(
        associations: [Association]? = nil, now: Moment = .t0
    ) async throws -> TestStore {
        let world = TestWorld(now: now)
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("otayori-\(UUID().uuidString)")
        let known = try associations ?? [.fixture()]
        let store = try await NoticeStore.open(
            folder: folder, register: AssociationRegister(associations: known), baseURL: "http://127.0.0.1:8080",
            effects: world.effects
        )
        func person(_ role: Role) async throws -> Officer {
            try await signIn(role, to: known[0].id, of: store)
        }
        return TestStore(
            store: store, world: world, folder: folder, admin: try await person(.admin),
            officer: try await person(.officer), approver: try await person(.approver)
        )
    }

    static func signIn(_ role: Role, to association: Association.ID, of store: NoticeStore) async throws -> Officer {
        let invitation = try await store.invite(association: association, role: role, name: role.rawValue)
        let signedIn = try await store.signIn(SignInBody(code: invitation.code, device: "test"), adding: nil)
        let token = try #require(signedIn.token.flatMap { Secret<DeviceToken>(presented: $0) })
        return try #require(try await store.officers(presenting: token).first)
    }

    func end() async throws {
        try await store.close()
        try FileManager.default.removeItem(at: folder)
    }

    /// Adds an event and publishes it.
    @discardableResult
    func publishEvent(_ configure: (inout EventDraftBody) -> Void) async throws -> EventBody {
        var draft = EventDraftBody()
        draft.title = "運動会"
        draft.start = "2026-12-05"
        configure(&draft)
        let set = try await store.addEvent(draft, by: officer)
        return try await store.publish(set.id, by: officer).changes[0].after
    }

    func redeem(
        grade: Int, class number: Int? = nil, school: String? = nil, by officer: Officer? = nil, year: Int? = nil,
        adding secret: Secret<HouseholdSecret>? = nil
    ) async throws -> TestHousehold {
        let order = SlipOrderBody(school: school, grade: grade, class: number, count: 1, schoolYear: year)
        let batch = try await store.printSlips(order, by: officer ?? self.officer)
        let body = try await store.redeem(try SlipCode(typed: batch.slips[0].code), household: secret)
        return try TestHousehold(body, secret: secret)
    }

    /// The lines of a household's calendar, unfolded.
    func calendar(_ household: TestHousehold) async throws -> [String]? {
        guard let answer = try await store.feeds.load(household.feed) else { return nil }
        return String(decoding: try answer.identityBytes(), as: UTF8.self)
            .replacingOccurrences(of: "\r\n ", with: "").components(separatedBy: "\r\n")
    }

    func summaries(_ household: TestHousehold) async throws -> [String] {
        try await calendar(household, property: "SUMMARY")
    }

    /// The values of a property in the calendar's events.
    func calendar(_ household: TestHousehold, property: String) async throws -> [String] {
        let lines = try await calendar(household) ?? []
        return lines.drop { $0 != "BEGIN:VEVENT" }.filter {
            $0.hasPrefix(property + ":") || $0.hasPrefix(property + ";")
        }
        .map { String($0.dropFirst(property.count + 1)) }
    }
}

struct TestHousehold {
    let secret: Secret<HouseholdSecret>
    let feed: Secret<FeedToken>
    let digest: Secret<DigestToken>

    init(_ body: RedeemedBody, secret: Secret<HouseholdSecret>?) throws {
        func last(_ url: String) -> String { url.split(separator: "/").last.map(String.init) ?? "" }
        self.secret = try #require(secret ?? Secret(presented: last(body.householdURL)))
        feed = try #require(Secret(presented: last(body.feedURL).replacingOccurrences(of: ".ics", with: "")))
        digest = try #require(Secret(presented: last(body.digestURL)))
    }
}
