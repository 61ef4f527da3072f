import HTTPTypes
import Hummingbird
import NoticeCore

/// Letters.
struct NoticeRoutes {
    let store: NoticeStore

    func add(to officers: RouterGroup<OfficerContext>) {
        officers.get(RouterPath(SiteRoute.notices)) { request, context in
            let query = Query(request)
            return JSONBody(
                try await store.notices(for: context.officer, after: query.text("after"), limit: query.limit())
            )
        }
        officers.post(RouterPath(SiteRoute.notices)) { request, context in
            let draft = try await request.decoded(as: NoticeDraftBody.self)
            return answer(try await store.addNotice(draft, by: context.officer), .created)
        }
        officers.get(RouterPath(SiteRoute.notice("{id}"))) { _, context in
            answer(try await store.notice(context.id(of: Notice.self), for: context.officer))
        }
        officers.put(RouterPath(SiteRoute.notice("{id}")), use: revise)
        officers.post(RouterPath(SiteRoute.withdrawNotice("{id}")), use: withdraw)
    }

    @Sendable private func revise(_ request: Request, _ context: OfficerContext) async throws -> JSONBody<NoticeBody> {
        let (id, revision) = (try context.id(of: Notice.self), try request.expectedRevision())
        let draft = try await request.decoded(as: NoticeDraftBody.self)
        return try await telling(id, context) {
            answer(try await store.reviseNotice(id, draft, expecting: revision, by: context.officer))
        }
    }

    @Sendable private func withdraw(
        _ request: Request, _ context: OfficerContext
    ) async throws -> JSONBody<ChangeSetBody> {
        let (id, revision) = (try context.id(of: Notice.self), try request.expectedRevision())
        let reason = try await request.decoded(as: ReasonBody.self, orEmpty: ReasonBody()).reason
        return try await telling(id, context) {
            JSONBody(try await store.withdrawNotice(id, reason: reason, expecting: revision, by: context.officer))
        }
    }

    private func answer(_ notice: NoticeBody, _ status: HTTPResponse.Status = .ok) -> JSONBody<NoticeBody> {
        JSONBody(notice, status: status, headers: [.eTag: "\"\(notice.revision)\""])
    }

    /// A refused precondition carries the newer letter.
    private func telling<Answer>(
        _ id: Notice.ID, _ context: OfficerContext, _ change: () async throws -> Answer
    ) async throws -> Answer {
        do {
            return try await change()
        } catch NoticeError.preconditionFailed {
            throw StaleRevision.notice(try await store.notice(id, for: context.officer))
        }
    }
}
