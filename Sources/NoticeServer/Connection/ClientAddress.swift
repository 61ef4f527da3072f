import Foundation
import NIOCore

/// An IP address in 128 bits; IPv4 in its mapped form (RFC 4291, section 2.5.5.2).
struct ClientAddress: Hashable, Sendable {
    let high: UInt64
    let low: UInt64

    init(high: UInt64, low: UInt64) {
        self.high = high
        self.low = low
    }

    /// Reads `192.0.2.1`, `192.0.2.1:8080`, `2001:db8::1` or `[2001:db8::1]:8080`, as `X-Forwarded-For` spells them.
    init?(_ text: some StringProtocol) {
        var plain = text.drop { $0 == " " || $0 == "\t" }
        while let last = plain.last, last == " " || last == "\t" { plain = plain.dropLast() }
        if plain.first == "[" {
            guard let end = plain.firstIndex(of: "]") else { return nil }
            plain = plain[plain.index(after: plain.startIndex)..<end]
        } else if plain.contains("."), let colon = plain.lastIndex(of: ":"), plain.firstIndex(of: ":") == colon {
            plain = plain[..<colon]
        }
        guard plain.utf8.count <= 45, let address = try? SocketAddress(ipAddress: String(plain), port: 0) else {
            return nil
        }
        self.init(address)
    }

    /// The peer of a connection; `nil` for a Unix domain socket.
    init?(_ address: SocketAddress?) {
        switch address {
        case .v4(let v4):
            let bits = UInt32(bigEndian: v4.address.sin_addr.s_addr)
            self.init(high: 0, low: 0xFFFF_0000_0000 | UInt64(bits))
        case .v6(let v6):
            let halves = withUnsafeBytes(of: v6.address.sin6_addr) { bytes in
                (bytes.loadUnaligned(as: UInt64.self), bytes.loadUnaligned(fromByteOffset: 8, as: UInt64.self))
            }
            self.init(high: UInt64(bigEndian: halves.0), low: UInt64(bigEndian: halves.1))
        case .unixDomainSocket, nil:
            return nil
        }
    }

    var isIPv4: Bool { high == 0 && low >> 32 == 0xFFFF }

    /// What limits count by: an IPv4 address, or the /64 that one IPv6 customer controls whole.
    var source: ClientAddress { isIPv4 ? self : ClientAddress(high: high, low: 0) }

    var isLoopback: Bool { isIPv4 ? (low >> 24) & 0xFF == 127 : high == 0 && low == 1 }
}
