import Foundation
import Testing

@testable import NoticeCore

@Suite struct PictureEndTests {
    /// SOI, an APP1 segment that holds a thumbnail's end, SOS, data, EOI.
    private static let jpeg: [UInt8] = [
        0xFF, 0xD8, 0xFF, 0xE1, 0x00, 0x06, 0xFF, 0xD8, 0xFF, 0xD9, 0xFF, 0xDA, 0x00, 0x03, 0x01, 0x11, 0xFF, 0x00,
        0x22,
        0xFF, 0xD9,
    ]

    @Test func jpeg_endsBehindItsScan() {
        #expect(PictureEnd.isThere(in: Data(Self.jpeg), of: .jpeg))
        #expect(PictureEnd.isThere(in: Data(Self.jpeg + [0x00, 0x01]), of: .jpeg), "telephones append more")
        for length in 0..<Self.jpeg.count - 1 {
            #expect(!PictureEnd.isThere(in: Data(Self.jpeg.prefix(length)), of: .jpeg), "cut at \(length)")
        }
        #expect(!PictureEnd.isThere(in: Data([0xFF, 0xD8, 0xFF, 0xE1, 0, 0, 0, 0]), of: .jpeg))
    }

    @Test func otherFormats_endWhereTheySay() {
        #expect(PictureEnd.isThere(in: Data("\u{89}PNG…IEND\u{42}".utf8), of: .png))
        #expect(!PictureEnd.isThere(in: Data("\u{89}PNG…IDAT".utf8), of: .png))
        let webP = Array("RIFF".utf8) + [6, 0, 0, 0] + Array("WEBPVP".utf8)
        #expect(PictureEnd.isThere(in: Data(webP), of: .webp))
        #expect(!PictureEnd.isThere(in: Data(webP.dropLast()), of: .webp))
    }

    @Test func slice_isReadFromItsOwnBeginning() {
        let data = Data([0, 0, 0] + Self.jpeg).dropFirst(3)
        #expect(PictureEnd.isThere(in: data, of: .jpeg))
    }
}
