import Foundation
import NoticeCore

/// What stands in the files of a letter, taken out on this machine.
enum LetterSource {
    /// - Returns: One text for each file that can be read; the text of a text file alone when there is one, for the rest
    ///   are its enclosures.
    /// - Throws: ``LocalFailure/refused(_:_:)`` for a file that is damaged, locked or too large, or when a program is missing.
    static func texts(of files: LetterFiles) async throws -> [ExtractedText] {
        if let text = files.text { return [ExtractedText(origin: .text, pages: [text])] }
        guard !files.attachments.isEmpty else { return [] }
        return try await Interruption.cancelling { try await texts(in: files.attachments) }
    }

    private static func texts(in letters: [LocalFile]) async throws -> [ExtractedText] {
        let tools = try await FileTools.ofOfficer(for: letters[0].path)
        var texts: [ExtractedText] = []
        for file in letters {
            let progress = Progress(Strings[.readingFile, ["file": file.name]], total: 1)
            progress.update(0, before: 0)
            defer { progress.finish() }
            do {
                texts.append(try await LetterFile(path: file.path, name: file.name).text(with: tools))
            } catch let error as NoticeError {
                throw LocalFailure.refused(file.path, error)
            }
        }
        return texts
    }
}
