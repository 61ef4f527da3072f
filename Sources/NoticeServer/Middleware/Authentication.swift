import HTTPTypes
import Hummingbird
import NoticeCore

/// Finds the officers behind a device token; ``OfficerContext`` refuses where there are none.
struct OfficerAuthentication: RouterMiddleware {
    let store: NoticeStore

    func handle(
        _ request: Request, context: SiteContext, next: (Request, SiteContext) async throws -> Response
    ) async throws -> Response {
        var context = context
        if let token = request.bearerSecret(for: DeviceToken.self) {
            context.officers = try await store.officers(presenting: token)
        }
        context.chosenAssociation = request.headers.first(FieldName.association)
        return try await next(request, context)
    }
}

/// Finds the household behind a bearer secret or the cookie; ``HouseholdContext`` refuses where there is none.
///
/// A browser sends the cookie by itself, so an act that rests on it must come from our own pages.
struct HouseholdAuthentication: RouterMiddleware {
    let store: NoticeStore
    let cookie: HouseholdCookie
    let origin: SameOrigin

    func handle(
        _ request: Request, context: SiteContext, next: (Request, SiteContext) async throws -> Response
    ) async throws -> Response {
        var context = context
        if request.headers[.authorization] != nil {
            if let secret = request.bearerSecret(for: HouseholdSecret.self) {
                context.household = try await find(secret)
            }
        } else if let secret = cookie.secret(in: request) {
            if request.method != .get, request.method != .head { try origin.check(request) }
            context.household = try await find(secret)
        }
        return try await next(request, context)
    }

    private func find(_ secret: Secret<HouseholdSecret>) async throws -> AuthenticatedHousehold? {
        try await store.householdID(presenting: secret).map { AuthenticatedHousehold(id: $0, secret: secret) }
    }
}

extension Request {
    /// The secret of `Authorization: Bearer …` (RFC 6750, section 2.1), when it can be one of ours.
    func bearerSecret<Purpose>(for purpose: Purpose.Type) -> Secret<Purpose>? {
        guard let field = headers[.authorization], let space = field.firstIndex(of: " "),
            field[..<space].lowercased() == "bearer"
        else { return nil }
        return Secret<Purpose>(presented: field[field.index(after: space)...])
    }
}
