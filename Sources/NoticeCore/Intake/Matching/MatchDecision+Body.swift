extension MatchDecision {
    /// - Throws: ``NoticeError/invalid(_:)`` with every flaw.
    static func read(_ bodies: [MatchDecisionBody]) throws(NoticeError) -> [MatchDecision] {
        guard bodies.count <= 600 else { throw .invalid(.tooMany, field: "decisions", value: "600") }
        var flaws: [Flaw] = []
        let decisions = bodies.enumerated().compactMap { index, body -> MatchDecision? in
            let path = "decisions[\(index)]."
            let count = flaws.count
            let event = Event.ID(body.event)
            if event == nil { flaws.append(Flaw(.unknownEvent, field: path + "event", value: body.event)) }
            let verdict = Verdict(rawValue: body.decision)
            if verdict == nil { flaws.append(Flaw(.unknownOption, field: path + "decision", value: body.decision)) }
            let kind = EventKind(rawValue: body.kind)
            if kind == nil { flaws.append(Flaw(.unknownKind, field: path + "kind", value: body.kind)) }
            let day = SchoolDay(String(body.start.prefix(10)))
            if day == nil { flaws.append(Flaw(.impossibleDate, field: path + "start", value: body.start)) }
            if case .failure(let fault) = CheckedText.line(body.title, limit: 200) {
                flaws.append(fault.flaw(field: path + "title"))
            }
            guard flaws.count == count, let event, let verdict, let kind, let day else { return nil }
            return MatchDecision(
                event: event, key: DraftedEvent.key(kind: kind, name: EventName(body.title), day: day),
                verdict: verdict)
        }
        guard flaws.isEmpty else { throw .invalid(flaws) }
        return decisions
    }
}
