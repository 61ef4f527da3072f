import Foundation

/// `qrencode`, the Debian program that computes QR codes.
struct QRCodeProgram: Sendable {
    let path: String

    /// - Returns: `nil` when it is not installed: the slips are complete without it.
    init?(_ environment: [String: String] = ProcessInfo.processInfo.environment) {
        let folders = (environment["PATH"] ?? "/usr/bin:/bin").split(separator: ":")
        let candidates = folders.map { "\($0)/qrencode" }
        guard let path = candidates.first(where: { access($0, X_OK) == 0 }) else { return nil }
        self.path = path
    }

    /// Computes the code of a text that travels over standard input: an argument could be read by every process.
    ///
    /// - Returns: `nil` when the program failed.
    func code(of text: String) -> QRCode? {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: path)
        process.arguments = ["-t", "ASCII", "-m", "0", "-l", "M", "-o", "-"]
        let input = Pipe()
        let output = Pipe()
        process.standardInput = input
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        guard (try? process.run()) != nil else { return nil }
        StandardStream(descriptor: input.fileHandleForWriting.fileDescriptor).write(Array(text.utf8))
        try? input.fileHandleForWriting.close()
        let drawing = (try? output.fileHandleForReading.readToEnd()) ?? nil
        process.waitUntilExit()
        guard process.terminationStatus == 0, let drawing else { return nil }
        return QRCode(asciiArt: String(decoding: drawing, as: UTF8.self))
    }
}
