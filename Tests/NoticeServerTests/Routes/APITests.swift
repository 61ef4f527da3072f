import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import NoticeCore
import Testing

@testable import NoticeServer

@Suite struct APITests {
    @Test func everyAnswer_carriesTheSecurityFields() async throws {
        try await TestSite.with(["NOTICE_BASE_URL": "https://calendar.example.org"]) { site in
            try await site.requests { client in
                for path in [
                    "/healthz", "/join", "/nowhere", "/api/v1/notices", "/assets/site.css", "/api/v1/openapi.yaml",
                ] {
                    let headers = try await client.executeRequest(uri: path, method: .get, headers: [:], body: nil)
                        .headers
                    #expect(headers[.xContentTypeOptions] == "nosniff", "\(path)")
                    #expect(headers[.contentSecurityPolicy]?.contains("frame-ancestors 'none'") == true, "\(path)")
                    #expect(headers[.strictTransportSecurity] != nil, "\(path)")
                    #expect(headers[.cacheControl] != nil, "\(path)")
                }
            }
        }
    }

    @Test func path_withAnotherMethod_saysWhichItTakes() async throws {
        try await TestSite.with { site in
            try await site.requests { client in
                let answer = try await client.executeRequest(
                    uri: "/api/v1/slips/redeem", method: .put, headers: [:], body: nil)
                #expect(answer.status == .methodNotAllowed)
                #expect(answer.headers[.allow] == "POST")
                #expect(answer.problem?.code == "invalid")
            }
        }
    }

    @Test func officer_ofSeveralAssociations_hasToChoose() async throws {
        try await TestSite.with { site in
            let token = try await site.admin()
            let second = try await site.site.store.invite(
                association: try #require(Association.ID("hoshimidai")), role: .officer, name: "書記"
            )
            _ = try await site.site.store.signIn(
                SignInBody(code: second.code, device: "test"), adding: Secret(presented: token)
            )
            try await site.requests { client in
                var headers: HTTPFields = [.authorization: "Bearer \(token)"]
                let unsure = try await client.executeRequest(
                    uri: "/api/v1/association", method: .get, headers: headers, body: nil)
                #expect(unsure.status == .unprocessableContent)
                #expect(unsure.problem?.problems?.first?.code == "association_required")
                let name = try #require(FieldName.association)
                headers[name] = "hoshimidai"
                let chosen = try await client.executeRequest(
                    uri: "/api/v1/association", method: .get, headers: headers, body: nil)
                #expect(chosen.status == .ok)
                headers[name] = "elsewhere"
                let foreign = try await client.executeRequest(
                    uri: "/api/v1/association", method: .get, headers: headers, body: nil)
                #expect(foreign.status == .forbidden)
                let me = try await client.executeRequest(
                    uri: "/api/v1/officers/me", method: .get, headers: [.authorization: "Bearer \(token)"], body: nil
                )
                #expect(try APICoding.decode(MeBody.self, from: Data(me.body.readableBytesView)).officers.count == 2)
            }
        }
    }

    @Test(arguments: [("nonsense", "body"), ("{}", "code"), ("{\"code\":7}", "code"), ("[]", "body"), ("", "body")])
    func body_thatDoesNotFit_namesTheField(body: String, field: String) async throws {
        try await TestSite.with { site in
            try await site.requests { client in
                let answer = try await client.executeRequest(
                    uri: "/api/v1/slips/redeem", method: .post, headers: [.contentType: "application/json"],
                    body: ByteBuffer(string: body)
                )
                #expect(answer.status == .unprocessableContent)
                #expect(answer.problem?.problems?.first?.field == field)
            }
        }
    }

    @Test func body_ofAnotherType_isRefused() async throws {
        try await TestSite.with { site in
            try await site.requests { client in
                let answer = try await client.executeRequest(
                    uri: "/api/v1/slips/redeem", method: .post, headers: [.contentType: "text/plain"],
                    body: ByteBuffer(string: "{\"code\":\"x\"}")
                )
                #expect(answer.status == .unsupportedMediaType)
            }
        }
    }

