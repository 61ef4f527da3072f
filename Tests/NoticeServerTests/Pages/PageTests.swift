import HTTPTypes
import Hummingbird
import HummingbirdTesting
import NoticeCore
import Testing

@testable import NoticeServer

@Suite struct PageTests {
    private static func form(_ fields: String) -> ByteBuffer { ByteBuffer(string: fields) }

    private static let headers: HTTPFields = [
        .contentType: "application/x-www-form-urlencoded", .accept: "text/html", .origin: "http://127.0.0.1:8080",
    ]

    @Test func join_withARightCode_showsTheLinksOnce() async throws {
        try await TestSite.with { site in
            let code = try await site.slip()
            try await site.requests { client in
                let joined = try await client.executeRequest(
                    uri: "/join", method: .post, headers: Self.headers, body: Self.form("code=\(code.lowercased())")
                )
                #expect(joined.status == .ok)
                #expect(joined.text.contains("http://127.0.0.1:8080/home/"))
                #expect(joined.text.contains("webcal://127.0.0.1:8080/feeds/"))
                #expect(joined.headers[.cacheControl] == "no-store")
                #expect(joined.headers[.setCookie]?.hasPrefix("otayori=") == true)
                #expect(joined.headers[values: .location].isEmpty)

                let again = try await client.executeRequest(
                    uri: "/join", method: .post, headers: Self.headers, body: Self.form("code=\(code)")
                )
                #expect(again.status == .notFound)
                #expect(!again.text.contains("/home/"))
            }
        }
    }

    @Test func join_byGET_changesNothing() async throws {
        try await TestSite.with { site in
            let code = try await site.slip()
            try await site.requests { client in
                let page = try await client.executeRequest(
                    uri: "/join?code=\(code)", method: .get, headers: [:], body: nil)
                #expect(page.status == .ok)
                #expect(!page.text.contains(code))
            }
            #expect(throws: Never.self) { try SlipCode(typed: code) }
            _ = try await site.site.store.redeem(SlipCode(typed: code), household: nil)
        }
    }

    @Test func join_withAMistypedCode_keepsWhatWasTyped() async throws {
        try await TestSite.with { site in
            try await site.requests { client in
                let page = try await client.executeRequest(
                    uri: "/join", method: .post, headers: Self.headers, body: Self.form("code=%3Cb%3EAB-12")
                )
                #expect(page.status == .unprocessableContent)
                #expect(page.text.contains("value=\"&lt;b&gt;AB-12\""))
                #expect(page.text.contains("role=\"alert\""))
            }
        }
    }

    @Test func join_fromAnotherSite_isStopped() async throws {
        try await TestSite.with { site in
            let code = try await site.slip()
            try await site.requests { client in
                var headers = Self.headers
                headers[.origin] = "https://evil.example"
                let answer = try await client.executeRequest(
                    uri: "/join", method: .post, headers: headers, body: Self.form("code=\(code)")
                )
                #expect(answer.status == .forbidden)
            }
            _ = try await site.site.store.redeem(SlipCode(typed: code), household: nil)
        }
    }

    @Test func homeLink_becomesACookie_thatOpensThePage() async throws {
        try await TestSite.with { site in
            let secret = try await site.household().householdURL.linkSecret
            try await site.requests { client in
                let opened = try await client.executeRequest(
                    uri: "/home/\(secret)", method: .get, headers: [:], body: nil)
                #expect(opened.status == .seeOther)
                #expect(opened.headers[.location] == "/home")
                let cookie = try #require(opened.headers[.setCookie]?.split(separator: ";").first.map(String.init))
                let home = try await client.executeRequest(
                    uri: "/home", method: .get, headers: [.cookie: cookie], body: nil)
                #expect(home.status == .ok)
                #expect(home.headers[.contentSecurityPolicy]?.contains("unsafe") == false)
                #expect(!home.text.contains(secret))
                let closed = try await client.executeRequest(uri: "/home", method: .get, headers: [:], body: nil)
                #expect(closed.status == .unauthorized)
            }
        }
    }

