import HTTPTypes
import Hummingbird
import NoticeCore

/// A week at a glance: for a household behind its link, for officers by grade.
struct DigestRoutes {
    private enum Format: String {
        case html
        case txt
        case json
        case atom
    }

    let store: NoticeStore
    let resources: Resources
    let baseURL: String

    func add(to site: Router<SiteContext>, _ officers: RouterGroup<OfficerContext>) {
        site.get(RouterPath(SiteRoute.digest("{name}")), use: household)
        officers.get(RouterPath(SiteRoute.gradeDigest), use: grade)
    }

    @Sendable private func household(_ request: Request, _ context: SiteContext) async throws -> Response {
        let parts = try context.text("name").split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count <= 2, let token = Secret<DigestToken>(presented: parts[0]),
            let format = parts.count == 2 ? Format(rawValue: String(parts[1])) : .html,
            parts.count == 1 || format != .html
        else { throw NoticeError.notFound }
        let query = Query(request)
        let digest = try await store.digest(presenting: token, week: query.text("week"), language: context.language)
        guard let digest else { throw NoticeError.notFound }
        let path = SiteRoute.digest(token.text)
        let isLarge = try query.number("large", in: 0...1) == 1
        let links = DigestPage.Links(digest, path: path, isLarge: isLarge)
        var response = try answer(digest, format, path: path, isLarge: isLarge, links: links, context.language)
        response.headers[.cacheControl] = "private, no-cache"
        if let name = FieldName.robots { response.headers[name] = "noindex" }
        return response
    }

    @Sendable private func grade(_ request: Request, _ context: OfficerContext) async throws -> Response {
        let query = Query(request)
        guard let grade = try query.number("grade", in: 1...9) else {
            throw NoticeError.invalid(.missing, field: "grade")
        }
        let format: Format
        switch query.text("format") {
        case nil, "json": format = .json
        case "text": format = .txt
        case "html": format = .html
        case let other?: throw NoticeError.invalid(.unknownOption, field: "format", value: other)
        }
        let digest = try await store.digest(
            school: try query.school(), grade: grade, week: query.text("week"), language: context.language,
            for: context.officer
        )
        let isLarge = try query.number("large", in: 0...1) == 1
        if format == .html {
            let page = DigestPage(digest, isLarge: isLarge, links: nil, resources.strings, context.language)
            let html = try resources.pages.standalone(page, style: resources.style)
            return text(html, "text/html; charset=utf-8", context.language)
        }
        return try answer(digest, format, path: "", isLarge: isLarge, links: nil, context.language)
    }

    private func answer(
        _ digest: WeekDigest, _ format: Format, path: String, isLarge: Bool, links: DigestPage.Links?,
        _ language: Language
    ) throws -> Response {
        switch format {
        case .html:
            return try resources.pages.response(
                DigestPage(digest, isLarge: isLarge, links: links, resources.strings, language)
            )
        case .txt: return text(digest.text(), "text/plain; charset=utf-8", language)
        case .json:
            let body = String(decoding: try APICoding.encode(DigestBody(digest)), as: UTF8.self)
            return text(body, "application/json", language)
        case .atom:
            let link = baseURL + path
            let title = "\(resources.strings.text(.digestTitle, language))　\(digest.audience)"
            let atom = DigestAtom.render(digest, title: title, link: link)
            return text(atom, "application/atom+xml; charset=utf-8", language)
        }
    }

    private func text(_ body: String, _ mediaType: String, _ language: Language) -> Response {
        Response(
            status: .ok, headers: [.contentType: mediaType, .contentLanguage: language.rawValue],
            body: ResponseBody(byteBuffer: ByteBuffer(string: body))
        )
    }
}

extension DigestPage.Links {
    fileprivate init(_ digest: WeekDigest, path: String, isLarge: Bool) {
        let large = isLarge ? "&large=1" : ""
        previous = "\(path)?week=\(Self.week(-4, from: digest.week))\(large)"
        following = "\(path)?week=\(Self.week(10, from: digest.week))\(large)"
        size = "\(path)?week=\(digest.week.text)\(isLarge ? "" : "&large=1")"
    }

    /// The ISO week that lies so many days after a week's first day, be that its Sunday or its Monday.
    private static func week(_ days: Int, from week: Week) -> String {
        Week.containing(week.firstDay.adding(days: days), start: .monday).text
    }
}
