import HTTPTypes
import Hummingbird
import NoticeCore

/// `/join`: where a slip's QR leads. Reading never redeems; only the form's POST does.
struct JoinRoutes {
    let store: NoticeStore
    let redemption: SlipRedemption
    let resources: Resources
    let cookie: HouseholdCookie
    let origin: SameOrigin

    func add(to site: Router<SiteContext>) {
        site.get(RouterPath(SiteRoute.join)) { request, context in
            try resources.pages.response(
                JoinPage(knowsHousehold: cookie.secret(in: request) != nil, resources.strings, context.language)
            )
        }
        site.post(RouterPath(SiteRoute.join), use: join)
    }

    @Sendable private func join(_ request: Request, _ context: SiteContext) async throws -> Response {
        try origin.check(request)
        let form = try await Form(request)
        let code = form["code"] ?? ""
        let here = cookie.secret(in: request)
        do {
            let household = form["add"] == nil ? nil : try await known(here)
            let redeemed = try await redemption.redeem(code, for: context.client, household: household)
            return try await welcome(redeemed, context.language)
        } catch let error as NoticeError {
            return try refused(error, code: code, knowsHousehold: here != nil, context.language)
        }
    }

    /// The household of this device's cookie, unless it was erased meanwhile.
    private func known(_ secret: Secret<HouseholdSecret>?) async throws -> Secret<HouseholdSecret>? {
        guard let secret, try await store.householdID(presenting: secret) != nil else { return nil }
        return secret
    }

    private func welcome(_ redeemed: RedeemedBody, _ language: Language) async throws -> Response {
        let names = SchoolNames(register: store.associations)
        let seats = redeemed.seats.map { SeatView($0, names: names, resources.strings, language) }
        let secret = redeemed.householdURL.split(separator: "/").last.flatMap { Secret<HouseholdSecret>(presented: $0) }
        var next: [DigestItem] = []
        if let secret, let household = try await store.householdID(presenting: secret) {
            next = try await store.homeContent(of: household, language: language).nextItems
        }
        var response = try resources.pages.response(
            JoinedPage(redeemed, seats: seats, next: next, resources.strings, language)
        )
        if let secret { response.headers[.setCookie] = cookie.setting(secret) }
        return response
    }

    /// The form again, with what to do; statuses as the API gives them.
    private func refused(
        _ error: NoticeError, code: String, knowsHousehold: Bool, _ language: Language
    ) throws -> Response {
        guard let problem = Problem(error) else { throw error }
        let text: String
        switch error {
        case .notFound: text = resources.strings.text(.joinUnknown, language)
        case .invalid(let flaws) where !flaws.isEmpty: text = flaws[0].message(in: language)
        default: text = resources.strings.text(problem.detail, language, problem.values)
        }
        let page = JoinPage(
            code: String(code.prefix(40)), error: text, knowsHousehold: knowsHousehold, resources.strings, language
        )
        var response = try resources.pages.response(page, status: problem.status)
        for field in problem.headers { response.headers[field.name] = field.value }
        return response
    }
}
