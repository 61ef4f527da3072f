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
        guard path.utf8.count >= 43, path.hasPrefix("/feeds/") else { return nil }
        let start = path.utf8.index(path.utf8.startIndex, offsetBy: 7)
        let end = path.utf8.index(start, offsetBy: 32)
        let ending = path[end...].prefix { $0 != "?" }
        return ending == ".ics" ? Secret<FeedToken>(presented: path[start..<end]) : nil
    }
}
