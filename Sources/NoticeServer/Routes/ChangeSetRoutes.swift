import Hummingbird
import NoticeCore

/// Change sets on their way from draft to published. The path takes a letter's ID as well: its newest change set.
struct ChangeSetRoutes {
    let store: NoticeStore

    func add(to officers: RouterGroup<OfficerContext>) {
        officers.get(RouterPath(SiteRoute.changeSets)) { request, context in
            let query = Query(request)
            return JSONBody(
                try await store.changeSets(
                    for: context.officer, state: query.text("state"), after: query.text("after"), limit: query.limit()
                )
            )
        }
        officers.get(RouterPath(SiteRoute.changeSet("{id}"))) { _, context in
            JSONBody(try await store.changeSet(context.text("id"), for: context.officer))
        }
        officers.post(RouterPath(SiteRoute.changeSet("{id}", "submit"))) { _, context in
            JSONBody(try await store.submit(context.text("id"), by: context.officer))
        }
        officers.post(RouterPath(SiteRoute.changeSet("{id}", "approve"))) { request, context in
            let look = try await request.decoded(as: ApprovalBody.self, orEmpty: ApprovalBody()).explicitLook ?? []
            return JSONBody(try await store.approve(context.text("id"), explicitLook: look, by: context.officer))
        }
        officers.post(RouterPath(SiteRoute.changeSet("{id}", "return"))) { request, context in
            let reason = try await request.decoded(as: ReasonBody.self, orEmpty: ReasonBody()).reason
            return JSONBody(try await store.sendBack(context.text("id"), reason: reason, by: context.officer))
        }
        officers.post(RouterPath(SiteRoute.changeSet("{id}", "publish"))) { _, context in
            JSONBody(try await store.publish(context.text("id"), by: context.officer))
        }
        officers.post(RouterPath(SiteRoute.changeSet("{id}", "discard"))) { _, context in
            JSONBody(try await store.discard(context.text("id"), by: context.officer))
        }
    }
}
