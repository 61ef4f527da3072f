import Foundation
import HummingbirdTesting
import NIOCore
import NoticeCore
import Testing

@testable import NoticeServer

/// Real sockets and limits of a few milliseconds.
@Suite struct LiveConnectionTests {
    private static func short(_ limits: inout ConnectionLimits) {
        limits.head = .milliseconds(150)
        limits.request = .milliseconds(300)
        limits.idle = .milliseconds(200)
        limits.lingering = .milliseconds(100)
    }

    @Test(arguments: [
        "GET /healthz HTTP/1.1\r\nHost: a\r\n",
        "POST /api/v1/slips/redeem HTTP/1.1\r\nHost: a\r\nContent-Length: 50\r\n\r\n{",
        "POST /api/v1/imports HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n1\r\na\r\n",
        "",
    ])
    func slowRequest_isCutOff(beginning: String) async throws {
        try await TestSite.with(limits: Self.short) { site in
            try await site.live { client in
                try await RawConnection.open(port: client.port) { connection in
                    if !beginning.isEmpty { try await connection.send(beginning) }
                    // Ends, or the suite's time limit does.
                    _ = await connection.rest()
                }
            }
        }
    }

    @Test func idleConnection_isClosedAfterItsAnswer() async throws {
        try await TestSite.with(limits: Self.short) { site in
            try await site.live { client in
                try await RawConnection.open(port: client.port) { connection in
                    try await connection.send("GET /healthz HTTP/1.1\r\nHost: a\r\n\r\n")
                    let answer = await connection.rest()
                    #expect(answer.hasPrefix("HTTP/1.1 200 OK\r\n"))
                    #expect(answer.hasSuffix("ok\n"))
                }
            }
        }
    }

    @Test func connection_oneTooMany_isToldToComeBack() async throws {
        try await TestSite.with(limits: { $0.perSource = 2 }) { site in
            try await site.live { client in
                try await RawConnection.open(port: client.port) { _ in
                    try await RawConnection.open(port: client.port) { connection in
                        let answer = await connection.rest()
                        #expect(answer.hasPrefix("HTTP/1.1 503 "))
                        #expect(answer.contains("Retry-After: "))
                    }
                }
            }
        }
    }

    @Test func pipelinedRequests_areAnsweredInTheirOrder() async throws {
        try await TestSite.with { site in
            let feed = try await site.household().feedURL.linkSecret
            try await site.live { client in
                try await RawConnection.open(port: client.port) { connection in
                    let paths = [
                        "/healthz", "/feeds/\(feed).ics", "/nowhere", "/feeds/\(feed).ics", "/feeds/\(feed).ics",
                    ]
                    let requests = paths.map { "HEAD \($0) HTTP/1.1\r\nHost: a\r\n\r\n" }.joined()
                    try await connection.send(
                        requests + "GET /healthz HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
                    let answer = await connection.rest()
                    let statuses = answer.split(separator: "\r\n").filter { $0.hasPrefix("HTTP/1.1 ") }.map {
                        $0.prefix(12).suffix(3)
                    }
                    #expect(statuses == ["200", "200", "404", "200", "200", "200"])
                }
            }
        }
    }

    @Test func requestsByTheHundred_areAllAnswered() async throws {
        try await TestSite.with(limits: { $0.pausePerRequest = .microseconds(100) }) { site in
            let feed = try await site.household().feedURL.linkSecret
            try await site.live { client in
                try await RawConnection.open(port: client.port) { connection in
                    let request = "HEAD /feeds/\(feed).ics HTTP/1.1\r\nHost: a\r\n"
                    let requests = String(repeating: request + "\r\n", count: 300)
                    try await connection.send(requests + request + "Connection: close\r\n\r\n")
                    let answer = await connection.rest()
                    #expect(answer.components(separatedBy: "HTTP/1.1 200 OK").count - 1 == 301)
                }
            }
        }
    }

    @Test func body_declaredTooLarge_isRefusedBeforeItArrives() async throws {
        try await TestSite.with { site in
            try await site.live { client in
                try await RawConnection.open(port: client.port) { connection in
                    try await connection.send(
                        "POST /api/v1/slips/redeem HTTP/1.1\r\nHost: a\r\nContent-Length: 9000000\r\nExpect: 100-continue\r\n\r\n"
                    )
                    let answer = await connection.rest()
                    #expect(answer.hasPrefix("HTTP/1.1 413 "))
                    #expect(answer.lowercased().contains("connection: close"))
                    #expect(!answer.contains("100 Continue"))
                }
            }
        }
    }

    @Test func expectation_isMetForABodyThatFits() async throws {
        try await TestSite.with { site in
            try await site.live { client in
                try await RawConnection.open(port: client.port) { connection in
                    try await connection.send(
                        "POST /api/v1/slips/redeem HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\nExpect: 100-continue\r\n"
                            + "Connection: close\r\n\r\n"
                    )
                    #expect(await connection.text(until: "\r\n\r\n").hasPrefix("HTTP/1.1 100 "))
                    try await connection.send("{}")
                    #expect(await connection.rest().hasPrefix("HTTP/1.1 422 "))
                }
            }
        }
    }

    @Test(arguments: [
        ("NONSENSE\r\n\r\n", "400"),
        ("GET / HTTP/1.1\r\nHost: a\r\nX: \(String(repeating: "x", count: 20_000))\r\n\r\n", "431"),
        ("GET / HTTP/1.1\r\nHost: a\r\n\(String(repeating: "X: y\r\n", count: 200))\r\n", "431"),
    ])
    func headThatCannotBeRead_isRefused(head: String, status: String) async throws {
        try await TestSite.with { site in
            try await site.live { client in
                try await RawConnection.open(port: client.port) { connection in
                    try await connection.send(head)
                    #expect(await connection.rest().hasPrefix("HTTP/1.1 \(status) "))
                }
            }
        }
    }

    @Test func oldClient_isAnsweredAndClosed() async throws {
        try await TestSite.with { site in
            try await site.live { client in
                try await RawConnection.open(port: client.port) { connection in
                    try await connection.send("GET /healthz HTTP/1.0\r\n\r\n")
                    #expect(await connection.rest().hasSuffix("ok\n"))
                }
            }
        }
    }
}
