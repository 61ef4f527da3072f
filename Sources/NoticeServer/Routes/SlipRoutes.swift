import Hummingbird
import NoticeCore

/// Registration slips: printed and cancelled by officers, redeemed by families.
struct SlipRoutes {
    let store: NoticeStore
    let redemption: SlipRedemption

    func add(to site: Router<SiteContext>, _ officers: RouterGroup<OfficerContext>) {
        site.post(RouterPath(SiteRoute.redeem)) { request, context in
            let code = try await request.decoded(as: RedeemBody.self).code
            let household = try await redemption.bearer(of: request)
            return JSONBody(
                try await redemption.redeem(code, for: context.client, household: household), status: .created)
        }
        officers.get(RouterPath(SiteRoute.slips)) { _, context in
            JSONBody(try await store.slips(for: context.officer))
        }
        officers.post(RouterPath(SiteRoute.slips)) { request, context in
            let order = try await request.decoded(as: SlipOrderBody.self)
            return JSONBody(try await store.printSlips(order, by: context.officer), status: .created)
        }
        officers.delete(RouterPath(SiteRoute.slip("{serial}"))) { _, context in
            JSONBody(try await store.cancelSlip(context.text("serial"), by: context.officer))
        }
        officers.delete(RouterPath(SiteRoute.slipBatch("{id}"))) { _, context in
            JSONBody(try await store.cancelSlipBatch(context.text("id"), by: context.officer))
        }
        officers.get(RouterPath(SiteRoute.households)) { _, context in
            JSONBody(try await store.households(for: context.officer))
        }
    }
}
