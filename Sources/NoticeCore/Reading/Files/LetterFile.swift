import Foundation

/// A file that somebody hands in as a letter, and the text in it.
public struct LetterFile: Sendable {
    private let path: String
    private let size: Int
    public let type: FileType
    private let name: String
    private let bounds: ReadingBounds

    /// Looks at the beginning of a file.
    ///
    /// - Parameters:
    ///   - path: Where it lies.
    ///   - name: What the person who handed it in calls it; content and name must agree.
    /// - Throws: ``NoticeError/emptyFile``, ``NoticeError/unsupportedType``, ``NoticeError/typeMismatch``,
    ///   ``NoticeError/notFound``.
    public init(path: String, name: String, bounds: ReadingBounds = ReadingBounds()) throws(NoticeError) {
        guard let data = Self.mapped(path) else { throw .notFound }
        self.path = path
        self.name = name
        self.bounds = bounds
        size = data.count
        if Self.isEncryptedDocument(data) { throw .invalid([Flaw(.encryptedDocument)]) }
        type = try FileType(head: Array(data.prefix(FileType.headLength)), size: data.count, fileName: name)
    }

    /// The text of the file. Whatever it takes runs in child processes; nothing of it stays behind.
    ///
    /// - Throws: ``NoticeError`` with what is wrong with the file, ``NoticeError/missingTool(_:)``, or `CancellationError`.
    public func text(with tools: FileTools) async throws -> ExtractedText {
        switch type {
        case .text: return try plainText()
        case .pdf: return try await withPDF(tools) { try await $0.text() }
        case .png, .jpeg, .webp, .heic:
            let header = try imageHeader()
            return try await job(tools) { process, file in
                try await PicturePage(process: process, bounds: bounds, file: file, header: header).text()
            }
        case .docx: return try await withPackage(tools) { try await WordDocument($0).text() }
        case .xlsx: return try await withPackage(tools) { try await Workbook($0).text() }
        }
    }

    /// Whether the file is what it says it is and within bounds, without taking its text: what an upload is asked.
    ///
    /// - Throws: As ``text(with:)``.
    public func inspect(with tools: FileTools) async throws {
        switch type {
        case .text: _ = try plainText()
        case .pdf: try await withPDF(tools) { _ = try await $0.facts() }
        case .png, .jpeg, .webp, .heic: _ = try imageHeader()
        case .docx: try await withPackage(tools) { _ = try WordDocument($0) }
        case .xlsx: try await withPackage(tools) { _ = try Workbook($0) }
        }
    }

    // MARK: - Text

    private func plainText() throws(NoticeError) -> ExtractedText {
        guard size <= bounds.textBytes else { throw .tooLarge(limitBytes: bounds.textBytes) }
        guard let data = Self.mapped(path) else { throw .notFound }
        var text = try TextDecoding.text(from: [UInt8](data))
        let isTable = name.lowercased().hasSuffix(".csv")
        // Line ends of Windows and old Macintoshes; a table's reader takes them as they are.
        if !isTable {
            text = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).joined(separator: "\n")
        }
        return ExtractedText(origin: isTable ? .csv : .text, pages: [text])
    }

    // MARK: - Pictures and documents

    private func imageHeader() throws(NoticeError) -> ImageHeader {
        guard let data = Self.mapped(path) else { throw .notFound }
        let header = try ImageHeader(data, type: type)
        guard header.pixels <= bounds.pixels else { throw .imageTooLarge }
        return header
    }

    private func withPDF<Result>(
        _ tools: FileTools, _ body: (PDFPages) async throws -> Result
    ) async throws -> Result {
        guard hasPDFEnd() else { throw NoticeError.corruptPDF }
        return try await job(tools) { process, file in
            try await body(PDFPages(process: process, bounds: bounds, file: file))
        }
    }

    /// ISO 32000-1, 7.5.5: the last line is %%EOF; a download that broke off has none, and readers guess at its rest.
    private func hasPDFEnd() -> Bool {
        guard let tail = Self.mapped(path)?.suffix(4096) else { return false }
        return tail.range(of: Data("%%EOF".utf8)) != nil
    }

    private func withPackage<Result>(
        _ tools: FileTools, _ body: (OfficePackage) async throws -> Result
    ) async throws -> Result {
        try await job(tools) { process, file in
            try await body(OfficePackage(file, process: process, bounds: bounds))
        }
    }

    private func job<Result>(
        _ tools: FileTools, _ body: (ChildProcess, String) async throws -> Result
    ) async throws -> Result {
        try await JobFolder.with { folder in
            let plainName = "input.\(type.preferredExtension)"
            try folder.link(plainName, to: path)
            return try await body(ChildProcess(tools: tools, folder: folder), plainName)
        }
    }

    /// A docx or xlsx with a password is no zip but a compound file with a stream of this name in UTF-16.
    ///
    /// MS-OFFCRYPTO, section 1.3.2: <https://learn.microsoft.com/openspecs/office_file_formats/ms-offcrypto>
    private static func isEncryptedDocument(_ data: Data) -> Bool {
        guard data.starts(with: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) else { return false }
        return data.range(of: Data("EncryptedPackage".utf8.flatMap { [$0, 0] })) != nil
    }

    private static func mapped(_ path: String) -> Data? {
        try? Data(contentsOf: URL(fileURLWithPath: path), options: .mappedIfSafe)
    }
}
