/// Titles that list several things, and drafts that speak of several events.
extension EventMatcher {
    /// 授業参観・育友会総会 is registered, the letter gives each its hours: the first goes on as the registered event, the others
    /// begin. What no draft names stays with the registered event.
    mutating func takeParts() {
        for event in openKnown.sorted() {
            let name = known[event].name
            let parts = partsNamed(by: openDrafts.sorted(), of: event)
            // Mere blanks also stand inside one name (修学旅行 説明会): only two parts side by side prove a list.
            guard parts.count >= (name.isList ? 1 : 2) else { continue }
            if parts.count == name.parts.count {
                takeAll(parts, of: event)
            } else {
                takeSome(parts, of: event)
            }
        }
    }

    /// Drafts of the same day by the part that they name, each part once.
    private func partsNamed(by drafts: [Int], of event: Int) -> [(part: Int, draft: Int)] {
        var found: [Int: Int] = [:]
        for draft in drafts where canMeet(draft, event) {
            guard let drafted = self.drafts[draft], DayRelation(of: drafted.content, to: known[event].content) == .same,
                let part = known[event].name.part(meaning: drafted.name), found[part] == nil
            else { continue }
            found[part] = draft
        }
        return found.sorted { $0.key < $1.key }.map { (part: $0.key, draft: $0.value) }
    }

    private mutating func takeAll(_ parts: [(part: Int, draft: Int)], of event: Int) {
        let old = known[event].content
        for (index, (_, draft)) in parts.enumerated() {
            guard let drafted = drafts[draft]?.content else { continue }
            var content = index == 0 ? old.enriched(by: drafted) : drafted
            content.title = drafted.title
            plan.matches.append(
                EventMatch(
                    draft: draft, event: known[event].id, action: index == 0 ? .update : .part,
                    reasons: [.partOfTitle] + circumstances(drafted, old), content: content))
            openDrafts.remove(draft)
        }
        openKnown.remove(event)
    }

    private mutating func takeSome(_ parts: [(part: Int, draft: Int)], of event: Int) {
        var rest = known[event].content
        let named = Set(parts.map(\.part))
        let kept = known[event].name.parts.indices.filter { !named.contains($0) }
        rest.title = kept.map { known[event].name.parts[$0].wording }.joined(separator: "・")
        plan.adjustments.append(EventAdjustment(event: known[event].id, content: rest))
        for (_, draft) in parts {
            guard let drafted = drafts[draft]?.content else { continue }
            plan.matches.append(
                EventMatch(
                    draft: draft, event: known[event].id, action: .part,
                    reasons: [.partOfTitle] + circumstances(drafted, known[event].content), content: drafted))
            openDrafts.remove(draft)
        }
        openKnown.remove(event)
    }

    /// 家庭訪問 5/7～12 in the letter, 5/7～8 and 5/11～12 in the plan: the plan knows the days better.
    mutating func takeCovered() {
        for draft in openDrafts.sorted() {
            guard let drafted = drafts[draft]?.content, drafted.lastDay > drafted.firstDay else { continue }
            let events = openKnown.sorted().filter { event in
                guard let pair = pair(draft, event), pair.likeness == .same, !pair.relation.isApart else {
                    return false
                }
                let theirs = known[event].content
                return theirs.precision == .exact && theirs.firstDay >= drafted.firstDay
                    && theirs.lastDay <= drafted.lastDay
            }
            guard events.count > 1 else { continue }
            cover(draft, events, [.sameTitle], by: .additions)
        }
    }

    /// 授業参観・育友会総会 in the letter, each registered by itself.
    mutating func takeCompounds() {
        for draft in openDrafts.sorted() {
            guard let drafted = drafts[draft], drafted.name.parts.count > 1 else { continue }
            var found: [Int: Int] = [:]
            // Events that another draft has taken are no less there.
            for event in known.indices where canMeet(draft, event) {
                guard DayRelation(of: drafted.content, to: known[event].content) == .same,
                    let part = drafted.name.part(meaning: known[event].name), found[part] == nil
                else { continue }
                found[part] = event
            }
            guard found.count == drafted.name.parts.count else { continue }
            cover(draft, found.values.sorted(), [.partOfTitle], by: nil)
        }
    }

    /// 運動会予備日 as an entry of its own: the event has it among its rain dates, or gets it.
    mutating func takeRainDates() {
        for draft in openDrafts.sorted() {
            guard let drafted = drafts[draft], drafted.name.isRainDate else { continue }
            let event = known.indices.first { event in
                guard let pair = pair(draft, event), !known[event].name.isRainDate,
                    case .apart(let days) = pair.relation
                else { return false }
                return pair.likeness == .same && (1...Self.nearDays).contains(days)
            }
            guard let event else { continue }
            var content = known[event].content
            if !content.rainDates.contains(drafted.content.firstDay) {
                content.rainDates = (content.rainDates + [drafted.content.firstDay]).sorted()
            }
            plan.matches.append(
                EventMatch(
                    draft: draft, event: known[event].id, action: .covered,
                    reasons: [.sameTitle] + circumstances(drafted.content, known[event].content), content: content))
            openDrafts.remove(draft)
        }
    }

    /// One day of what is registered for several: 個人懇談 on the 15th, of 14 to 16.
    mutating func takeDaysOfRanges() {
        for draft in openDrafts.sorted() {
            guard let drafted = drafts[draft]?.content, drafted.firstDay == drafted.lastDay else { continue }
            let range = known.indices.first { event in
                guard let pair = pair(draft, event), pair.likeness == .same else { return false }
                let theirs = known[event].content
                return theirs.lastDay > theirs.firstDay && theirs.firstDay <= drafted.firstDay
                    && drafted.lastDay <= theirs.lastDay
            }
            guard let range else { continue }
            cover(draft, [range], [.sameTitle], by: .additions)
            let saysMore = drafted.start != nil || drafted.audience != known[range].content.audience
            if saysMore, let last = plan.matches.indices.last { plan.matches[last].doubts.append(.dateDiffers) }
        }
    }

    /// What another draft has taken before is left as that one says.
    ///
    /// - Parameter enrichment: `nil` when it cannot be said which of the events a draft's facts concern.
    private mutating func cover(
        _ draft: Int, _ events: [Int], _ reasons: [EventMatch.Reason], by enrichment: EventContent.Enrichment?
    ) {
        guard let drafted = drafts[draft]?.content else { return }
        for event in events {
            let old = known[event].content
            let isOpen = openKnown.contains(event)
            let content = isOpen ? enrichment.map { old.enriched(by: drafted, $0) } ?? old : old
            plan.matches.append(
                EventMatch(
                    draft: draft, event: known[event].id, action: .covered,
                    reasons: reasons + circumstances(drafted, old), content: content))
            openKnown.remove(event)
        }
        openDrafts.remove(draft)
    }
}
