import HTTPTypes
import Hummingbird
import NoticeCore

/// Learns who asks and in which language; remembers a language that was chosen by link.
struct ReaderMiddleware: RouterMiddleware {
    static let languageCookie = "otayori-language"

    let proxies: TrustedProxies
    let isHTTPS: Bool

    func handle(
        _ request: Request, context: SiteContext, next: (Request, SiteContext) async throws -> Response
    ) async throws -> Response {
        var context = context
        if let name = FieldName.forwardedFor {
            context.client = proxies.client(peer: context.peer, forwardedFor: request.headers[values: name])
        }
        let chosen = request.uri.queryParameters["lang"].flatMap { Language(rawValue: String($0)) }
        let remembered = request.cookie(named: Self.languageCookie).flatMap(Language.init)
        context.language = chosen ?? remembered ?? AcceptLanguage.preferred(request.headers[.acceptLanguage])
        var response = try await next(request, context)
        if let chosen {
            let cookie = "\(Self.languageCookie)=\(chosen.rawValue); Path=/; Max-Age=31536000; SameSite=Lax"
            response.headers.append(HTTPField(name: .setCookie, value: cookie + (isHTTPS ? "; Secure" : "")))
        }
        return response
    }
}

/// `Accept-Language` (RFC 9110, section 12.5.4) for the three languages; Japanese where nothing fits.
enum AcceptLanguage {
    static func preferred(_ field: String?) -> Language {
        var best: (language: Language, weight: Double)?
        for item in (field ?? "").split(separator: ",") {
            let parts = item.split(separator: ";").map { $0.filter { $0 != " " }.lowercased() }
            guard let tag = parts.first, let language = language(of: tag) else { continue }
            let weight = parts.dropFirst().first { $0.hasPrefix("q=") }.map { Double($0.dropFirst(2)) ?? 0 } ?? 1
            if weight > (best?.weight ?? 0) { best = (language, weight) }
        }
        return best?.language ?? .ja
    }

    private static func language(of tag: String) -> Language? {
        let subtags = tag.split(separator: "-")
        switch subtags.first {
        case "ja": return subtags.contains("simple") ? .yasashii : .ja
        case "en": return .en
        case "*": return .ja
        default: return nil
        }
    }
}
