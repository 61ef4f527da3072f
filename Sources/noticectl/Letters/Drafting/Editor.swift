import Foundation
import NoticeCore
import Subprocess
import SystemPackage

/// The officer's own editor, as `git commit` finds it: `VISUAL`, `EDITOR`, else one that Debian has.
struct Editor: Sendable {
    let command: String

    /// - Returns: `nil` when there is none.
    init?(_ environment: [String: String] = ProcessInfo.processInfo.environment) {
        let chosen = ["VISUAL", "EDITOR"].compactMap { environment[$0] }.first { !$0.allSatisfy(\.isWhitespace) }
        if let chosen {
            command = chosen
            return
        }
        let folders = (environment["PATH"] ?? "/usr/bin:/bin").split(separator: ":")
        let candidates = ["sensible-editor", "nano", "vi"].flatMap { name in folders.map { String($0) + "/" + name } }
        let found = candidates.first { path in access(path, X_OK) == 0 }
        guard let found else { return nil }
        command = found
    }

    /// Opens a file and waits until the editor is left.
    ///
    /// - Throws: ``LocalFailure/usage(_:)`` when the editor does not start or fails.
    func open(_ path: String) async throws {
        // Our own input and output may lead elsewhere; a person sits at the terminal.
        let terminal = try? FileDescriptor.open(Question.canAsk ? "/dev/tty" : "/dev/null", .readWrite)
        defer { try? terminal?.close() }
        let stream = terminal ?? .standardError
        let ending = try await Subprocess.run(
            .path("/bin/sh"), arguments: ["-c", "\(command) \"$1\"", "sh", path],
            input: .fileDescriptor(stream, closeAfterSpawningProcess: false),
            output: .fileDescriptor(stream, closeAfterSpawningProcess: false),
            error: .fileDescriptor(.standardError, closeAfterSpawningProcess: false)
        ).terminationStatus
        guard ending.isSuccess else {
            throw LocalFailure.usage(Strings[.editorFailed, ["editor": command, "path": path]])
        }
    }
}
