/// A letter's drafts, checked.
struct MatchRequest: Sendable {
    /// `nil` for an entry that names its event itself.
    let drafts: [EventContent?]
    let context: MatchContext

    init(_ body: MatchRequestBody, association: Association, today: SchoolDay) throws(NoticeError) {
        guard body.events.count <= 300 else { throw .invalid(.tooMany, field: "events", value: "300") }
        var flaws: [Flaw] = []
        let audience = AudienceReader(association: association, inherited: nil).audience(
            school: body.school, wholeAssociation: body.wholeAssociation, grades: body.grades, classes: body.classes,
            flaws: &flaws)
        let issued = Self.day(body.issued, or: today, field: "issued", &flaws)
        let replaced = Self.replaced(body.replaces ?? [], &flaws)
        var drafts: [EventContent?] = []
        for (index, event) in body.events.enumerated() where audience != nil {
            guard event.id == nil else {
                drafts.append(nil)
                continue
            }
            let draft = EventDraft(
                body: event, association: association, base: nil, inherited: audience, today: today,
                path: "events[\(index)].")
            do throws(NoticeError) {
                drafts.append(try draft.content())
            } catch {
                guard case .invalid(let found) = error else { throw error }
                flaws += found
            }
        }
        guard flaws.isEmpty, let audience, let issued else { throw .invalid(flaws) }
        self.drafts = drafts
        context = MatchContext(issued: issued, audience: audience, replaced: replaced)
    }

    private static func replaced(_ bodies: [ReplacedEventBody], _ flaws: inout [Flaw]) -> [MatchContext.Replaced] {
        guard bodies.count <= 300 else {
            flaws.append(Flaw(.tooMany, field: "replaces", value: "300"))
            return []
        }
        return bodies.enumerated().compactMap { index, body in
            let start = String(body.start.prefix(10))
            guard let day = day(start, or: nil, field: "replaces[\(index)].start", &flaws) else { return nil }
            return MatchContext.Replaced(name: EventName(String(body.title.prefix(200))), day: day)
        }
    }

    private static func day(
        _ text: String?, or fallback: SchoolDay?, field: String, _ flaws: inout [Flaw]
    ) -> SchoolDay? {
        guard let text else { return fallback }
        guard let day = SchoolDay(text) else {
            flaws.append(Flaw(.impossibleDate, field: field, value: text))
            return nil
        }
        return day
    }

    /// The school years of the drafts: what lies outside is another year's event.
    var span: ClosedRange<SchoolDay>? {
        let years = drafts.compactMap { $0?.firstDay.schoolYear }
        guard let first = years.min(), let last = years.max() else { return nil }
        return first.firstDay...last.lastDay
    }
}
