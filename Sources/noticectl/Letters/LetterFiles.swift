import Foundation
import NoticeCore

/// What an officer handed in for one letter: a text, or files to attach.
enum LetterFiles: Equatable {
    case none
    case text(String, file: LocalFile)
    case attachments([LocalFile])

    /// A single text file becomes the letter's text, everything else is attached.
    init(_ paths: [String]) throws(LocalFailure) {
        var files: [LocalFile] = []
        for path in paths {
            let file = try LocalFile(path)
            guard file.size > 0 else { throw .emptyFile(path) }
            files.append(file)
        }
        guard let first = files.first else {
            self = .none
            return
        }
        guard files.count == 1, LetterText.hasTextEnding(first.name), first.size <= Self.textLimit else {
            self = .attachments(files)
            return
        }
        if let text = LetterText.decode(try first.contents()) {
            self = .text(text, file: first)
        } else if (first.name as NSString).pathExtension.isEmpty {
            self = .attachments(files)
        } else {
            throw .badEncoding(first.path)
        }
    }

    /// Nobody writes a letter of a million bytes; a longer file is attached as it is.
    private static let textLimit: Int64 = 1 << 20

    var text: String? {
        if case .text(let text, _) = self { return text }
        return nil
    }

    var attachments: [LocalFile] {
        if case .attachments(let files) = self { return files }
        return []
    }

    /// The first line of the text, or the first file's name without its ending.
    var title: String? {
        switch self {
        case .none: nil
        case .text(let text, let file): LetterText.title(of: text) ?? Self.title(of: file)
        case .attachments(let files): files.first.map(Self.title)
        }
    }

    private static func title(of file: LocalFile) -> String {
        (file.name as NSString).deletingPathExtension
    }
}
