#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// The zones that the system knows by their IANA names.
///
/// RFC 5545, section 3.8.3.1 leaves the names of zones to a registry; in practice that is IANA's:
/// <https://www.rfc-editor.org/rfc/rfc5545#section-3.8.3.1>
public struct TimeZoneDatabase: Sendable {
    /// Folder with one TZif file a zone (RFC 8536, section 3).
    public let folder: String

    /// The zones below a folder (RFC 5545, section 3.8.3.1).
    public init(folder: String = "/usr/share/zoneinfo") {
        self.folder = folder
    }

    /// The rules of a zone, or `nil` where the system has none of that name (RFC 5545, section 3.8.3.1).
    public func rules(_ identifier: String) -> TimeZoneRules? {
        guard Self.isSafe(identifier) else { return nil }
        return Self.contents("\(folder)/\(identifier)").flatMap(TimeZoneFile.rules)
    }

    /// A name never leads out of the folder: letters, digits and `_+-/`, no empty part, no dots.
    private static func isSafe(_ identifier: String) -> Bool {
        let isPlain = identifier.utf8.allSatisfy { byte in
            Byte.isDigit(byte) || Byte.isLetter(byte) || "_+-/".utf8.contains(byte)
        }
        return isPlain && identifier.utf8.count <= 64
            && identifier.split(separator: "/", omittingEmptySubsequences: false).allSatisfy { !$0.isEmpty }
    }

    private static func contents(_ path: String) -> [UInt8]? {
        let descriptor = open(path, O_RDONLY)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 8_192)
        while bytes.count < 1_000_000 {
            let count = read(descriptor, &chunk, chunk.count)
            guard count >= 0 else { return nil }
            if count == 0 { return bytes }
            bytes.append(contentsOf: chunk[..<count])
        }
        return nil
    }
}
