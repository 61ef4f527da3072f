import Testing

@testable import NoticeCore

@Suite struct TextDecodingTests {
    @Test func encodings_ofThisMachine_areComplete() {
        #expect(TextDecoding.missingEncodings.isEmpty, "gconv tables come with Debian's libc6")
    }

    @Test(arguments: [
        ("plain", Array("運動会".utf8)),
        ("byte order mark", [0xEF, 0xBB, 0xBF] + Array("運動会".utf8)),
        ("UTF-16 little endian", [0xFF, 0xFE, 0x4B, 0x90, 0xD5, 0x52, 0x1A, 0x4F]),
        ("UTF-16 big endian", [0xFE, 0xFF, 0x90, 0x4B, 0x52, 0xD5, 0x4F, 0x1A]),
        ("CP932", [0x89, 0x5E, 0x93, 0xAE, 0x89, 0xEF]),
        ("EUC-JP", [0xB1, 0xBF, 0xC6, 0xB0, 0xB2, 0xF1]),
    ])
    func text_inEachEncoding_isTheSame(name: String, bytes: [UInt8]) throws {
        #expect(try TextDecoding.text(from: bytes) == "運動会", "\(name)")
    }

    @Test func cp932_withNECAndIBMExtensions_keepsEveryCharacter() throws {
        // 髙 twice: NEC selected (EEE0) and IBM (FBFC); 﨑 (ED95), ① (8740), ㍻ (877E), half-width ｶ (B6).
        let bytes: [UInt8] = [0xEE, 0xE0, 0xFB, 0xFC, 0xED, 0x95, 0x87, 0x40, 0x87, 0x7E, 0xB6]
        #expect(try TextDecoding.text(from: bytes) == "髙髙﨑①㍻ｶ")
    }

    @Test func waveDash_ofBothLegacyEncodings_isTheFullWidthTilde() throws {
        #expect(try TextDecoding.text(from: [0x8C, 0x8E, 0x81, 0x60, 0x89, 0xCE]) == "月\u{FF5E}火")
        #expect(try TextDecoding.text(from: [0xB7, 0xEE, 0xA1, 0xC1, 0xB2, 0xD0]) == "月\u{FF5E}火")
    }

    @Test func backslashAndTilde_ofCP932_stayASCII() throws {
        #expect(try TextDecoding.text(from: [0x5C, 0x7E, 0x89, 0xCE]) == "\\~火")
    }

    @Test func eucJP_validAsHalfWidthKatakanaToo_isReadAsKanji() throws {
        let euc: [UInt8] = [0xB9, 0xD4, 0xBB, 0xF6, 0xCC, 0xBE]
        #expect(try LegacyEncoding.eucJapanese.text(from: [0xB9, 0xD4, 0xBB, 0xC6]) != nil)
        #expect(try LegacyEncoding.windows31J.text(from: [0xB9, 0xD4, 0xBB, 0xC6]) == "ｹﾔｻﾆ")
        #expect(try TextDecoding.text(from: euc) == "行事名")
        #expect(try TextDecoding.text(from: [0xB9, 0xD4, 0xBB, 0xC6]) == "行仔")
    }

    @Test func cp932_thatLooksLikeUTF8InPart_isRead() throws {
        #expect(try TextDecoding.text(from: [0x89, 0xEF, 0x92, 0xB7]) == "会長")
    }

    @Test(arguments: [
        [0xE9] as [UInt8],  // Latin-1 é, cut
        Array("運動会".utf8.dropLast()),
        [0xEF, 0xBB, 0xBF, 0xFF],
        [0xFF, 0xFE, 0x4B],
        [0xFF, 0xFE, 0x00, 0xD8],
        [0x81, 0x20],
        [0x50, 0x4B, 0x03, 0x04, 0x00, 0x00, 0x08, 0x00],
        [0xF0, 0x40],  // a character of one's own in CP932
        [0x85, 0x41],
    ])
    func bytes_ofNoEncoding_areRefused(bytes: [UInt8]) {
        #expect(throws: NoticeError.badEncoding) { try TextDecoding.text(from: bytes) }
    }

    @Test func everyCharacter_ofTheCP932Table_survivesOrIsRefused() throws {
        var read = 0
        for lead in UInt8(0x81)...0xFC where !(0xA0...0xDF).contains(lead) {
            for trail in UInt8(0x40)...0xFC where trail != 0x7F {
                guard let text = try LegacyEncoding.windows31J.text(from: [lead, trail]) else { continue }
                #expect(text.unicodeScalars.count == 1)
                #expect(text.unicodeScalars.first?.properties.generalCategory != .unassigned)
                read += 1
            }
        }
        #expect(
            read == 6879 + 83 + 374 + 388, "JIS X 0208, NEC row 13, NEC's choice of IBM's extensions, IBM's extensions")
    }

    @Test func randomBytes_areDecodedOrRefused() {
        var generator = SeededGenerator(seed: 1)
        for _ in 0..<2000 {
            let bytes = (0..<Int.random(in: 0...40, using: &generator)).map { _ in
                UInt8.random(in: 0...255, using: &generator)
            }
            do throws(NoticeError) {
                let text = try TextDecoding.text(from: bytes)
                #expect(!text.utf8.contains(0))
            } catch {
                #expect(error == .badEncoding)
            }
        }
    }
}
