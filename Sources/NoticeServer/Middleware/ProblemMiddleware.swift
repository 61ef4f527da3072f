import HTTPTypes
import Hummingbird
import HummingbirdCore
import Logging
import NIOHTTP1
import NoticeCore

/// Turns errors into answers: problem bodies for programs (RFC 9457), a page for people.
struct ProblemMiddleware: RouterMiddleware {
    let strings: StringTable
    let pages: PageRenderer
    let routes: RouteTable

    func handle(
        _ request: Request, context: SiteContext, next: (Request, SiteContext) async throws -> Response
    ) async throws -> Response {
        do {
            return try await next(request, context)
        } catch let error as HTTPParserError {
            // The request itself broke off: the connection answers.
            throw error
        } catch {
            return try response(to: request, problem(for: error, request, context), context.language)
        }
    }

    private func problem(for error: any Error, _ request: Request, _ context: SiteContext) -> Problem {
        if let error = error as? HTTPError, error.status == .notFound,
            let allowed = routes.methods(ofPath: request.uri.path)
        {
            return Problem(MethodNotAllowed(allowed: allowed)) ?? .defect
        }
        if let problem = Problem(error) { return problem }
        // Its text may hold a secret; its type says where to look.
        context.logger.error("\(context.endpointPath ?? "(none)"): \(type(of: error))")
        return .defect
    }

    private func response(to request: Request, _ problem: Problem, _ language: Language) throws -> Response {
        var response: Response
        if request.prefersPage {
            let isAnswerToForm = request.method != .get && request.method != .head
            let page = MessagePage(problem, isAnswerToForm: isAnswerToForm, strings, language)
            response = try pages.response(page, status: problem.status)
        } else {
            let body = try APICoding.encode(problem.body(strings, language))
            response = Response(status: problem.status, body: ResponseBody(byteBuffer: ByteBuffer(bytes: body)))
            response.headers[.contentType] = "application/problem+json"
            response.headers[.contentLanguage] = language.rawValue
        }
        for field in problem.headers { response.headers[field.name] = field.value }
        return request.method == .head ? response.createHeadResponse() : response
    }
}

extension Problem {
    func body(_ strings: StringTable, _ language: Language) -> ProblemBody {
        ProblemBody(
            title: strings.text(title, language), status: Int(status.code),
            detail: strings.text(detail, language, values), code: code.rawValue, reason: reason,
            problems: flaws.isEmpty ? nil : flaws.map { FlawBody($0, in: language) },
            current: current, currentEvent: currentEvent
        )
    }
}

extension Request {
    /// Whether a person's browser asks for a page.
    fileprivate var prefersPage: Bool {
        !uri.path.hasPrefix(SiteRoute.api) && !uri.path.hasPrefix("/feeds/")
            && headers[.accept]?.contains("text/html") == true
    }
}
