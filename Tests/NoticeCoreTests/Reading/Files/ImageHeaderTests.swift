import Foundation
import Testing

@testable import NoticeCore

@Suite struct ImageHeaderTests {
    private func size(_ bytes: [UInt8], _ type: FileType) throws -> [Int] {
        let header = try ImageHeader(Data(bytes), type: type)
        return [header.width, header.height]
    }

    private static let png: [UInt8] =
        [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13] + Array("IHDR".utf8)

    @Test func png_saysItsSize() throws {
        #expect(try size(Self.png + [0, 0, 0xC3, 0x50, 0, 0, 0, 2], .png) == [50_000, 2])
    }

    @Test func jpeg_saysItsSizeBehindOtherSegments() throws {
        let comment: [UInt8] = [0xFF, 0xFE, 0, 4, 0xFF, 0xC0]
        // Fill bytes may stand before a marker (T.81, B.1.1.2).
        let frame: [UInt8] = [0xFF, 0xFF, 0xC2, 0, 17, 8, 0, 240, 1, 64, 3]
        #expect(try size([0xFF, 0xD8] + comment + frame, .jpeg) == [320, 240])
    }

    @Test func webP_saysItsSizeInThreeForms() throws {
        let riff = Array("RIFF....WEBP".utf8)
        let extended = riff + Array("VP8X".utf8) + [10, 0, 0, 0, 0, 0, 0, 0] + [0x3F, 1, 0, 0xEF, 0, 0]
        #expect(try size(extended, .webp) == [320, 240])
        // 14 bits each, less one: 319 | 239 << 14.
        let lossless = riff + Array("VP8L".utf8) + [9, 0, 0, 0, 0x2F] + [0x3F, 0xC1, 0x3B, 0x00]
        #expect(try size(lossless, .webp) == [320, 240])
        let lossy = riff + Array("VP8 ".utf8) + [9, 0, 0, 0, 0, 0, 0, 0x9D, 1, 0x2A] + [0x40, 1, 0xF0, 0]
        #expect(try size(lossy, .webp) == [320, 240])
    }

    @Test func heic_saysItsLargestPicture() throws {
        let small = Array("ispe".utf8) + [0, 0, 0, 0] + [0, 0, 0, 160] + [0, 0, 0, 120]
        let large = Array("ispe".utf8) + [0, 0, 0, 0] + [0, 0, 1, 64] + [0, 0, 0, 240]
        #expect(try size(Array("....ftypheic....".utf8) + large + small, .heic) == [320, 240])
    }

    @Test(
        arguments: [
            (png, FileType.png), (png + [0, 0, 0, 0, 0, 0, 0, 1], .png), ([0xFF, 0xD8, 0xFF], .jpeg),
            ([0xFF, 0xD8, 0xFF, 0xE0, 0, 0], .jpeg), ([0xFF, 0xD8, 0xFF, 0xE0, 0xFF, 0xFF], .jpeg),
            ([0xFF, 0xD8, 0x00, 0x11, 0x22], .jpeg), (Array("RIFF....WEBPVP8X".utf8), .webp),
            (Array("....ftypheic".utf8), .heic), (Array("....ftypheicispe".utf8), .heic),
        ] as [([UInt8], FileType)])
    func picture_withoutASize_isDamaged(_ bytes: [UInt8], _ type: FileType) {
        #expect(throws: NoticeError.corruptImage) { try ImageHeader(Data(bytes), type: type) }
    }

    @Test func bomb_isTooLargeWhateverItsSides() throws {
        let sides: [UInt8] = [0x7F, 0xFF, 0xFF, 0xFF, 0x7F, 0xFF, 0xFF, 0xFF]
        #expect(try ImageHeader(Data(Self.png + sides), type: .png).pixels > ReadingBounds().pixels)
    }
}
