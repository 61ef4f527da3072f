import Hummingbird
import NoticeCore

/// `/healthz` answers only where requests are served; the API's description is served as it stands.
struct HealthRoutes {
    let openAPI: ByteBuffer

    func add(to site: Router<SiteContext>) {
        site.get(RouterPath(SiteRoute.health)) { _, _ in
            Response(
                status: .ok, headers: [.contentType: "text/plain; charset=utf-8"],
                body: ResponseBody(byteBuffer: ByteBuffer(string: "ok\n"))
            )
        }
        site.get(RouterPath(SiteRoute.openAPI)) { _, _ in
            Response(
                status: .ok, headers: [.contentType: "application/yaml; charset=utf-8", .cacheControl: "no-cache"],
                body: ResponseBody(byteBuffer: openAPI)
            )
        }
    }
}
