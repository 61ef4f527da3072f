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

/// Redeems a slip, for the API and for `/join`.
///
/// Unknown, used, expired and cancelled codes take the same way and get the same answer.
struct SlipRedemption: Sendable {
    let store: NoticeStore
    let brake: CodeBrake

    func redeem(
        _ typed: String, for client: ClientAddress, household: Secret<HouseholdSecret>?
    ) async throws -> RedeemedBody {
        let code: SlipCode
        do {
            code = try SlipCode(typed: String(typed.prefix(100)))
        } catch {
            // Told at once and not counted: the check character shows that it is no guess that could succeed.
            throw NoticeError.invalid(.mistypedCode, field: "code")
        }
        try brake.check(client)
        do {
            return try await store.redeem(code, household: household)
        } catch NoticeError.notFound {
            brake.recordFailure(of: client)
            throw NoticeError.notFound
        }
    }

    /// The household that a seat is to be added to, when the request carries its secret.
    func bearer(of request: Request) async throws -> Secret<HouseholdSecret>? {
        guard request.headers[.authorization] != nil else { return nil }
        guard let secret = request.bearerSecret(for: HouseholdSecret.self),
            try await store.householdID(presenting: secret) != nil
        else { throw NoticeError.unauthorized }
        return secret
    }
}