    @Test func homeForm_needsItsToken() async throws {
        try await TestSite.with { site in
            let text = try await site.household().householdURL.linkSecret
            let secret = try #require(Secret<HouseholdSecret>(presented: text))
            var headers = Self.headers
            headers[.cookie] = "otayori=\(text)"
            try await site.requests { [headers] client in
                let refused = try await client.executeRequest(
                    uri: "/home/erase", method: .post, headers: headers, body: Self.form("confirm=1")
                )
                #expect(refused.status == .forbidden)
                let token = SameOrigin.formToken(for: secret)
                let erased = try await client.executeRequest(
                    uri: "/home/erase", method: .post, headers: headers, body: Self.form("confirm=1&token=\(token)")
                )
                #expect(erased.status == .ok)
                #expect(erased.headers[.setCookie]?.contains("Max-Age=0") == true)
            }
            #expect(try await site.site.store.householdID(presenting: secret) == nil)
        }
    }

    @Test func calendar_madeOnThePage_isShownOnce() async throws {
        try await TestSite.with { site in
            let text = try await site.household().householdURL.linkSecret
            let secret = try #require(Secret<HouseholdSecret>(presented: text))
            var headers = Self.headers
            headers[.cookie] = "otayori=\(text)"
            try await site.requests { [headers] client in
                let fields =
                    "token=\(SameOrigin.formToken(for: secret))&label=%E7%88%B6&kind_deadline=1&detail=titles&reminder=60"
                let made = try await client.executeRequest(
                    uri: "/home/calendars", method: .post, headers: headers, body: Self.form(fields)
                )
                #expect(made.status == .ok)
                #expect(made.text.contains("webcal://"))
            }
            let household = try #require(try await site.site.store.householdID(presenting: secret))
            let feeds = try await site.site.store.feeds(of: household).feeds
            let feed = try #require(feeds.first { $0.label == "父" })
            #expect(feed.kinds == ["deadline"])
            #expect(feed.detail == "titles")
            #expect(feed.reminders == [60])
        }
    }

    @Test(arguments: [("?lang=en", "lang=\"en\""), ("?lang=ja-simple", "lang=\"ja-simple\""), ("", "lang=\"ja\"")])
    func page_saysItsLanguage(query: String, attribute: String) async throws {
        try await TestSite.with { site in
            try await site.requests { client in
                let page = try await client.executeRequest(uri: "/join\(query)", method: .get, headers: [:], body: nil)
                #expect(page.text.contains("<html \(attribute)>"))
            }
        }
    }

    @Test func styleSheet_isAskedForAgain_andSaysThatItIsUnchanged() async throws {
        try await TestSite.with { site in
            try await site.requests { client in
                let sheet = try await client.executeRequest(
                    uri: "/assets/site.css", method: .get, headers: [:], body: nil)
                #expect(sheet.headers[.cacheControl] == "public, no-cache")
                let tag = try #require(sheet.headers[.eTag])
                let again = try await client.executeRequest(
                    uri: "/assets/site.css", method: .get, headers: [.ifNoneMatch: tag], body: nil)
                #expect(again.status == .notModified)
                #expect(again.body.readableBytes == 0)
            }
        }
    }

    @Test func answersToForms_offerNoOtherLanguage() async throws {
        try await TestSite.with { site in
            let code = try await site.slip()
            try await site.requests { client in
                let asked = try await client.executeRequest(uri: "/join", method: .get, headers: [:], body: nil)
                #expect(asked.text.contains("hreflang"))
                let joined = try await client.executeRequest(
                    uri: "/join", method: .post, headers: Self.headers, body: Self.form("code=\(code)")
                )
                #expect(!joined.text.contains("hreflang"))
                let refused = try await client.executeRequest(
                    uri: "/home/erase", method: .post, headers: Self.headers, body: Self.form("confirm=1")
                )
                #expect(refused.status == .unauthorized)
                #expect(!refused.text.contains("hreflang"))
            }
        }
    }

    @Test func unknownAddress_isAPageForPeople() async throws {
        try await TestSite.with { site in
            try await site.requests { client in
                let page = try await client.executeRequest(
                    uri: "/nowhere", method: .get, headers: [.accept: "text/html"], body: nil)
                #expect(page.status == .notFound)
                #expect(page.headers[.contentType] == "text/html; charset=utf-8")
            }
        }
    }
}
