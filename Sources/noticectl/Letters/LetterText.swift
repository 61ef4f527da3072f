import Foundation
import NoticeCore

/// The text of a letter in whatever encoding the school's office saved it.
struct LetterText: Equatable {
    let text: String
    let file: LocalFile

    /// Endings that promise text; a file with another one is an attachment, whatever is in it.
    static let endings = ["txt", "text", "md", "markdown", ""]

    static func hasTextEnding(_ name: String) -> Bool {
        endings.contains((name as NSString).pathExtension.lowercased())
    }

    /// - Returns: `nil` when the bytes are no text in UTF-8, UTF-16, CP932 or EUC-JP.
    static func decode(_ data: Data) -> String? {
        guard let text = try? TextDecoding.text(from: Array(data)) else { return nil }
        let layout: Set<UInt32> = [0x09, 0x0A, 0x0C, 0x0D]
        guard text.unicodeScalars.allSatisfy({ $0.value >= 0x20 || layout.contains($0.value) }) else { return nil }
        return text.replacing("\r\n", with: "\n").replacing("\r", with: "\n").replacing("\u{0C}", with: "\n")
    }

    /// The first line that says something, its gaps narrowed, cut where a title would become unwieldy.
    static func title(of text: String) -> String? {
        text.split(whereSeparator: \.isNewline).lazy
            .map { $0.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
            .first { !$0.isEmpty }
            .map { String($0.prefix(100)) }
    }
}
