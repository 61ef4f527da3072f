import Hummingbird
import NoticeCore

/// What a letter says and what of it is registered already: questions that change nothing.
struct ReadingRoutes {
    let store: NoticeStore

    func add(to officers: RouterGroup<OfficerContext>) {
        officers.post(RouterPath(SiteRoute.readings)) { request, context in
            let letter = try await request.decoded(as: ReadingRequestBody.self)
            return JSONBody(try await store.read(letter, for: context.officer))
        }
        officers.post(RouterPath(SiteRoute.matches)) { request, context in
            let drafts = try await request.decoded(as: MatchRequestBody.self)
            return JSONBody(try await store.matches(drafts, for: context.officer))
        }
    }
}
