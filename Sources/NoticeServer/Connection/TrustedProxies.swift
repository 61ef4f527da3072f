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
