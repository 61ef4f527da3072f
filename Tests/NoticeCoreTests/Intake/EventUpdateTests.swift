import Testing

@testable import NoticeCore

@Suite struct EventUpdateTests {
    private func content(_ change: (inout EventContent) -> Void = { _ in }) -> EventContent {
        var content = EventContent(
            title: "遠足", kind: .event, status: .confirmed, firstDay: .at("2026-12-04"), lastDay: .at("2026-12-04"),
            audience: .grades(School.juniorHigh.id, [1], classes: []))
        change(&content)
        return content
    }

    /// What is sent must come out as what was shown, whatever stood there before.
    @Test func update_bringsAboutExactlyTheNewWording() throws {
        let shapes = [
            content(), content { $0.start = WallTime(minute: 500) },
            content {
                $0.start = WallTime(minute: 500)
                $0.end = WallTime(minute: 900)
            },
            content { $0.lastDay = .at("2026-12-06") },
            content {
                $0.lastDay = .at("2026-12-06")
                ($0.start, $0.end) = (WallTime(minute: 800), WallTime(minute: 990))
            },
            content {
                $0.lastDay = .at("2026-12-05")
                ($0.start, $0.end) = (WallTime(minute: 400), WallTime(minute: 1090))
                $0.isContinuous = true
            },
            content {
                ($0.firstDay, $0.lastDay, $0.precision) = (.at("2026-12-11"), .at("2026-12-20"), .approximate)
                $0.groups = ["parents"]
                ($0.place, $0.note, $0.reception) = ("体育館", "雨天決行", WallTime(minute: 480))
                ($0.items, $0.rainDates) = (["水筒"], [.at("2026-12-21")])
                ($0.title, $0.status) = ("秋の遠足", .cancelled)
            },
        ]
        let association = try Association.fixture()
        for old in shapes {
            for new in shapes {
                // Hours of a range are never taken away by a letter.
                let loses = old.start != nil && new.start == nil || old.end != nil && new.end == nil
                if loses && new.lastDay > new.firstDay { continue }
                let (body, fields) = EventDraftBody.update(of: Event.ID(Effects.live.uuid()), from: old, to: new)
                let draft = EventDraft(
                    body: body, association: association, base: old, inherited: nil, today: .at("2026-11-22"))
                #expect(try draft.content() == new)
                #expect(fields.isEmpty == (old == new))
            }
        }
    }
}
