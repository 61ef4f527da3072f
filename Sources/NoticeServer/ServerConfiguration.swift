import Foundation
import Logging
import NoticeCore

/// Every setting of the server, checked: a configuration that exists can be served.
///
/// What is wrong is told in one line that names the setting and says what to do; the process then exits with status 78.
struct ServerConfiguration: Equatable, Sendable {
    /// Everything that may stand in the file of `NOTICE_CONFIG`.
    static let names: Set<String> = [
        "NOTICE_DATA", "NOTICE_HOST", "NOTICE_PORT", "NOTICE_BASE_URL", "NOTICE_DATABASE_URL", "NOTICE_ASSOCIATIONS",
        "NOTICE_TRUSTED_PROXIES", "NOTICE_MAX_CONNECTIONS", "NOTICE_MAX_CONNECTIONS_PER_SOURCE", "NOTICE_MAX_BODY_MB",
        "NOTICE_LOG_LEVEL",
    ]

    let data: URL
    let host: String
    let port: Int
    let baseURL: BaseURL
    let associations: URL
    let proxies: TrustedProxies
    /// Times too; tests shorten them.
    var limits: ConnectionLimits
    let bodyLimits: BodyLimits
    let logLevel: Logger.Level

    init(_ settings: SettingsSource) throws(ConfigurationFault) {
        data = try Self.dataFolder(settings)
        host = try Self.host(settings)
        port = try Self.number(settings, "NOTICE_PORT", default: 8080, in: 0...65535)
        baseURL = try BaseURL(settings["NOTICE_BASE_URL"], host: host, port: port)
        associations = try Self.associationsFolder(settings)
        proxies = try Self.trustedProxies(settings)
        var limits = ConnectionLimits()
        limits.total = try Self.number(settings, "NOTICE_MAX_CONNECTIONS", default: limits.total, in: 1...1_000_000)
        limits.perSource = try Self.number(
            settings, "NOTICE_MAX_CONNECTIONS_PER_SOURCE", default: limits.perSource, in: 1...1_000_000
        )
        self.limits = limits
        let megabytes = try Self.number(settings, "NOTICE_MAX_BODY_MB", default: 25, in: 1...2048)
        bodyLimits = BodyLimits(attachment: megabytes * 1024 * 1024)
        logLevel = try Self.level(settings)
        try Self.checkDatabase(settings)
    }

    private static func dataFolder(_ settings: SettingsSource) throws(ConfigurationFault) -> URL {
        let path = settings["NOTICE_DATA"] ?? "var"
        let folder = URL(fileURLWithPath: path, isDirectory: true)
        do {
            try FileManager.default.createDirectory(
                at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700]
            )
        } catch {
            throw ConfigurationFault("NOTICE_DATA: cannot create \(path): choose a folder that this user may write to")
        }
        guard access(folder.path, R_OK | W_OK | X_OK) == 0 else {
            throw ConfigurationFault(
                "NOTICE_DATA: \(path) is not writable: choose a folder that this user may write to")
        }
        return folder
    }

    private static func host(_ settings: SettingsSource) throws(ConfigurationFault) -> String {
        let text = settings["NOTICE_HOST"] ?? "127.0.0.1"
        guard text == "localhost" || ClientAddress(text) != nil else {
            throw ConfigurationFault("NOTICE_HOST: \(text) is not an address: use 127.0.0.1 or 0.0.0.0")
        }
        return text
    }

    private static func associationsFolder(_ settings: SettingsSource) throws(ConfigurationFault) -> URL {
        guard let path = settings["NOTICE_ASSOCIATIONS"] else {
            throw ConfigurationFault(
                "NOTICE_ASSOCIATIONS is not set: give the folder that holds one sub-folder per association"
            )
        }
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue else {
            throw ConfigurationFault("NOTICE_ASSOCIATIONS: there is no folder \(path): check the path")
        }
        guard access(path, R_OK | X_OK) == 0 else {
            throw ConfigurationFault("NOTICE_ASSOCIATIONS: \(path) is not readable: let this user read it")
        }
        return URL(fileURLWithPath: path, isDirectory: true)
    }

    private static func trustedProxies(_ settings: SettingsSource) throws(ConfigurationFault) -> TrustedProxies {
        var ranges: [AddressRange] = []
        let list = settings["NOTICE_TRUSTED_PROXIES"] ?? ""
        for entry in list.split(whereSeparator: { $0 == "," || $0 == " " }) {
            guard let range = AddressRange(entry) else {
                throw ConfigurationFault(
                    "NOTICE_TRUSTED_PROXIES: \(entry) is not an address or block: write 127.0.0.1 or 10.0.0.0/8, separated by commas"
                )
            }
            ranges.append(range)
        }
        return TrustedProxies(ranges: ranges)
    }

    private static func number(
        _ settings: SettingsSource, _ name: String, default preset: Int, in range: ClosedRange<Int>
    ) throws(ConfigurationFault) -> Int {
        guard let text = settings[name] else { return preset }
        guard let number = Int(text), range.contains(number) else {
            throw ConfigurationFault(
                "\(name): \(text) is not a number from \(range.lowerBound) to \(range.upperBound)"
            )
        }
        return number
    }

    private static func level(_ settings: SettingsSource) throws(ConfigurationFault) -> Logger.Level {
        guard let text = settings["NOTICE_LOG_LEVEL"] else { return .info }
        guard let level = Logger.Level(rawValue: text) else {
            let levels = Logger.Level.allCases.map(\.rawValue).joined(separator: ", ")
            throw ConfigurationFault("NOTICE_LOG_LEVEL: \(text) is none of \(levels)")
        }
        return level
    }

    /// The embedded database needs no URL.
    private static func checkDatabase(_ settings: SettingsSource) throws(ConfigurationFault) {
        guard let text = settings["NOTICE_DATABASE_URL"] else { return }
        let scheme = text.prefix { $0 != ":" }
        guard scheme == "postgres" || scheme == "postgresql" else {
            throw ConfigurationFault(
                "NOTICE_DATABASE_URL: unknown engine \(scheme): leave it unset for the embedded database"
            )
        }
        throw ConfigurationFault(
            "NOTICE_DATABASE_URL: this build has no PostgreSQL engine: leave it unset for the embedded database"
        )
    }
}
