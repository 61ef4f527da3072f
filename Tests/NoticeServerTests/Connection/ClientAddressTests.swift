import Testing

@testable import NoticeServer

@Suite struct ClientAddressTests {
    @Test(arguments: ["192.0.2.1", " 192.0.2.1 ", "192.0.2.1:8080", "::ffff:192.0.2.1"])
    func address_inAnyForm_isTheSame(text: String) {
        #expect(ClientAddress(text) == ClientAddress("192.0.2.1"))
        #expect(ClientAddress(text) != nil)
    }

    @Test(arguments: ["", "unknown", "192.0.2", "_hidden", "[2001:db8::1", "192.0.2.1, 10.0.0.1"])
    func address_thatIsNone_isRefused(text: String) {
        #expect(ClientAddress(text) == nil)
    }

    @Test func source_ofIPv6_isTheCustomersWholeNetwork() {
        #expect(ClientAddress("2001:db8:1:2::1")?.source == ClientAddress("[2001:db8:1:2:ffff::9]:443")?.source)
        #expect(ClientAddress("2001:db8:1:2::1")?.source != ClientAddress("2001:db8:1:3::1")?.source)
        #expect(ClientAddress("192.0.2.1")?.source != ClientAddress("192.0.2.2")?.source)
    }

    @Test(arguments: [
        ("10.0.0.0/8", "10.255.1.2", true), ("10.0.0.0/8", "11.0.0.1", false), ("127.0.0.1", "127.0.0.1", true),
        ("127.0.0.1", "127.0.0.2", false), ("0.0.0.0/0", "8.8.8.8", true), ("0.0.0.0/0", "2001:db8::1", false),
        ("2001:db8::/32", "2001:db8:ffff::1", true), ("2001:db8::/33", "2001:db8:ffff::1", false),
        ("192.168.1.77/24", "192.168.1.1", true),
    ])
    func range_containsItsAddresses(range: String, address: String, expected: Bool) throws {
        let range = try #require(AddressRange(range))
        #expect(range.contains(try #require(ClientAddress(address))) == expected)
    }

    @Test(arguments: ["10.0.0.0/33", "10.0.0.0/-1", "10.0.0.0/", "example.org", "10.0.0.0/8/8", "[::1]/128", ""])
    func range_thatIsNone_isRefused(text: String) {
        #expect(AddressRange(text) == nil)
    }

    @Test(arguments: [
        // Peer, X-Forwarded-For, who it is.
        ("203.0.113.9", ["198.51.100.1"], "203.0.113.9"),
        ("10.0.0.1", [], "10.0.0.1"),
        ("10.0.0.1", ["198.51.100.1"], "198.51.100.1"),
        ("10.0.0.1", ["6.6.6.6, 198.51.100.1"], "198.51.100.1"),
        ("10.0.0.1", ["6.6.6.6", "198.51.100.1, 10.0.0.2"], "198.51.100.1"),
        ("10.0.0.1", ["10.0.0.3, 10.0.0.2"], "10.0.0.3"),
        ("10.0.0.1", ["198.51.100.1, rubbish"], "10.0.0.1"),
        ("10.0.0.1", ["198.51.100.1:1234"], "198.51.100.1"),
    ])
    func client_behindProxies_isTheRightmostStranger(peer: String, forwarded: [String], expected: String) throws {
        let proxies = TrustedProxies(ranges: [try #require(AddressRange("10.0.0.0/8"))])
        let client = proxies.client(peer: try #require(ClientAddress(peer)), forwardedFor: forwarded)
        #expect(client == ClientAddress(expected))
    }
}
