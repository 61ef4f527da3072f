import Foundation
import NoticeCore

extension FileTools {
    /// The programs that read an officer's own file on the officer's own machine: limits alone will do where a kernel refuses
    /// more.
    ///
    /// - Parameter path: The file for which they are wanted, named when one is missing.
    static func ofOfficer(for path: String) async throws -> FileTools {
        let searchPath = ProcessInfo.processInfo.environment["PATH"]
        do {
            return try await prepared(searchPath: searchPath, protection: .sandboxWherePossible)
        } catch let error as NoticeError {
            throw LocalFailure.refused(path, error)
        }
    }
}
