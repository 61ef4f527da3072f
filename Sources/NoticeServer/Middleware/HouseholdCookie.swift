import HTTPTypes
import Hummingbird
import NoticeCore

/// The cookie that opens `/home` after the household's link did once.
///
/// `Lax`, not `Strict`: a browser that comes from a chat's link must send it on the redirect to `/home`.
struct HouseholdCookie: Sendable {
    let isHTTPS: Bool

    private var name: String { isHTTPS ? "__Host-otayori" : "otayori" }
    private var attributes: String { "Path=/; HttpOnly; SameSite=Lax" + (isHTTPS ? "; Secure" : "") }

    func secret(in request: Request) -> Secret<HouseholdSecret>? {
        request.cookie(named: name).flatMap { Secret<HouseholdSecret>(presented: $0) }
    }

    /// The `Set-Cookie` field that keeps a household signed in on this device for a year.
    func setting(_ secret: Secret<HouseholdSecret>) -> String {
        "\(name)=\(secret.text); Max-Age=31536000; \(attributes)"
    }

    var clearing: String { "\(name)=; Max-Age=0; \(attributes)" }
}

extension Request {
    /// A cookie's value (RFC 6265, section 4.2.1).
    func cookie(named name: String) -> String? {
        for field in headers[values: .cookie] {
            for pair in field.split(separator: ";") {
                let pair = pair.drop { $0 == " " }
                if pair.hasPrefix(name), pair.dropFirst(name.count).first == "=" {
                    return String(pair.dropFirst(name.count + 1))
                }
            }
        }
        return nil
    }
}
