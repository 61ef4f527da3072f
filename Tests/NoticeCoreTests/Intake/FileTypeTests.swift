import Testing

@testable import NoticeCore

@Suite struct FileTypeTests {
    private static let zip: [UInt8] = [0x50, 0x4B, 3, 4]

    @Test(
        arguments: [
            ("letter.pdf", Array("%PDF-1.7\n".utf8), FileType.pdf),
            ("写真.JPG", [0xFF, 0xD8, 0xFF, 0xE1], .jpeg),
            ("a.png", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], .png),
            ("a.webp", Array("RIFF....WEBP".utf8), .webp),
            ("a.heic", Array("....ftypheic".utf8), .heic),
            ("a.docx", zip, .docx), ("a.xlsx", zip, .xlsx),
            ("a.txt", Array("令和8年".utf8), .text),
            ("a.csv", [0xFF, 0xFE, 0x31, 0x00], .text),
        ] as [(String, [UInt8], FileType)])
    func type_isWhatNameAndContentSay(_ name: String, _ head: [UInt8], _ type: FileType) throws {
        #expect(try FileType(head: head, size: 100, fileName: name) == type)
    }

    @Test(
        arguments: [
            // %PDF must be the very first bytes: what stands before it could be another format.
            ("a.pdf", Array("<html>%PDF-1.7".utf8)),
            ("a.pdf", zip), ("a.jpg", Array("<html>".utf8)), ("a.docx", Array("%PDF-".utf8)),
            ("a.txt", Array("%PDF-1.7".utf8)), ("a.txt", [0x31, 0x00, 0x32]),
        ] as [(String, [UInt8])])
    func type_thatTheContentContradicts_isRefused(_ name: String, _ head: [UInt8]) {
        #expect(throws: NoticeError.typeMismatch) { try FileType(head: head, size: 100, fileName: name) }
    }

    @Test(arguments: ["a.svg", "a.gif", "a.exe", "letter", "a.doc", "a.xls", "a.zip"])
    func type_thatIsNotOnTheList_isRefused(_ name: String) {
        #expect(throws: NoticeError.unsupportedType) { try FileType(head: Self.zip, size: 100, fileName: name) }
    }

    @Test func emptyFile_isRefusedWhateverItsName() {
        #expect(throws: NoticeError.emptyFile) { try FileType(head: [], size: 0, fileName: "a.svg") }
    }
}
