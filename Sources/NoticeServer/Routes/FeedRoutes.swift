import HTTPTypes
import Hummingbird
import NoticeCore

/// Calendars whose answer is not in memory yet, and requests that ``FeedShortcutHandler`` leaves alone.
struct FeedRoutes {
    static let template = SiteRoute.feed("{token}")

    let publisher: FeedPublisher
    let headers: FeedHeaders

    func add(to site: Router<SiteContext>) {
        site.get(RouterPath(Self.template)) { request, context in
            guard let token = Secret<FeedToken>(presented: try context.text("token")),
                let feed = try await publisher.load(token)
            else { throw NoticeError.notFound }
            return try response(to: request, feed)
        }
    }

    private func response(to request: Request, _ feed: FeedAnswer) throws -> Response {
        var question = FeedRequest()
        request.headers[values: .ifNoneMatch].forEach { question.add(ifNoneMatch: $0) }
        request.headers[values: .acceptEncoding].forEach { question.add(acceptEncoding: $0) }
        let choice = FeedChoice(question, feed)
        let fields = headers.fields(tag: choice.encoding.tag(of: feed), encoding: choice.encoding)
        var response = Response(status: choice.isNotModified ? .notModified : .ok)
        for (name, value) in fields.always + (choice.isNotModified ? [] : fields.withBody) {
            if let name = HTTPField.Name(name) { response.headers[name] = value }
        }
        if !choice.isNotModified {
            response.body = ResponseBody(byteBuffer: ByteBuffer(bytes: try choice.encoding.bytes(of: feed)))
            response.headers[.contentLength] = response.body.contentLength.map(String.init)
        }
        return response
    }

    /// The token of a calendar's path; a query behind it changes nothing.
    static func token(inPath path: String) -> Secret<FeedToken>? {
        let bytes = path.utf8
        guard bytes.starts(with: beginning.utf8) else { return nil }
        let rest = bytes.dropFirst(beginning.utf8.count)
        let token = rest.prefix(32)
        guard rest.dropFirst(32).prefix(while: { $0 != UInt8(ascii: "?") }).elementsEqual(ending.utf8) else {
            return nil
        }
        return Secret<FeedToken>(presented: Substring(token))
    }

    private static let beginning = "/feeds/"
    private static let ending = ".ics"
}
