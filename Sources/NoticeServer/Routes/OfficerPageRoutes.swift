import Hummingbird
import NoticeCore

/// `/officer`, and the door that leads people who type only the address to `/join`.
struct OfficerPageRoutes {
    let resources: Resources
    let baseURL: String

    func add(to site: Router<SiteContext>) {
        site.get(RouterPath(SiteRoute.officer)) { _, context in
            try resources.pages.response(OfficerPage(server: baseURL, resources.strings, context.language))
        }
        site.get("/") { _, _ in Response(status: .seeOther, headers: [.location: SiteRoute.join]) }
    }
}
