import HTTPTypes
import Hummingbird

/// The header fields that keep what we send from being framed, guessed at, stored or passed on (SECURITY, T 21–23).
struct SecurityHeaders: Sendable {
    /// Whether `NOTICE_BASE_URL` is https, so that browsers may be told to stay with it.
    let isHTTPS: Bool

    /// For every answer; pages allow themselves a little more (``page``).
    var forEverything: [(String, String)] {
        var fields = [
            ("X-Content-Type-Options", "nosniff"),
            ("Referrer-Policy", "no-referrer"),
            ("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'"),
        ]
        if isHTTPS { fields.append(("Strict-Transport-Security", "max-age=31536000")) }
        return fields
    }

    /// Our own style sheet, scripts, images and forms; nothing inline and nobody else's.
    static let page =
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; form-action 'self'; "
        + "base-uri 'none'; frame-ancestors 'none'"
}

/// Adds ``SecurityHeaders`` to what Hummingbird answers; what a handler says itself stays.
struct SecurityHeadersMiddleware: RouterMiddleware {
    let security: SecurityHeaders

    func handle(
        _ request: Request, context: SiteContext, next: (Request, SiteContext) async throws -> Response
    ) async throws -> Response {
        var response = try await next(request, context)
        if response.headers[.contentType]?.hasPrefix("text/html") == true {
            response.headers[.contentSecurityPolicy] = SecurityHeaders.page
        }
        for (name, value) in security.forEverything {
            if let name = HTTPField.Name(name), response.headers[name] == nil { response.headers[name] = value }
        }
        if response.headers[.cacheControl] == nil { response.headers[.cacheControl] = "no-store" }
        return response
    }
}
