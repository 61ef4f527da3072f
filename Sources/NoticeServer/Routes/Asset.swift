import Foundation
import Hummingbird
import NoticeCore

/// A style sheet, script or image of the pages.
struct Asset: Sendable {
    let mediaType: String
    let content: ByteBuffer
    let tag: String

    /// Reads the folder of assets; only kinds that pages use.
    static func all(in folder: URL) throws(ConfigurationFault) -> [String: Asset] {
        guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder.path) else {
            throw ConfigurationFault("cannot read \(folder.path): install the server's resources again")
        }
        var assets: [String: Asset] = [:]
        for name in names {
            guard let mediaType = mediaType(of: name),
                let data = FileManager.default.contents(atPath: folder.appendingPathComponent(name).path)
            else { continue }
            let tag = "\"\(Digest(of: data).hex.prefix(32))\""
            assets[name] = Asset(mediaType: mediaType, content: ByteBuffer(bytes: data), tag: tag)
        }
        return assets
    }

    private static func mediaType(of name: String) -> String? {
        switch name.split(separator: ".").last {
        case "css": "text/css; charset=utf-8"
        case "js": "text/javascript; charset=utf-8"
        case "svg": "image/svg+xml"
        case "png": "image/png"
        default: nil
        }
    }
}
