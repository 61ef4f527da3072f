import Foundation
import NoticeCore

/// `$XDG_STATE_HOME/otayori/drafts`: sheets that an officer is working on.
struct SheetFolder: Sendable {
    let path: String

    static func standard(_ environment: [String: String] = ProcessInfo.processInfo.environment) -> SheetFolder {
        let chosen = environment["XDG_STATE_HOME"] ?? ""
        let base = chosen.hasPrefix("/") ? chosen : (environment["HOME"] ?? NSHomeDirectory()) + "/.local/state"
        return SheetFolder(path: (base as NSString).appendingPathComponent("otayori/drafts"))
    }

    /// Writes a sheet that only its owner can read.
    ///
    /// - Returns: Its path.
    func keep(_ sheet: DraftSheet, effects: Effects) throws -> String {
        try PrivateFile.makeFolder(path)
        let stamp = effects.now().text.filter(\.isNumber).prefix(14)
        let suffix = Digest(of: effects.randomBytes(8)).hex.prefix(6)
        let file = (path as NSString).appendingPathComponent("\(stamp)-\(suffix).txt")
        try PrivateFile.create(file, contents: Data(sheet.text.utf8))
        return file
    }
}
