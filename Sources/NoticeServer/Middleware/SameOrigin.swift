import HTTPTypes
import Hummingbird
import NoticeCore

/// Keeps other sites from acting in a family's name (SECURITY, T 36): where a form came from, and a token in it.
struct SameOrigin: Sendable {
    /// `https://otayori.example`, without a path.
    let origin: String

    /// Under our own `no-referrer` browsers name a form's origin `null` (Fetch, section 3.2), so that only what they say of
    /// the site tells our forms from others.
    ///
    /// - Throws: ``ForeignOrigin`` when a browser says that another site sent this.
    func check(_ request: Request) throws(ForeignOrigin) {
        let site = request.headers.first(FieldName.fetchSite)
        if let site, site != "same-origin", site != "none" { throw ForeignOrigin() }
        guard let sender = request.headers[.origin], sender != origin else { return }
        guard sender == "null", site == "same-origin" else { throw ForeignOrigin() }
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
