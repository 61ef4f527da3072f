import HTTPTypes
import Hummingbird
import HummingbirdTesting
import NoticeCore
import Testing

@testable import NoticeServer

@Suite struct FeedAnswerTests {
    @Test(arguments: [
        ("\"a\"", true), ("W/\"a\"", true), ("*", true), ("\"b\", \"a\"", true), ("\"b\",W/\"a\"", true),
        (" \"a\" ", true),
        ("\"b\"", false), ("a", false), ("\"a", false), ("", false), ("\"aa\"", false), ("\"x, \"a\"", false),
    ])
    func entityTags_areComparedWeakly(list: String, expected: Bool) {
        #expect(EntityTags.list(list, matches: "\"a\"") == expected)
    }

    @Test(arguments: [
        (nil, false), ("gzip", true), ("GZip", true), ("x-gzip", true), ("gzip, deflate, br", true),
        ("br, gzip;q=0.5", true),
        ("gzip;q=0", false), ("gzip;q=0.000", false), ("*", true), ("*;q=0", false), ("identity", false), ("", false),
        ("identity, gzip;q=0.5", false), ("gzip;q=0.5, identity;q=0.5", true), ("gzip; q=1.0", true), ("br", false),
        ("gzip;q=abc", false), ("identity;q=0, gzip;q=0.1", true),
    ])
    func acceptEncoding_decidesWhetherGzipIsSent(field: String?, expected: Bool) {
        #expect(AcceptEncoding.prefersGzip(field) == expected)
    }

    @Test(arguments: [
        (784_111_777, "Sun, 06 Nov 1994 08:49:37 GMT"), (0, "Thu, 01 Jan 1970 00:00:00 GMT"),
        (1_772_236_799, "Fri, 27 Feb 2026 23:59:59 GMT"), (-1, "Wed, 31 Dec 1969 23:59:59 GMT"),
    ])
    func date_isWrittenAsHTTPWantsIt(second: Int64, expected: String) {
        #expect(HTTPDate.text(second: second) == expected)
    }

    /// Both ways to a calendar, in memory and not, give the same answers.
    @Test func feed_onBothWays_answersAlike() async throws {
        try await TestSite.with { site in
            let path = "/feeds/\(try await site.household().feedURL.linkSecret).ics"
            try await site.live { client in
                let first = try await client.executeRequest(uri: path, method: .get, headers: [:], body: nil)
                let second = try await client.executeRequest(uri: path, method: .get, headers: [:], body: nil)
                #expect(first.status == .ok)
                #expect(second.body == first.body)
                let (long, short) = (Self.fields(first), Self.fields(second))
                #expect(long == short)
                #expect(first.headers[.contentType] == "text/calendar; charset=utf-8")
                #expect(first.headers[.cacheControl] == "private, no-cache")
                #expect(first.headers[.vary] == "Accept-Encoding")

                let zipped = try await client.executeRequest(
                    uri: path, method: .get, headers: [.acceptEncoding: "gzip"], body: nil
                )
                #expect(zipped.headers[.contentEncoding] == "gzip")
                #expect(zipped.headers[.eTag] != first.headers[.eTag])
                #expect(zipped.body.readableBytesView.starts(with: [0x1F, 0x8B]))

                let tag = try #require(first.headers[.eTag])
                let unchanged = try await client.executeRequest(
                    uri: path, method: .get, headers: [.ifNoneMatch: "W/\(tag)"], body: nil
                )
                #expect(unchanged.status == .notModified)
                #expect(unchanged.body.readableBytes == 0)
                #expect(unchanged.headers[.eTag] == tag)

                let head = try await client.executeRequest(uri: path, method: .head, headers: [:], body: nil)
                #expect(head.headers[.contentLength] == first.headers[.contentLength])
                #expect(head.body.readableBytes == 0)
            }
        }
    }

    @Test func bodies_areMadeOnlyForAnswersThatCarryOne() async throws {
        try await TestSite.with { site in
            let token = try #require(Secret<FeedToken>(presented: try await site.household().feedURL.linkSecret))
            let feed = try #require(try await site.site.store.feeds.load(token))
            let security = SecurityHeaders(isHTTPS: false)
            let prepared = PreparedFeeds(headers: FeedHeaders(security: security), now: site.clock.effects.now)
            for encoding in [FeedEncoding.gzip, .identity] {
                let head = String(buffer: prepared.heads(of: feed, encoding).complete)
                let length = try encoding.bytes(of: feed).count
                #expect(head.contains("\r\nContent-Length: \(length)\r\n"))
            }
            #expect(prepared.bytesKept == 0)
            let body = try #require(prepared.body(of: feed, .identity))
            #expect(body.readableBytesView.elementsEqual(try feed.identityBytes()))
            #expect(prepared.bytesKept == feed.identityLength)
        }
    }

    @Test func heads_carryTheDateOfTheirSecond() async throws {
        try await TestSite.with { site in
            let token = try #require(Secret<FeedToken>(presented: try await site.household().feedURL.linkSecret))
            let feed = try #require(try await site.site.store.feeds.load(token))
            let security = SecurityHeaders(isHTTPS: false)
            let prepared = PreparedFeeds(headers: FeedHeaders(security: security), now: site.clock.effects.now)
            let first = prepared.heads(of: feed, .gzip).notModified
            #expect(prepared.heads(of: feed, .gzip).notModified == first)
            site.clock.advance(seconds: 1)
            let second = prepared.heads(of: feed, .gzip).notModified
            #expect(String(buffer: first).contains("Tue, 24 Nov 2026 00:00:00 GMT"))
            #expect(String(buffer: second).contains("Tue, 24 Nov 2026 00:00:01 GMT"))
        }
    }

    @Test func secrets_openOnlyTheirOwnRoute() async throws {
        try await TestSite.with { site in
            let household = try await site.household()
            let secrets = [household.feedURL, household.digestURL, household.householdURL].map(\.linkSecret)
            try await site.requests { client in
                for (index, secret) in secrets.enumerated() {
                    let paths = ["/feeds/\(secret).ics", "/digests/\(secret)", "/home/\(secret)"]
                    for (place, path) in paths.enumerated() {
                        let response = try await client.executeRequest(uri: path, method: .get, headers: [:], body: nil)
                        #expect((response.status == .notFound) == (place != index), "\(place) \(index)")
                    }
                }
            }
        }
    }

    private static func fields(_ response: TestResponse) -> [String: String] {
        Dictionary(response.headers.filter { $0.name != .date }.map { ($0.name.canonicalName, $0.value) }) { first, _ in
            first
        }
    }
}
