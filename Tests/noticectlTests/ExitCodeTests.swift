import ArgumentParser
import Foundation
import NoticeCore
import Testing

@testable import noticectl

@Suite struct ExitCodeTests {
    @Test(
        arguments: [
            (NoticeError.Code.invalid, 65), (.unauthorized, 77), (.forbidden, 77), (.notFound, 66), (.conflict, 75),
            (.preconditionFailed, 75), (.preconditionRequired, 70), (.tooLarge, 65), (.unsupportedType, 65),
            (.tooManyRequests, 75), (.storageFull, 73), (.unavailable, 75), (.internal, 70), (.emptyFile, 65),
            (.typeMismatch, 65), (.badEncoding, 65), (.unclosedQuote, 65), (.tooManyColumns, 65),
            (.imageTooLarge, 65), (.corruptImage, 65), (.encryptedPDF, 65), (.corruptPDF, 65), (.tooManyPages, 65),
            (.pageTooLarge, 65),
        ] as [(NoticeError.Code, Int32)])
    func code_hasItsStatus(_ code: NoticeError.Code, _ status: Int32) {
        #expect(ExitCode(code).rawValue == status)
    }

    @Test(
        arguments: [
            (LocalFailure.usage("x"), 64), (.fileNotFound("x"), 66), (.emptyFile("x"), 65), (.badEncoding("x"), 65),
            (.cannotWrite("x"), 73), (.notSignedIn(profile: "x"), 77), (.profileExposed("x"), 77),
            (.unreachable(server: "x", .refused), 69), (.redirected(server: "x", location: "y"), 69),
            (.refused("x", .corruptPDF), 65), (.refused("x", .missingTool(.tesseract)), 75),
            (.refused("x", .invalid([Flaw(.tooDemanding)])), 65), (.refused("x", .unprotected), 75),
        ] as [(LocalFailure, Int32)])
    func localFailure_hasItsStatus(_ failure: LocalFailure, _ status: Int32) throws {
        let report = try #require(Failure(failure))
        #expect(report.status.rawValue == status)
        #expect(!report.problem.detail.isEmpty && !report.problem.detail.contains("\n"))
    }

    @Test func problem_withUnknownCode_isJudgedByItsStatus() throws {
        let body = ProblemBody(title: "t", status: 404, detail: "d", code: "not_known_yet")
        #expect(ServerProblem(body: body, status: 413).exitCode == .badInput)
        #expect(ServerProblem(body: body, status: 507).exitCode == .cannotStore)
        #expect(ServerProblem(body: body, status: 599).exitCode == .internalError)
    }

    @Test func problem_ofTheServer_isKeptWhole() throws {
        let problem = ServerProblem(
            body: ProblemBody(title: "t", status: 409, detail: "d", code: "conflict", reason: "needs_second_person"),
            status: 409)
        let failure = try #require(Failure(problem))
        #expect(failure.status == .conflictOrBusy)
        #expect(failure.problem == problem.body)
    }

    @Test func defect_namesItsTypeOnly() throws {
        struct Oops: Error { let secret = "s3cret" }
        let failure = try #require(Failure(Oops()))
        #expect(failure.status == .internalError)
        #expect(failure.problem.detail.contains("Oops"))
        #expect(!failure.problem.detail.contains("s3cret"))
    }

    @Test func argumentParsersOwnErrors_areLeftToIt() {
        #expect(Failure(ValidationError("x")) == nil)
        #expect(Failure(CleanExit.helpRequest()) == nil)
    }
}
