/// The reverse proxies whose `X-Forwarded-For` is believed (`NOTICE_TRUSTED_PROXIES`).
///
/// `X-Forwarded-Proto` is never read: links and cookies follow `NOTICE_BASE_URL` alone.
struct TrustedProxies: Equatable, Sendable {
    let ranges: [AddressRange]

    func trusts(_ address: ClientAddress) -> Bool { ranges.contains { $0.contains(address) } }

    /// Who really asks: the rightmost address that is not one of our proxies.
    ///
    /// - Parameter forwardedFor: The values of every `X-Forwarded-For` line, in their order.
    func client(peer: ClientAddress, forwardedFor: [String]) -> ClientAddress {
        guard trusts(peer) else { return peer }
        var client = peer
        for entry in forwardedFor.joined(separator: ",").split(separator: ",").reversed() {
            guard let address = ClientAddress(entry) else { return client }
            client = address
            if !trusts(address) { return client }
        }
        return client
    }
}

/// A block of addresses in CIDR notation (RFC 4632), or a single address.
struct AddressRange: Equatable, Sendable {
    private let first: ClientAddress
    private let prefix: Int

    /// - Returns: `nil` for anything but `address` or `address/length`.
    init?(_ text: some StringProtocol) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count <= 2, let address = ClientAddress(parts[0]), !parts[0].contains("[") else { return nil }
        let bits = address.isIPv4 ? 32 : 128
        var length = bits
        if parts.count == 2 {
            guard let given = Int(parts[1]), (0...bits).contains(given) else { return nil }
            length = given
        }
        prefix = length + 128 - bits
        first = Self.masked(address, prefix: prefix)
    }

    func contains(_ address: ClientAddress) -> Bool { Self.masked(address, prefix: prefix) == first }

    private static func masked(_ address: ClientAddress, prefix: Int) -> ClientAddress {
        let high: UInt64 = prefix >= 64 ? .max : ~(UInt64.max >> UInt64(prefix))
        let low: UInt64 = prefix >= 128 ? .max : prefix <= 64 ? 0 : ~(UInt64.max >> UInt64(prefix - 64))
        return ClientAddress(high: address.high & high, low: address.low & low)
    }
}
