import HTTPTypes
import Hummingbird
import NoticeCore

/// Events, and what changes them: each change is a change set of its own.
struct EventRoutes {
    let store: NoticeStore

    func add(to officers: RouterGroup<OfficerContext>) {
        officers.get(RouterPath(SiteRoute.events), use: list)
        officers.post(RouterPath(SiteRoute.events)) { request, context in
            let draft = try await request.decoded(as: EventDraftBody.self)
            return JSONBody(try await store.addEvent(draft, by: context.officer), status: .created)
        }
        officers.get(RouterPath(SiteRoute.event("{id}"))) { _, context in
            let event = try await store.event(context.id(of: Event.self), for: context.officer)
            return JSONBody(event, headers: [.eTag: "\"\(event.revision)\""])
        }
        officers.patch(RouterPath(SiteRoute.event("{id}"))) { request, context in
            let draft = try await request.decoded(as: EventDraftBody.self)
            return try await change(request, context) { try await store.reviseEvent($0, draft, expecting: $1, by: $2) }
        }
        officers.post(RouterPath(SiteRoute.moveEvent("{id}"))) { request, context in
            let move = try await request.decoded(as: MoveBody.self)
            return try await change(request, context) { try await store.moveEvent($0, move, expecting: $1, by: $2) }
        }
        officers.post(RouterPath(SiteRoute.cancelEvent("{id}"))) { request, context in
            let reason = try await request.decoded(as: ReasonBody.self, orEmpty: ReasonBody()).reason
            return try await change(request, context) {
                try await store.cancelEvent($0, reason: reason, expecting: $1, by: $2)
            }
        }
        officers.post(RouterPath(SiteRoute.withdrawEvent("{id}"))) { request, context in
            let reason = try await request.decoded(as: ReasonBody.self, orEmpty: ReasonBody()).reason
            return try await change(request, context) {
                try await store.withdrawEvent($0, reason: reason, expecting: $1, by: $2)
            }
        }
    }

    @Sendable private func list(_ request: Request, _ context: OfficerContext) async throws -> JSONBody<EventListBody> {
        let query = Query(request)
        let filter = EventFilter(
            school: try query.school(), from: try query.day("from"), to: try query.day("to"),
            grade: try query.number("grade", in: 1...9)
        )
        return JSONBody(
            try await store.events(
                for: context.officer, filter: filter, after: query.text("after"), limit: query.limit()
            )
        )
    }

    /// A refused precondition carries the newer event.
    private func change(
        _ request: Request, _ context: OfficerContext,
        _ act: (Event.ID, Int, Officer) async throws -> ChangeSetBody
    ) async throws -> JSONBody<ChangeSetBody> {
        let (id, revision) = (try context.id(of: Event.self), try request.expectedRevision())
        do {
            return JSONBody(try await act(id, revision, context.officer))
        } catch NoticeError.preconditionFailed {
            throw StaleRevision.event(try await store.event(id, for: context.officer))
        }
    }
}
