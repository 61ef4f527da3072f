import HTTPTypes
import Hummingbird
import NoticeCore
import Testing

@testable import NoticeServer

@Suite struct ErrorMappingTests {
    @Test(arguments: [
        (NoticeError.invalid([]), 422, "invalid"), (.unauthorized, 401, "unauthorized"),
        (.forbidden(.role), 403, "forbidden"),
        (.notFound, 404, "not_found"), (.conflict(.stale), 409, "conflict"),
        (.preconditionFailed(revision: 3), 412, "precondition_failed"),
        (.preconditionMissing, 428, "precondition_required"), (.tooLarge(limitBytes: 1), 413, "too_large"),
        (.unsupportedType, 415, "unsupported_type"), (.tooManyRequests(retryAfterSeconds: 9), 429, "too_many_requests"),
        (.storageFull, 507, "storage_full"), (.unavailable, 503, "unavailable"), (.emptyFile, 422, "empty_file"),
        (.typeMismatch, 415, "type_mismatch"), (.badEncoding, 422, "bad_encoding"),
        (.unclosedQuote(line: 2), 422, "csv_unclosed_quote"), (.tooManyColumns, 422, "csv_too_many_columns"),
        (.imageTooLarge, 413, "image_too_large"), (.corruptImage, 422, "corrupt_image"),
        (.encryptedPDF, 422, "encrypted_pdf"), (.corruptPDF, 422, "corrupt_pdf"),
        (.tooManyPages(limit: 9), 413, "too_many_pages"), (.pageTooLarge, 413, "page_too_large"),
        (.missingTool(.pdfinfo), 503, "unavailable"), (.unprotected, 503, "unavailable"),
    ])
    func error_hasItsStatusAndCode(error: NoticeError, status: Int, code: String) throws {
        let problem = try #require(Problem(error))
        #expect(problem.status.code == status)
        #expect(problem.code.rawValue == code)
    }

    @Test func refusals_sayWhenAndHowToComeBack() throws {
        #expect(Problem(NoticeError.tooManyRequests(retryAfterSeconds: 77))?.headers[.retryAfter] == "77")
        #expect(Problem(NoticeError.unavailable)?.headers[.retryAfter] != nil)
        #expect(Problem(NoticeError.unauthorized)?.headers[.wwwAuthenticate] == "Bearer")
        #expect(Problem(MethodNotAllowed(allowed: "GET, HEAD"))?.headers[.allow] == "GET, HEAD")
    }

    @Test func defect_isNoProblemOfTheClient() {
        struct Surprise: Error {}
        #expect(Problem(Surprise()) == nil)
        #expect(Problem.defect.status == .internalServerError)
        #expect(Problem.defect.code == .internal)
    }

    @Test func conflict_carriesItsReason() throws {
        #expect(Problem(NoticeError.conflict(.needsSecondPerson))?.reason == "needs_second_person")
        #expect(Problem(NoticeError.forbidden(.approverIsAuthor))?.reason == "approver_is_author")
    }
}

@Suite struct RouteTableTests {
    @Test(arguments: [
        ("/api/v1/notices", "GET, POST"), ("/api/v1/notices/7", "PUT"), ("/feeds/abc.ics", "GET"), ("/feeds/abc", nil),
        ("/api/v1/notices/7/withdraw", nil), ("/", nil),
    ])
    func path_knowsItsMethods(path: String, methods: String?) {
        var table = RouteTable()
        table.add("/api/v1/notices", method: "POST")
        table.add("/api/v1/notices", method: "GET")
        table.add("/api/v1/notices/{id}", method: "PUT")
        table.add("/feeds/{token}.ics", method: "GET")
        #expect(table.methods(ofPath: path) == methods)
    }
}
