import Foundation

/// The files that ship beside the binary.
///
/// `Bundle.module` falls back to the absolute build path, so a copied binary would read somebody's build folder or
/// die; this looks beside the executable and nowhere else.
struct ResourceBundle: Sendable {
    /// The folder that SwiftPM lays beside the binary.
    static let folderName = "otayori_noticectl.resources"

    let folder: String

    init(executable: String = "/proc/self/exe") {
        let resolved = (try? FileManager.default.destinationOfSymbolicLink(atPath: executable)) ?? executable
        let parent = (resolved as NSString).deletingLastPathComponent
        folder = ((parent as NSString).appendingPathComponent(Self.folderName) as NSString)
            .appendingPathComponent("Resources")
    }

    /// - Parameter name: Relative to `Resources`.
    func contents(of name: String) throws(Missing) -> Data {
        let path = (folder as NSString).appendingPathComponent(name)
        guard let data = FileManager.default.contents(atPath: path) else { throw Missing(path: path) }
        return data
    }

    /// The bundle, or a file in it, is not there.
    struct Missing: Error, Equatable, Sendable {
        let path: String

        /// In two languages, since the table of words is what may be missing.
        var message: String {
            "\(path) がありません。noticectl と同じフォルダに \(ResourceBundle.folderName) も置いてください。"
                + " / Missing: put \(ResourceBundle.folderName) beside noticectl."
        }
    }
}
