import HTTPTypes
import Hummingbird
import NoticeCore

/// `/assets/…`, the same for everybody.
struct AssetRoutes {
    let assets: [String: Asset]

    func add(to site: Router<SiteContext>) {
        site.get(RouterPath("\(SiteRoute.assets)/{name}")) { request, context in
            guard let asset = assets[try context.text("name")] else { throw NoticeError.notFound }
            // Asked again each time: after an update no new page may meet an old style sheet.
            let headers: HTTPFields = [.eTag: asset.tag, .cacheControl: "public, no-cache"]
            if let tags = request.headers[.ifNoneMatch], EntityTags.list(tags, matches: asset.tag) {
                return Response(status: .notModified, headers: headers)
            }
            var response = Response(status: .ok, headers: headers, body: ResponseBody(byteBuffer: asset.content))
            response.headers[.contentType] = asset.mediaType
            return response
        }
    }
}
