/// The text of a docx: paragraphs, tables row by row, text boxes.
struct WordDocument: Sendable {
    let package: OfficePackage

    private static let part = "word/document.xml"

    /// - Throws: ``NoticeError/typeMismatch`` for a zip that is no docx.
    init(_ package: OfficePackage) throws(NoticeError) {
        guard package.holds(Self.part) else { throw .typeMismatch }
        self.package = package
    }

    func text() async throws -> ExtractedText {
        let lines = try await package.lines(of: Self.part, by: .word)
        return ExtractedText(origin: .docx, pages: [lines.joined(separator: "\n")])
    }
}
