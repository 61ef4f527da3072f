import Foundation
import NoticeCore

/// `$XDG_STATE_HOME/otayori/drafts`: sheets that an officer is working on.
struct SheetFolder: Sendable {
    let path: String

    static func standard(_ environment: [String: String] = ProcessInfo.processInfo.environment) -> SheetFolder {
        SheetFolder(path: StateFolder.path("drafts", environment))
    }

    /// Writes a sheet that only its owner can read.
    ///
    /// - Returns: Its path.
    func keep(_ sheet: DraftSheet, effects: Effects) throws -> String {
        try PrivateFile.makeFolder(path)
        let file = (path as NSString).appendingPathComponent(StateFolder.stamp(effects) + ".txt")
        try PrivateFile.create(file, contents: Data(sheet.text.utf8))
        return file
    }
}
