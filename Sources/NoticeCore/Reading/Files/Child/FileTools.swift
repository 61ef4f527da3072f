import Foundation

/// The programs that read files, and how far they are shut in.
///
/// No parser of PDFs, pictures or office documents runs in our own process (ARCHITECTURE, decision 5): each is a child with
/// limits on memory, time, output and processes, in a sandbox without network.
public struct FileTools: Sendable {
    /// What a machine that refuses the sandbox may still do.
    public enum Protection: Sendable {
        /// Nothing: files of other people are not parsed without it.
        case sandbox
        /// Parse with limits alone: an officer's own file, on the officer's own machine.
        case sandboxWherePossible
    }

    /// Where programs are looked for.
    let folders: [String]
    /// Whether children get no network and processes of their own.
    let isSandboxed: Bool

    /// Looks once at what this machine offers.
    ///
    /// - Throws: ``NoticeError/missingTool(_:)`` without `prlimit`; ``NoticeError/unprotected`` when the kernel refuses the
    ///   sandbox that `protection` demands.
    public static func prepared(searchPath: String?, protection: Protection) async throws -> FileTools {
        let folders = (searchPath ?? "/usr/bin:/bin").split(separator: ":").map(String.init)
        let sandboxed = FileTools(folders: folders, isSandboxed: true)
        _ = try sandboxed.path(of: .prlimit)
        if await sandboxed.canShutIn() { return sandboxed }
        guard protection == .sandboxWherePossible else { throw NoticeError.unprotected }
        return FileTools(folders: folders, isSandboxed: false)
    }

    /// The programs that are not installed, or lack what they need to read Japanese.
    public func lacking() async -> [ReadingTool] {
        var lacking = ReadingTool.allCases.filter { find($0) == nil }
        if !lacking.contains(.tesseract), await !hasJapanese() { lacking.append(.tesseract) }
        if !lacking.contains(.pdftotext), access("/usr/share/poppler/cMap/Adobe-Japan1", R_OK) != 0 {
            lacking.append(.pdftotext)
        }
        return lacking
    }

    private func hasJapanese() async -> Bool {
        do {
            return try await JobFolder.with { folder in
                let process = ChildProcess(tools: self, folder: folder)
                return try await PageRecognition(process: process, bounds: ReadingBounds()).hasJapanese()
            }
        } catch {
            return false
        }
    }

    /// - Throws: ``NoticeError/missingTool(_:)``.
    func path(of tool: ReadingTool) throws(NoticeError) -> String {
        guard let path = find(tool) else { throw .missingTool(tool) }
        return path
    }

    private func find(_ tool: ReadingTool) -> String? {
        folders.map { "\($0)/\(tool.rawValue)" }.first { access($0, X_OK) == 0 }
    }

    /// The whole command for a tool: sandbox, limits, program, arguments.
    func command(_ tool: ReadingTool, _ arguments: [String], limits: ChildLimits) throws(NoticeError) -> [String] {
        let limited =
            [try path(of: .prlimit)] + limits.prlimitArguments(countsProcesses: isSandboxed)
            + [try path(of: tool)] + arguments
        guard isSandboxed else { return limited }
        // A user namespace to be allowed the others; no network; process numbers of its own, so that nothing outlives it.
        return [try path(of: .unshare), "--map-root-user", "--net", "--pid", "--fork", "--kill-child"] + limited
    }

    private func canShutIn() async -> Bool {
        do {
            return try await JobFolder.with { folder in
                // The cheapest of them that is there whenever this is.
                _ = try await ChildProcess(tools: self, folder: folder).output(of: .prlimit, ["--version"])
                return true
            }
        } catch {
            return false
        }
    }
}
