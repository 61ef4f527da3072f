import Foundation

/// A page that somebody photographed or scanned.
struct PicturePage: Sendable {
    let process: ChildProcess
    let bounds: ReadingBounds
    /// The name of the picture in the job's folder.
    let file: String
    let header: ImageHeader

    /// - Throws: ``NoticeError/corruptImage`` for a picture that breaks off.
    func text() async throws -> ExtractedText {
        let scale = min(1, (Double(bounds.recognisedPixels) / Double(header.pixels)).squareRoot())
        let side = max(1, Int(Double(max(header.width, header.height)) * scale))
        // Upright as its EXIF says, in the colours of its profile.
        let arguments = [
            "thumbnail", file, "page.pgm", "\(side)", "--height", "\(side)", "--size", "down", "--export-profile",
            "srgb",
            "--fail-on", "truncated",
        ]
        do {
            // Only loaders that are tested against hostile files.
            _ = try await process.output(of: .vips, arguments, settings: ["VIPS_BLOCK_UNTRUSTED": "1"])
        } catch let failure as ChildFailure {
            throw failure.error(whenExited: .corruptImage)
        }
        let text = try await PageRecognition(process: process, bounds: bounds).text(of: "page.pgm")
        return ExtractedText(origin: .scan, pages: [text])
    }
}
