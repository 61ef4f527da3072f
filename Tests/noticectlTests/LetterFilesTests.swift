import Foundation
import NoticeCore
import Testing

@testable import noticectl

@Suite struct LetterFilesTests {
    @Test func singleTextFile_becomesTheText() throws {
        let folder = try TemporaryFolder()
        let path = folder.file("letter.txt", Array("\u{FEFF}\r\n　学年だより 5月 \r\n本文\r\n".utf8))
        let files = try LetterFiles([path])
        #expect(files.text == "\n　学年だより 5月 \n本文\n")
        #expect(files.title == "学年だより 5月")
        #expect(files.attachments.isEmpty)
    }

    @Test func textInCP932_isRead() throws {
        let folder = try TemporaryFolder()
        // 「運動会」 in Windows-31J.
        let path = folder.file("letter.TXT", [0x89, 0x5E, 0x93, 0xAE, 0x89, 0xEF])
        #expect(try LetterFiles([path]).text == "運動会")
    }

    @Test func textThatIsNone_isRefused() throws {
        let folder = try TemporaryFolder()
        let path = folder.file("letter.txt", [0xFF, 0xFE, 0x00, 0xD8])
        #expect(throws: LocalFailure.badEncoding(path)) { try LetterFiles([path]) }
        let control = folder.file("control.txt", [0x61, 0x01])
        #expect(throws: LocalFailure.badEncoding(control)) { try LetterFiles([control]) }
    }

    @Test func otherFile_isAttached() throws {
        let folder = try TemporaryFolder()
        let path = folder.file("学年だより.pdf", Array("%PDF-1.4".utf8))
        let files = try LetterFiles([path])
        #expect(files.text == nil && files.attachments.map(\.name) == ["学年だより.pdf"])
        #expect(files.title == "学年だより")
    }

    @Test func severalFiles_areOneLetterWithAttachments() throws {
        let folder = try TemporaryFolder()
        let paths = [folder.file("a.txt", [0x61]), folder.file("b.txt", [0x62])]
        #expect(try LetterFiles(paths).attachments.map(\.name) == ["a.txt", "b.txt"])
    }

    @Test func emptyMissingOrFolder_isRefused() throws {
        let folder = try TemporaryFolder()
        let empty = folder.file("empty.pdf", [])
        #expect(throws: LocalFailure.emptyFile(empty)) { try LetterFiles([empty]) }
        #expect(throws: LocalFailure.fileNotFound("/nowhere/x.pdf")) { try LetterFiles(["/nowhere/x.pdf"]) }
        let path = folder.path
        #expect(throws: LocalFailure.fileUnreadable(path)) { try LetterFiles([path]) }
    }

    @Test func title_isCut() {
        #expect(LetterText.title(of: "\n \n" + String(repeating: "あ", count: 300))?.count == 100)
        #expect(LetterText.title(of: " \n") == nil)
    }

    @Test func conflict_keepsTextAndDraft() throws {
        let folder = try TemporaryFolder()
        var draft = NoticeDraftBody()
        draft.text = "わたしの文"
        var event = EventDraftBody()
        event.title = "遠足"
        draft.events = [event]
        let paths = try ConflictFolder(path: folder.path + "/c").keep(draft, of: "n/1", effects: .live)
        #expect(paths.map { ($0 as NSString).pathExtension } == ["txt", "json"])
        let text = try #require(FileManager.default.contents(atPath: paths[0]))
        #expect(String(decoding: text, as: UTF8.self) == "わたしの文")
        #expect(try EventsFile(paths[1]).events == [event])
        #expect(try folder.mode(of: "c/" + (paths[0] as NSString).lastPathComponent) == 0o600)
    }

    @Test func savedAttachment_staysInItsFolder() {
        let reference = AttachmentReferenceBody(digest: "d", fileName: "../../etc/pass\u{0}wd")
        let name = NoticeCommand.Show.fileName(of: reference, position: 2)
        #expect(name.hasPrefix("2-") && !name.contains("/") && !name.contains("\u{0}"))
    }
}
