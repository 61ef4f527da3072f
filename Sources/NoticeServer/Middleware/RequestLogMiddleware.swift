import Hummingbird
import NIOCore

/// Writes ``RequestLog`` for what Hummingbird answers.
struct RequestLogMiddleware: RouterMiddleware {
    let log: RequestLog

    func handle(
        _ request: Request, context: SiteContext, next: (Request, SiteContext) async throws -> Response
    ) async throws -> Response {
        let started = NIODeadline.now()
        let response = try await next(request, context)
        let route = context.endpointPath == "NotFound" ? nil : context.endpointPath
        log.record(
            method: request.method.rawValue, route: route, status: Int(response.status.code), started: started
        )
        return response
    }
}
