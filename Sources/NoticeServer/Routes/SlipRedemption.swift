import Hummingbird
import NoticeCore

/// Redeems a slip, for the API and for `/join`.
///
/// Unknown, used, expired and cancelled codes take the same way and get the same answer.
struct SlipRedemption: Sendable {
    let store: NoticeStore
    let brake: CodeBrake

    func redeem(
        _ typed: String, for client: ClientAddress, household: Secret<HouseholdSecret>?
    ) async throws -> RedeemedBody {
        // A mistyped code is told at once and not counted: its check character shows that it is no guess that could succeed.
        let code = try NoticeStore.code(typed: typed)
        try brake.check(client)
        do {
            return try await store.redeem(code, household: household)
        } catch NoticeError.notFound {
            brake.recordFailure(of: client)
            throw NoticeError.notFound
        }
    }

    /// The household that a seat is to be added to, when the request carries its secret.
    func bearer(of request: Request) async throws -> Secret<HouseholdSecret>? {
        guard request.headers[.authorization] != nil else { return nil }
        guard let secret = request.bearerSecret(for: HouseholdSecret.self),
            try await store.householdID(presenting: secret) != nil
        else { throw NoticeError.unauthorized }
        return secret
    }
}
