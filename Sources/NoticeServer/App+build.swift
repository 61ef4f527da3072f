import Hummingbird
import HummingbirdCore
import NIOCore
import NoticeCore
import ServiceLifecycle

/// Everything wired on one page: limits, middleware, routes and jobs.
extension Site {
    func application() -> Application<RouterResponder<SiteContext>> {
        let log = RequestLog(logger: logger)
        let security = SecurityHeaders(isHTTPS: configuration.baseURL.isHTTPS)
        let feeds = FeedShortcut(
            publisher: store.feeds, headers: FeedHeaders(security: security), log: log, effects: effects
        )
        let gate = ConnectionGate(
            limits: configuration.limits, bodyLimits: configuration.bodyLimits, proxies: configuration.proxies, log: log
        )
        return Application(
            responder: router(log: log, security: security).buildResponder(),
            server: HTTPServerBuilder { NoticeChannel(responder: $0, gate: gate, feeds: feeds) },
            configuration: ApplicationConfiguration(
                address: .hostname(configuration.host, port: configuration.port), backlog: 1024
            ),
            services: [
                UpkeepService(store: store, logger: logger, group: group),
                RegisterService(store: store, folder: configuration.associations, logger: logger),
            ],
            onServerRunning: { channel in
                // New connections do not queue behind those that are busy; without this they come four at a time.
                try? await channel.setOption(.maxMessagesPerRead, value: 64).get()
                announceFirstSteps()
            },
            eventLoopGroupProvider: .shared(group),
            logger: logger
        )
    }

    func router(log: RequestLog, security: SecurityHeaders) -> Router<SiteContext> {
        let plan = Router(context: SiteContext.self)
        addRoutes(to: plan, security)
        let router = Router(context: SiteContext.self, options: .autoGenerateHeadEndpoints)
        router.add(middleware: RequestLogMiddleware(log: log))
        router.add(middleware: SecurityHeadersMiddleware(security: security))
        router.add(middleware: ReaderMiddleware(proxies: configuration.proxies, isHTTPS: security.isHTTPS))
        router.add(
            middleware: ProblemMiddleware(
                strings: resources.strings, pages: resources.pages, routes: RouteTable(of: plan.routes)
            )
        )
        addRoutes(to: router, security)
        return router
    }

    private func addRoutes(to site: Router<SiteContext>, _ security: SecurityHeaders) {
        let cookie = HouseholdCookie(isHTTPS: security.isHTTPS)
        let origin = SameOrigin(origin: configuration.baseURL.text)
        let redemption = SlipRedemption(store: store, brake: CodeBrake(effects: effects))
        let signedIn = site.group().add(middleware: OfficerAuthentication(store: store))
        let devices = signedIn.group(context: DeviceContext.self)
        let officers = signedIn.group(context: OfficerContext.self)
        let family = site.group().add(
            middleware: HouseholdAuthentication(store: store, cookie: cookie, origin: origin)
        )

        HealthRoutes(openAPI: resources.openAPI).add(to: site)
        AssetRoutes(assets: resources.assets).add(to: site)
        FeedRoutes(publisher: store.feeds, headers: FeedHeaders(security: security)).add(to: site)

        OfficerRoutes(store: store, brake: CodeBrake(effects: effects)).add(to: site, devices, officers)
        AttachmentRoutes(store: store, limits: configuration.bodyLimits).add(to: officers)
        NoticeRoutes(store: store).add(to: officers)
        EventRoutes(store: store).add(to: officers)
        ReadingRoutes(store: store).add(to: officers)
        ImportRoutes(store: store).add(to: officers)
        ChangeSetRoutes(store: store).add(to: officers)
        SlipRoutes(store: store, redemption: redemption).add(to: site, officers)
        DigestRoutes(store: store, resources: resources, baseURL: configuration.baseURL.text)
            .add(to: site, officers)
        JoinRoutes(store: store, redemption: redemption, resources: resources, cookie: cookie, origin: origin)
            .add(to: site)
        HomeRoutes(store: store, resources: resources, cookie: cookie, origin: origin).add(to: site)
        OfficerPageRoutes(resources: resources, baseURL: configuration.baseURL.text).add(to: site)
        HouseholdRoutes(store: store).add(to: family.group(context: HouseholdContext.self))
        AuditRoutes(store: store).add(to: officers)
    }
}

extension RouteTable {
    fileprivate init(of routes: [Router<SiteContext>.RouteDescription]) {
        self.init()
        for route in routes {
            add(route.path.description, method: route.method.rawValue)
            if route.method == .get { add(route.path.description, method: "HEAD") }
        }
    }
}
