import Hummingbird
import NoticeCore

/// Whether the record is intact and the machine healthy.
struct AuditRoutes {
    let store: NoticeStore

    func add(to officers: RouterGroup<OfficerContext>) {
        officers.get(RouterPath(SiteRoute.auditVerification)) { _, context in
            JSONBody(try await store.verifyAudit(for: context.officer))
        }
        officers.get(RouterPath(SiteRoute.doctor)) { _, context in
            JSONBody(try await store.doctor(for: context.officer, language: context.language))
        }
    }
}
