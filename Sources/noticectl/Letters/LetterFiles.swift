import Foundation
import NoticeCore

/// What an officer handed in for one letter: its text, and files to attach.
struct LetterFiles: Equatable {
    private let letter: LetterText?
    let attachments: [LocalFile]

    /// A single text file becomes the letter's text, everything else is attached.
    init(_ paths: [String]) throws(LocalFailure) {
        var files: [LocalFile] = []
        for path in paths {
            let file = try LocalFile(path)
            guard file.size > 0 else { throw .emptyFile(path) }
            files.append(file)
        }
        let texts = files.filter { LetterText.hasTextEnding($0.name) && $0.size <= Self.textLimit }
        guard texts.count == 1, let file = texts.first else {
            letter = nil
            attachments = files
            return
        }
        if let text = LetterText.decode(try file.contents()) {
            letter = LetterText(text: text, file: file)
            attachments = files.filter { $0 != file }
        } else if (file.name as NSString).pathExtension.isEmpty {
            letter = nil
            attachments = files
        } else {
            throw .badEncoding(file.path)
        }
    }

    /// Nobody writes a letter of a million bytes; a longer file is attached as it is.
    private static let textLimit: Int64 = 1 << 20

    var text: String? { letter?.text }

    /// The first line of the text, or the first file's name without its ending.
    var title: String? {
        if let letter { return LetterText.title(of: letter.text) ?? Self.title(of: letter.file) }
        return attachments.first.map(Self.title)
    }

    private static func title(of file: LocalFile) -> String {
        (file.name as NSString).deletingPathExtension
    }
}
