import HTTPTypes
import Hummingbird
import NoticeCore

/// What a household sees and sets of itself.
struct HouseholdRoutes {
    let store: NoticeStore

    func add(to households: RouterGroup<HouseholdContext>) {
        households.get(RouterPath(SiteRoute.household)) { _, context in
            JSONBody(try await store.household(context.household.id))
        }
        households.patch(RouterPath(SiteRoute.household)) { request, context in
            let patch = try await request.decoded(as: HouseholdPatchBody.self)
            return JSONBody(try await store.updateHousehold(context.household.id, patch))
        }
        households.delete(RouterPath(SiteRoute.household)) { _, context in
            try await store.eraseHousehold(context.household.id)
            return Response(status: .noContent)
        }
        households.patch(RouterPath(SiteRoute.seat("{id}"))) { request, context in
            let patch = try await request.decoded(as: SeatPatchBody.self)
            return JSONBody(try await store.setClass(context.id(of: Seat.self), patch, of: context.household.id))
        }
        households.delete(RouterPath(SiteRoute.seat("{id}"))) { _, context in
            JSONBody(try await store.endSeat(context.id(of: Seat.self), of: context.household.id))
        }
        addFeeds(to: households)
    }

    private func addFeeds(to households: RouterGroup<HouseholdContext>) {
        households.get(RouterPath(SiteRoute.feeds)) { _, context in
            JSONBody(try await store.feeds(of: context.household.id))
        }
        households.post(RouterPath(SiteRoute.feeds)) { request, context in
            let draft = try await request.decoded(as: FeedDraftBody.self, orEmpty: FeedDraftBody())
            return JSONBody(try await store.addFeed(draft, to: context.household.id), status: .created)
        }
        households.get(RouterPath(SiteRoute.householdFeed("{id}"))) { _, context in
            JSONBody(try await feed(context.id(of: Feed.self), of: context.household.id))
        }
        households.patch(RouterPath(SiteRoute.householdFeed("{id}"))) { request, context in
            let draft = try await request.decoded(as: FeedDraftBody.self)
            return JSONBody(try await store.updateFeed(context.id(of: Feed.self), draft, of: context.household.id))
        }
        households.delete(RouterPath(SiteRoute.householdFeed("{id}"))) { _, context in
            try await store.revokeFeed(context.id(of: Feed.self), of: context.household.id)
            return Response(status: .noContent)
        }
    }

    private func feed(_ id: Feed.ID, of household: Household.ID) async throws -> FeedBody {
        guard let feed = try await store.feeds(of: household).feeds.first(where: { $0.id == id.text }) else {
            throw NoticeError.notFound
        }
        return feed
    }
}
