import Hummingbird
import NoticeCore

/// Signing in, who one is, and the association's officers.
struct OfficerRoutes {
    let store: NoticeStore
    let brake: CodeBrake

    func add(
        to site: Router<SiteContext>, _ devices: RouterGroup<DeviceContext>, _ officers: RouterGroup<OfficerContext>
    ) {
        site.post(RouterPath(SiteRoute.signIn), use: signIn)
        devices.get(RouterPath(SiteRoute.me)) { _, context in JSONBody(try await store.me(context.officers)) }
        officers.get(RouterPath(SiteRoute.association)) { _, context in
            JSONBody(try store.association(for: context.officer))
        }
        officers.get(RouterPath(SiteRoute.officers)) { _, context in
            JSONBody(try await store.officers(for: context.officer))
        }
        officers.post(RouterPath(SiteRoute.invitations), use: invite)
        officers.delete(RouterPath(SiteRoute.officer("{id}"))) { _, context in
            try await store.revokeOfficer(context.id(of: Officer.self), by: context.officer)
            return Response(status: .noContent)
        }
    }

    /// Guessing an invitation is braked like guessing a slip.
    @Sendable private func signIn(_ request: Request, _ context: SiteContext) async throws -> JSONBody<SignedInBody> {
        let body = try await request.decoded(as: SignInBody.self)
        try brake.check(context.client)
        do {
            let signedIn = try await store.signIn(body, adding: request.bearerSecret(for: DeviceToken.self))
            return JSONBody(signedIn, status: .created)
        } catch NoticeError.notFound {
            brake.recordFailure(of: context.client)
            throw NoticeError.notFound
        }
    }

    @Sendable private func invite(
        _ request: Request, _ context: OfficerContext
    ) async throws -> JSONBody<InvitationBody> {
        let draft = try await request.decoded(as: InvitationDraftBody.self)
        return JSONBody(try await store.invite(draft, by: context.officer), status: .created)
    }
}
