import AsyncHTTPClient
import Foundation
import NIOCore
import NoticeCore
import Testing

@testable import noticectl

@Suite struct ServerClientTests {
    private let server = ServerAddress("https://otayori.example/pta/")

    @Test func request_hasEscapedQueryAndSegments() {
        let request = APIRequest.post(SiteRoute.attachments).asking("file_name", "学年 だより&=.pdf").asking(
            "x", nil as String?)
        #expect(
            request.target
                == "/api/v1/attachments?file_name=%E5%AD%A6%E5%B9%B4%20%E3%81%A0%E3%82%88%E3%82%8A%26%3D.pdf")
        #expect(APIRequest.get(SiteRoute.notice("../x?y#z".pathSegment)).target == "/api/v1/notices/..%2Fx%3Fy%23z")
        #expect("..".pathSegment == "%2E%2E")
    }

    @Test func request_carriesWhoAsksAndWhatItBuildsOn() throws {
        let token = try #require(Secret<DeviceToken>(presented: ProfileFolderTests.token))
        let request = try APIRequest(.put, "/x").sending(ReasonBody(reason: "r")).ifMatch(7)
        let headers = Dictionary(
            uniqueKeysWithValues: request.headers(
                credential: .device(token), association: "hamatsubame", language: .yasashii))
        #expect(headers["Authorization"] == "Bearer " + ProfileFolderTests.token)
        #expect(headers["Otayori-Association"] == "hamatsubame")
        #expect(headers["If-Match"] == "\"7\"")
        #expect(headers["Accept-Language"] == "ja-simple")
        #expect(headers["Content-Type"] == "application/json")
        guard case .json(let body) = request.body else {
            Issue.record("no body")
            return
        }
        #expect(String(decoding: body, as: UTF8.self) == #"{"reason":"r"}"#)
    }

    @Test func request_withoutSignIn_hasNoAuthorization() {
        let names = APIRequest.get("/x").headers(credential: .none, association: nil, language: .ja).map(\.0)
        #expect(!names.contains("Authorization") && !names.contains("Otayori-Association"))
    }

    @Test(arguments: [
        ("https://a.example", true), ("http://127.0.0.1:8080", true), ("http://localhost/", true),
        ("http://[::1]:1", true),
        ("http://a.example", false), ("http://127.evil.example", false), ("http://127.0.0.1.example", false),
        ("ftp://a.example", false), ("https://u:p@a.example", false), ("https://a.example/?q", false), ("a", false),
    ])
    func address_crossesNoNetworkInTheClear(_ text: String, _ isTaken: Bool) {
        #expect((ServerAddress(text) != nil) == isTaken)
    }

    @Test func address_losesItsLastSlash() {
        #expect(server?.text == "https://otayori.example/pta")
    }

    @Test func answer_problem_isRecovered() throws {
        let server = try #require(server)
        let body = ProblemBody(title: "t", status: 409, detail: "d", code: "conflict", reason: "stale")
        let answer = APIAnswer(
            status: 409, date: nil, location: nil, body: try APICoding.encode(body))
        #expect(throws: ServerProblem(body: body, status: 409)) { try answer.decode(MeBody.self, from: server) }
    }

    @Test func answer_withoutProblem_isJudgedByItsStatus() throws {
        let server = try #require(server)
        func answer(_ status: Int) -> APIAnswer {
            APIAnswer(status: status, date: nil, location: "https://b.example", body: Data("<html>".utf8))
        }
        #expect(throws: LocalFailure.unreachable(server: server.text, .broken)) {
            try answer(502).decode(MeBody.self, from: server)
        }
        #expect(throws: LocalFailure.redirected(server: server.text, location: "https://b.example")) {
            try answer(301).decode(MeBody.self, from: server)
        }
        #expect(throws: LocalFailure.foreignAnswer(server: server.text)) {
            try answer(200).decode(MeBody.self, from: server)
        }
        let error = #expect(throws: ServerProblem.self) { try answer(413).decode(MeBody.self, from: server) }
        #expect(error?.code == .tooLarge)
    }

    @Test func failure_hasAReasonThatAPersonCanUse() {
        #expect(ServerClient.reason(for: IOError(errnoCode: ECONNREFUSED, reason: "connect")) == .refused)
        #expect(ServerClient.reason(for: IOError(errnoCode: ECONNRESET, reason: "read")) == .broken)
        #expect(ServerClient.reason(for: HTTPClientError.connectTimeout) == .timeout)
        #expect(ServerClient.reason(for: HTTPClientError.deadlineExceeded) == .timeout)
        #expect(ServerClient.reason(for: HTTPClientError.tlsHandshakeTimeout) == .certificate)
        #expect(ServerClient.reason(for: HTTPClientError.remoteConnectionClosed) == .broken)
    }

    @Test func connection_refused_isOneFailure() async throws {
        let nobody = try #require(ServerAddress("http://127.0.0.1:1"))
        await #expect(throws: LocalFailure.unreachable(server: nobody.text, .refused)) {
            try await ServerClient.withClient(of: nobody, credential: .none, association: nil, language: .ja) {
                _ = try await $0.get(MeBody.self, SiteRoute.me)
            }
        }
    }

    @Test func fileStream_givesTheWholeFile() async throws {
        let folder = try TemporaryFolder()
        let bytes = (0..<200_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
        let path = folder.file("big", bytes)
        var read: [UInt8] = []
        for try await piece in FileStream(path: path, progress: nil) { read += piece.readableBytesView }
        #expect(read == bytes)
    }
}
