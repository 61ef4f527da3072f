import NoticeCore

/// The address under which families reach the server (`NOTICE_BASE_URL`): every link begins with it.
struct BaseURL: Equatable, Sendable {
    /// Without a trailing slash.
    let text: String
    let isHTTPS: Bool

    /// - Parameter setting: `nil` when unset: then only a server on loopback knows its own address.
    init(_ setting: String?, host: String, port: Int) throws(ConfigurationFault) {
        guard let setting else {
            guard Self.isLoopback(host) else {
                throw ConfigurationFault(
                    "NOTICE_BASE_URL is not set: give the https address under which families reach this server"
                )
            }
            self.init(text: "http://\(host.contains(":") ? "[\(host)]" : host):\(port)", isHTTPS: false)
            return
        }
        let isHTTPS = setting.hasPrefix("https://")
        guard isHTTPS || setting.hasPrefix("http://") else {
            throw ConfigurationFault("NOTICE_BASE_URL: \(setting) does not begin with https://")
        }
        let rest = setting.dropFirst(isHTTPS ? 8 : 7)
        let authority = rest.prefix { $0 != "/" }
        let isPlain = authority.utf8.allSatisfy { Self.isAllowed($0) }
        guard !authority.isEmpty, isPlain, rest.dropFirst(authority.count).allSatisfy({ $0 == "/" }) else {
            throw ConfigurationFault(
                "NOTICE_BASE_URL: \(setting) must be only scheme and host, such as https://calendar.example.org"
            )
        }
        guard isHTTPS || Self.isLoopback(Self.host(of: authority)) else {
            throw ConfigurationFault(
                "NOTICE_BASE_URL: plain http is only for this machine itself: use https:// and a reverse proxy with a certificate"
            )
        }
        self.init(text: (isHTTPS ? "https://" : "http://") + authority, isHTTPS: isHTTPS)
    }

    private init(text: String, isHTTPS: Bool) {
        self.text = text
        self.isHTTPS = isHTTPS
    }

    private static func isAllowed(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: ":"),
            UInt8(ascii: "["), UInt8(ascii: "]"):
            true
        default: false
        }
    }

    private static func host(of authority: Substring) -> String {
        if authority.first == "[" { return String(authority.dropFirst().prefix { $0 != "]" }) }
        return String(authority.prefix { $0 != ":" })
    }

    private static func isLoopback(_ host: String) -> Bool {
        host == "localhost" || ClientAddress(host)?.isLoopback == true
    }
}
