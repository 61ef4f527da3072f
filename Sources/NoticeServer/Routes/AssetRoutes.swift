import HTTPTypes
import Hummingbird
import NoticeCore

/// `/assets/…`, the same for everybody.
struct AssetRoutes {
    let assets: [String: Asset]

    func add(to site: Router<SiteContext>) {
        site.get(RouterPath("\(SiteRoute.assets)/{name}")) { request, context in
            guard let asset = assets[try context.text("name")] else { throw NoticeError.notFound }
            let headers: HTTPFields = [.eTag: asset.tag, .cacheControl: "public, max-age=3600"]
            if let tags = request.headers[.ifNoneMatch], EntityTags.list(tags, matches: asset.tag) {
                return Response(status: .notModified, headers: headers)
            }
            var response = Response(status: .ok, headers: headers, body: ResponseBody(byteBuffer: asset.content))
            response.headers[.contentType] = asset.mediaType
            return response
        }
    }
}
