public import Foundation

/// Lays the demo associations' events out around the first start, and makes something to try on every start.
///
/// It goes the way of every officer: import, letters, publication, slips. Nothing of it touches the database by itself.
public struct DemoLoader: Sendable {
    private let store: NoticeStore
    /// `Demo/`: an association's folder holds `events.csv`, `corrections.csv` and `letters/`.
    private let folder: URL

    public init(store: NoticeStore, folder: URL) {
        self.store = store
        self.folder = folder
    }

    /// One line that a person is told.
    public struct Line: Equatable, Sendable {
        public let name: String
        public let value: String
    }

    /// - Returns: An admin's invitation, a slip's code, and a household with a child in each association.
    public func layOut() async throws -> [Line] {
        let associations = store.associations.associations
        var officers: [Officer] = []
        for association in associations {
            let (officer, isNew) = try await officer(of: association)
            if isNew { try await publish(of: association, by: officer) }
            officers.append(officer)
        }
        guard let first = associations.first, let officer = officers.first else { return [] }
        let invitation = try await store.invite(association: first.id, role: .admin, name: first.shortName)
        let spare = try await slip(of: first, grade: first.schools[0].grades.lowerBound, by: officer)
        var household: RedeemedBody?
        var secret: Secret<HouseholdSecret>?
        for (association, officer) in zip(associations, officers) {
            let slip = try await slip(of: association, grade: Self.demoGrade(of: association.schools[0]), by: officer)
            let redeemed = try await store.redeem(NoticeStore.code(typed: slip.code), household: secret)
            secret = redeemed.householdURL.split(separator: "/").last.flatMap { Secret(presented: $0) }
            household = redeemed
        }
        guard let household else { return [] }
        return [
            Line(name: "admin_invitation", value: invitation.code), Line(name: "slip_code", value: spare.code),
            Line(name: "join_url", value: spare.joinURL), Line(name: "calendar_url", value: household.feedURL),
            Line(name: "digest_url", value: household.digestURL), Line(name: "home_url", value: household.householdURL),
        ]
    }

    /// 中1 and 小4: the household that the demo's dates are made for.
    private static func demoGrade(of school: School) -> Int { school.stage == .elementary ? 4 : 1 }

    private static let officerName = "デモ役員"

    private func officer(of association: Association) async throws -> (Officer, isNew: Bool) {
        if let known = try await store.officer(named: Self.officerName, of: association.id) { return (known, false) }
        let invitation = try await store.invite(association: association.id, role: .admin, name: Self.officerName)
        _ = try await store.signIn(SignInBody(code: invitation.code, device: "demo"), adding: nil)
        guard let officer = try await store.officer(named: Self.officerName, of: association.id) else {
            throw NoticeError.notFound
        }
        return (officer, true)
    }

    private func slip(of association: Association, grade: Int, by officer: Officer) async throws -> PrintedSlipBody {
        let order = SlipOrderBody(
            school: association.schools[0].id.text, grade: grade, class: nil, count: 1, schoolYear: nil
        )
        guard let slip = try await store.printSlips(order, by: officer).slips.first else { throw NoticeError.notFound }
        return slip
    }

    private func publish(of association: Association, by officer: Officer) async throws {
        let files = folder.appendingPathComponent(association.id.text)
        let calendar = DemoCalendar(firstDay: store.effects.now().day, holidays: association.holidays)
        for name in ["events.csv", "corrections.csv"] {
            guard let text = try text(of: files.appendingPathComponent(name)) else { continue }
            let options = ImportOptions(school: association.schools[0].id, layout: .list)
            let report = try await store.importEvents(
                Array(calendar.filled(text, as: .data).utf8), options, by: officer
            )
            if let set = report.changeSet { _ = try await store.publish(set, by: officer) }
        }
        let letters = files.appendingPathComponent("letters")
        let names = (try? FileManager.default.contentsOfDirectory(atPath: letters.path)) ?? []
        for name in names.sorted() where name.hasSuffix(".json") {
            guard let json = try text(of: letters.appendingPathComponent(name)),
                let body = try text(of: letters.appendingPathComponent(name.dropLast(5) + ".txt"))
            else { continue }
            let filled = try calendar.filled(json, as: .data)
            var draft = try APICoding.decode(NoticeDraftBody.self, from: Data(filled.utf8))
            draft.text = try calendar.filled(body, as: .letter)
            let notice = try await store.addNotice(draft, by: officer)
            _ = try await store.publish(notice.id, by: officer)
        }
    }

    private func text(of url: URL) throws -> String? {
        guard let data = FileManager.default.contents(atPath: url.path) else { return nil }
        return try TextDecoding.text(from: Array(data))
    }
}
