import HTTPTypes
import Hummingbird
import NoticeCore

/// `/home`: a household's own page and its settings.
struct HomeRoutes {
    let store: NoticeStore
    let resources: Resources
    let cookie: HouseholdCookie
    let origin: SameOrigin

    func add(to site: Router<SiteContext>) {
        site.get(RouterPath(SiteRoute.home("{secret}")), use: open)
        site.get(RouterPath(SiteRoute.home), use: show)
        site.get(RouterPath("\(SiteRoute.home)/week"), use: week)
        site.post(RouterPath("\(SiteRoute.home)/calendars"), use: addCalendar)
        post(site, "calendars/{id}/stop") { household, _, context in
            try await store.revokeFeed(context.id(of: Feed.self), of: household)
        }
        post(site, "children/{id}/class") { household, form, context in
            let number = try form["class"].map { text in
                guard let number = Int(text) else { throw NoticeError.invalid(.malformed, field: "class", value: text) }
                return number
            }
            _ = try await store.setClass(context.id(of: Seat.self), SeatPatchBody(class: number), of: household)
        }
        post(site, "children/{id}/end") { household, _, context in
            _ = try await store.endSeat(context.id(of: Seat.self), of: household)
        }
        post(site, "hidden") { household, form, _ in
            _ = try await store.updateHousehold(household, HouseholdPatchBody(hiddenGroups: form.values(of: "group")))
        }
        site.post(RouterPath("\(SiteRoute.home)/erase"), use: erase)
        site.post(RouterPath("\(SiteRoute.home)/forget"), use: forget)
    }

    /// The household's link: keeps the secret in a cookie and takes it out of the address bar.
    @Sendable private func open(_ request: Request, _ context: SiteContext) async throws -> Response {
        guard let secret = Secret<HouseholdSecret>(presented: try context.text("secret")),
            try await store.householdID(presenting: secret) != nil
        else { throw NoticeError.notFound }
        return Response(status: .seeOther, headers: [.location: SiteRoute.home, .setCookie: cookie.setting(secret)])
    }

    @Sendable private func show(_ request: Request, _ context: SiteContext) async throws -> Response {
        guard let household = try await household(request) else {
            return try message(.homeTitle, .homeNeedsLink, context.language, status: .unauthorized)
        }
        let saved =
            request.uri.queryParameters["saved"] == nil ? nil : resources.strings.text(.homeSaved, context.language)
        return try await page(household, context.language, message: saved)
    }

    @Sendable private func week(_ request: Request, _ context: SiteContext) async throws -> Response {
        guard let household = try await household(request) else {
            return try message(.homeTitle, .homeNeedsLink, context.language, status: .unauthorized)
        }
        let digest = try await store.homeContent(of: household.id, language: context.language).digest
        let isLarge = request.uri.queryParameters["large"] == "1"
        return try resources.pages.response(
            DigestPage(digest, isLarge: isLarge, links: nil, resources.strings, context.language)
        )
    }

    @Sendable private func addCalendar(_ request: Request, _ context: SiteContext) async throws -> Response {
        let (household, form) = try await submitted(request)
        let made = try await store.addFeed(FeedDraftBody(form), to: household.id)
        return try await page(household, context.language, made: made)
    }

    @Sendable private func erase(_ request: Request, _ context: SiteContext) async throws -> Response {
        let (household, form) = try await submitted(request)
        guard form["confirm"] == "1" else { throw NoticeError.invalid(.missing, field: "confirm") }
        try await store.eraseHousehold(household.id)
        var response = try message(.homeErase, .homeErased, context.language, isAnswerToForm: true)
        response.headers[.setCookie] = cookie.clearing
        return response
    }

    @Sendable private func forget(_ request: Request, _ context: SiteContext) async throws -> Response {
        _ = try await submitted(request)
        return Response(status: .seeOther, headers: [.location: SiteRoute.join, .setCookie: cookie.clearing])
    }

    /// A form that changes one thing and leads back to the page.
    private func post(
        _ site: Router<SiteContext>, _ path: String,
        _ change: @escaping @Sendable (Household.ID, Form, SiteContext) async throws -> Void
    ) {
        site.post(RouterPath("\(SiteRoute.home)/\(path)")) { request, context in
            let (household, form) = try await submitted(request)
            try await change(household.id, form, context)
            return Response(status: .seeOther, headers: [.location: "\(SiteRoute.home)?saved=1"])
        }
    }

    private func household(_ request: Request) async throws -> AuthenticatedHousehold? {
        guard let secret = cookie.secret(in: request), let id = try await store.householdID(presenting: secret) else {
            return nil
        }
        return AuthenticatedHousehold(id: id, secret: secret)
    }

    /// The household and the fields of a form that our own page sent.
    private func submitted(_ request: Request) async throws -> (AuthenticatedHousehold, Form) {
        guard let household = try await household(request) else { throw NoticeError.unauthorized }
        let form = try await Form(request)
        try origin.check(request, token: form["token"], for: household.secret)
        return (household, form)
    }

    private func page(
        _ household: AuthenticatedHousehold, _ language: Language, message: String? = nil, made: FeedBody? = nil
    ) async throws -> Response {
        let content = try await store.homeContent(of: household.id, language: language)
        let page = HomePage(
            content, names: SchoolNames(register: store.associations),
            formToken: SameOrigin.formToken(for: household.secret),
            message: message, made: made, resources.strings, language
        )
        return try resources.pages.response(page)
    }

    private func message(
        _ heading: StringKey, _ detail: StringKey, _ language: Language, status: HTTPResponse.Status = .ok,
        isAnswerToForm: Bool = false
    ) throws -> Response {
        let page = MessagePage(
            heading: heading, detail: detail, isAnswerToForm: isAnswerToForm, resources.strings, language
        )
        return try resources.pages.response(page, status: status)
    }
}

extension FeedDraftBody {
    /// The form of `/home` for a new calendar.
    fileprivate init(_ form: Form) throws(NoticeError) {
        self.init()
        label = form["label"]
        kinds = EventKind.allCases.map(\.rawValue).filter { form["kind_\($0)"] != nil }
        detail = form["detail"]
        if let text = form["reminder"] {
            guard let minutes = Int(text) else { throw .invalid(.malformed, field: "reminders", value: text) }
            reminders = [minutes]
        }
        language = form["language"]
        cancelledStyle = form["cancelled_style"]
    }
}