    @Test func slip_usedAndUnknown_areToldAlike() async throws {
        try await TestSite.with { site in
            let used = try await site.slip()
            _ = try await site.site.store.redeem(SlipCode(typed: used), household: nil)
            let unknown = SlipCode(effects: .live).printed
            try await site.requests { client in
                var answers: [TestResponse] = []
                for code in [used, unknown] {
                    answers.append(
                        try await client.executeRequest(
                            uri: "/api/v1/slips/redeem", method: .post, headers: [:],
                            body: ByteBuffer(string: "{\"code\":\"\(code)\"}")
                        )
                    )
                }
                #expect(answers[0].status == .notFound)
                #expect(answers[0].body == answers[1].body)
                #expect(answers[0].headers == answers[1].headers)
            }
        }
    }

    @Test func guesser_isBraked_evenWithARightCode_andMistypingIsNotCounted() async throws {
        try await TestSite.with { site in
            let right = try await site.slip()
            try await site.requests { client in
                func redeem(_ code: String) async throws -> TestResponse {
                    try await client.executeRequest(
                        uri: "/api/v1/slips/redeem", method: .post, headers: [:],
                        body: ByteBuffer(string: "{\"code\":\"\(code)\"}")
                    )
                }
                for _ in 0..<20 { #expect(try await redeem("AAAA-AAAA-AA-B").status == .unprocessableContent) }
                for _ in 0..<CodeBrake.failuresAllowed {
                    #expect(try await redeem(SlipCode(effects: .live).printed).status == .notFound)
                }
                let braked = try await redeem(right)
                #expect(braked.status == .tooManyRequests)
                #expect(braked.headers[.retryAfter] == "900")
                site.clock.advance(seconds: CodeBrake.memory)
                #expect(try await redeem(right).status == .created)
            }
        }
    }

    @Test func change_withoutOrWithAnOldRevision_isRefused() async throws {
        try await TestSite.with { site in
            let token = try await site.admin()
            try await site.requests { client in
                func send(
                    _ method: HTTPRequest.Method, _ path: String, _ body: String, match: String? = nil
                ) async throws -> TestResponse {
                    var headers: HTTPFields = [.authorization: "Bearer \(token)", .contentType: "application/json"]
                    headers[.ifMatch] = match
                    return try await client.executeRequest(
                        uri: path, method: method, headers: headers, body: ByteBuffer(string: body)
                    )
                }
                let draft = "{\"title\":\"学年だより\",\"text\":\"こんにちは\",\"grades\":[1]}"
                let added = try await send(.post, "/api/v1/notices", draft)
                #expect(added.status == .created)
                let notice = try APICoding.decode(NoticeBody.self, from: Data(added.body.readableBytesView))
                #expect(added.headers[.eTag] == "\"\(notice.revision)\"")
                let path = "/api/v1/notices/\(notice.id)"
                #expect(try await send(.put, path, draft).status == .preconditionRequired)
                #expect(try await send(.put, path, draft, match: "x").status == .unprocessableContent)
                let revised = try await send(.put, path, "{\"title\":\"学年だより 2\"}", match: "\"\(notice.revision)\"")
                #expect(revised.status == .ok)
                let late = try await send(.put, path, "{\"title\":\"遅い\"}", match: "\"\(notice.revision)\"")
                #expect(late.status == .preconditionFailed)
                #expect(late.problem?.current?.title == "学年だより 2")
            }
        }
    }

    @Test func cookie_fromAnotherSite_changesNothing() async throws {
        try await TestSite.with { site in
            let secret = try await site.household().householdURL.linkSecret
            try await site.requests { client in
                let answer = try await client.executeRequest(
                    uri: "/api/v1/household", method: .delete,
                    headers: [.cookie: "otayori=\(secret)", .origin: "https://evil.example"], body: nil
                )
                #expect(answer.status == .forbidden)
                let still = try await client.executeRequest(
                    uri: "/api/v1/household", method: .get, headers: [.authorization: "Bearer \(secret)"], body: nil
                )
                #expect(still.status == .ok)
            }
        }
    }
}
