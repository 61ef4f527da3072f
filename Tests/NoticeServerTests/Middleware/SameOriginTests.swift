import HTTPTypes
import Hummingbird
import NoticeCore
import Testing

@testable import NoticeServer

@Suite struct SameOriginTests {
    private let origin = SameOrigin(origin: "https://calendar.example.org")

    private func request(_ headers: HTTPFields) -> Request {
        Request(
            head: HTTPRequest(method: .post, scheme: nil, authority: nil, path: "/home/erase", headerFields: headers),
            body: .init(buffer: ByteBuffer())
        )
    }

    private func site(_ value: String) -> HTTPFields {
        FieldName.fetchSite.map { [$0: value] } ?? [:]
    }

    @Test(arguments: ["cross-site", "same-site"])
    func anotherSite_isStopped(value: String) {
        #expect(throws: ForeignOrigin.self) { try origin.check(request(site(value))) }
    }

    @Test(arguments: [
        "https://evil.example", "http://calendar.example.org", "https://calendar.example.org.evil.example",
    ])
    func anotherOrigin_isStopped(value: String) {
        #expect(throws: ForeignOrigin.self) { try origin.check(request([.origin: value])) }
    }

    @Test func ourOwnForm_passes() {
        #expect(throws: Never.self) { try origin.check(request(site("same-origin"))) }
        #expect(throws: Never.self) { try origin.check(request([.origin: "https://calendar.example.org"])) }
    }

    /// What a browser without Sec-Fetch-Site sends under our own `no-referrer`.
    @Test func formOfAnOldBrowser_passes() {
        #expect(throws: Never.self) { try origin.check(request([.origin: "null"])) }
    }

    @Test func form_withoutItsToken_isStopped() {
        let (mine, other) = (Secret<HouseholdSecret>(effects: .live), Secret<HouseholdSecret>(effects: .live))
        let form = request([.origin: "https://calendar.example.org"])
        #expect(throws: Never.self) { try origin.check(form, token: SameOrigin.formToken(for: mine), for: mine) }
        #expect(throws: ForeignOrigin.self) {
            try origin.check(form, token: SameOrigin.formToken(for: other), for: mine)
        }
        #expect(throws: ForeignOrigin.self) { try origin.check(form, token: nil, for: mine) }
    }

    @Test func cookie_onHTTPS_belongsToThisHostAlone() throws {
        let secret = Secret<HouseholdSecret>(effects: .live)
        let set = HouseholdCookie(isHTTPS: true).setting(secret)
        #expect(set.hasPrefix("__Host-otayori=\(secret.text);"))
        for attribute in ["Secure", "HttpOnly", "Path=/", "SameSite="] { #expect(set.contains(attribute)) }
        #expect(!set.contains("Domain"))
        #expect(!HouseholdCookie(isHTTPS: false).setting(secret).contains("Secure"))
        let sent = request([.cookie: "a=b; __Host-otayori=\(secret.text)"])
        #expect(HouseholdCookie(isHTTPS: true).secret(in: sent) == secret)
        #expect(HouseholdCookie(isHTTPS: false).secret(in: sent) == nil)
    }
}
