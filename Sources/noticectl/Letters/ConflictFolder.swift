import Foundation
import NoticeCore

/// `$XDG_STATE_HOME/otayori/conflicts`: what an officer wrote while somebody else was faster.
struct ConflictFolder: Sendable {
    let path: String

    static func standard(_ environment: [String: String] = ProcessInfo.processInfo.environment) -> ConflictFolder {
        ConflictFolder(path: StateFolder.path("conflicts", environment))
    }

    /// Saves the text as it was, and the whole draft in a form that `--events` reads again.
    ///
    /// - Returns: The paths of the files written.
    func keep(_ draft: NoticeDraftBody, of id: String, effects: Effects) throws -> [String] {
        try PrivateFile.makeFolder(path)
        let stem = (path as NSString).appendingPathComponent("\(id.pathSegment)-" + StateFolder.stamp(effects))
        var written: [String] = []
        if let text = draft.text {
            try PrivateFile.create(stem + ".txt", contents: Data(text.utf8))
            written.append(stem + ".txt")
        }
        try PrivateFile.create(stem + ".json", contents: try APICoding.encode(draft))
        written.append(stem + ".json")
        return written
    }
}
