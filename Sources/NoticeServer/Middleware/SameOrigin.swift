import HTTPTypes
import Hummingbird
import NoticeCore

/// Keeps other sites from acting in a family's name (SECURITY, T 36): where a form came from, and a token in it.
struct SameOrigin: Sendable {
    /// `https://otayori.example`, without a path.
    let origin: String

    /// - Throws: ``ForeignOrigin`` when a browser says that another site sent this.
    func check(_ request: Request) throws(ForeignOrigin) {
        if let site = request.headers.first(FieldName.fetchSite) {
            // The browser's own word, which no script can set: better than comparing addresses.
            guard site == "same-origin" || site == "none" else { throw ForeignOrigin() }
            return
        }
        // Under our own `no-referrer` browsers name a form's origin `null` (Fetch, section 3.2); one too old to say its site
        // is held by the token and the cookie's SameSite.
        if let sender = request.headers[.origin], sender != origin, sender != "null" { throw ForeignOrigin() }
    }

    /// The token of a household's forms: follows from its secret, so that nothing has to be kept.
    static func formToken(for secret: Secret<HouseholdSecret>) -> String {
        Digest(of: "otayori form \(secret.text)".utf8).hex
    }

    func check(_ request: Request, token: String?, for secret: Secret<HouseholdSecret>) throws(ForeignOrigin) {
        try check(request)
        // Compared as digests: how far the texts agree cannot be told from the time it takes.
        guard let token, Digest(of: token.utf8) == Digest(of: Self.formToken(for: secret).utf8) else {
            throw ForeignOrigin()
        }
    }
}

/// A browser sent something here in another site's name.
struct ForeignOrigin: Error, Equatable {}
