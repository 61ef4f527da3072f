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
