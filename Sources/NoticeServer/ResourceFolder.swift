import Foundation
import NoticeCore

/// The server's templates, words and assets: a folder that travels beside the executable.
///
/// `Bundle.module` would fall back to the build's absolute path, so that a copied binary works until the build is gone.
enum ResourceFolder {
    static let name = "otayori_NoticeServer.resources"

    /// - Throws: ``ConfigurationFault`` when the folder is not beside the executable.
    static func locate() throws(ConfigurationFault) -> URL {
        let executable = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
        let folder = executable.deletingLastPathComponent().appendingPathComponent("\(name)/Resources")
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: folder.path, isDirectory: &isFolder), isFolder.boolValue else {
            throw ConfigurationFault(
                "\(name) is missing beside \(executable.path): copy that folder together with the executable"
            )
        }
        return folder
    }
}
