import Foundation

/// The size of a picture, told by its first bytes alone: a bomb is refused before anything unpacks it.
struct ImageHeader: Equatable, Sendable {
    let width: Int
    let height: Int

    var pixels: Int {
        let (product, isHuge) = width.multipliedReportingOverflow(by: height)
        return isHuge ? .max : product
    }

    /// - Throws: ``NoticeError/corruptImage`` when no size is found where the format has it.
    init(_ data: Data, type: FileType) throws(NoticeError) {
        let bytes = Bytes(data: data)
        let size =
            switch type {
            case .png: Self.png(bytes)
            case .jpeg: Self.jpeg(bytes)
            case .webp: Self.webP(bytes)
            case .heic: Self.heic(bytes)
            case .pdf, .docx, .xlsx, .text: (width: Int, height: Int)?.none
            }
        guard let size, size.width > 0, size.height > 0 else { throw .corruptImage }
        width = size.width
        height = size.height
    }

    /// PNG, section 11.2.1 (IHDR): <https://www.w3.org/TR/png-3/#11IHDR>
    private static func png(_ bytes: Bytes) -> (width: Int, height: Int)? {
        guard bytes.holds("IHDR", at: 12), let width = bytes.number(at: 16, count: 4),
            let height = bytes.number(at: 20, count: 4)
        else { return nil }
        return (width, height)
    }

    /// ITU-T T.81, annex B: segments until the frame header (SOF), which holds lines and samples.
    private static func jpeg(_ bytes: Bytes) -> (width: Int, height: Int)? {
        var position = 2
        while let mark = bytes.number(at: position, count: 1), let kind = bytes.number(at: position + 1, count: 1) {
            guard mark == 0xFF else { return nil }
            if kind == 0xFF {
                position += 1
                continue
            }
            guard let length = bytes.number(at: position + 2, count: 2), length >= 2 else { return nil }
            let isFrame = (0xC0...0xCF).contains(kind) && ![0xC4, 0xC8, 0xCC].contains(kind)
            if isFrame {
                guard let height = bytes.number(at: position + 5, count: 2),
                    let width = bytes.number(at: position + 7, count: 2)
                else { return nil }
                return (width, height)
            }
            position += 2 + length
        }
        return nil
    }

    /// <https://developers.google.com/speed/webp/docs/riff_container>; lossless: its section 3, little-endian 14-bit fields.
    private static func webP(_ bytes: Bytes) -> (width: Int, height: Int)? {
        if bytes.holds("VP8X", at: 12), let width = bytes.little(at: 24, count: 3),
            let height = bytes.little(at: 27, count: 3)
        {
            return (width + 1, height + 1)
        }
        if bytes.holds("VP8L", at: 12), let fields = bytes.little(at: 21, count: 4) {
            return (fields & 0x3FFF + 1, fields >> 14 & 0x3FFF + 1)
        }
        if bytes.holds("VP8 ", at: 12), let width = bytes.little(at: 26, count: 2),
            let height = bytes.little(at: 28, count: 2)
        {
            return (width & 0x3FFF, height & 0x3FFF)
        }
        return nil
    }

    /// ISO/IEC 23008-12: every picture of the file has an `ispe` property; the largest counts.
    private static func heic(_ bytes: Bytes) -> (width: Int, height: Int)? {
        var largest: (width: Int, height: Int)?
        for position in bytes.places(of: "ispe", within: 1 << 20) {
            guard let width = bytes.number(at: position + 8, count: 4),
                let height = bytes.number(at: position + 12, count: 4)
            else { continue }
            if largest.map({ max($0.width, $0.height) < max(width, height) }) ?? true { largest = (width, height) }
        }
        return largest
    }

    /// Numbers at places that may lie behind the end.
    private struct Bytes {
        let data: Data

        func number(at position: Int, count: Int) -> Int? {
            guard position >= 0, position + count <= data.count else { return nil }
            return (0..<count).reduce(0) { $0 << 8 | Int(data[data.startIndex + position + $1]) }
        }

        func little(at position: Int, count: Int) -> Int? {
            guard position >= 0, position + count <= data.count else { return nil }
            return (0..<count).reversed().reduce(0) { $0 << 8 | Int(data[data.startIndex + position + $1]) }
        }

        func holds(_ word: String, at position: Int) -> Bool {
            guard position + word.utf8.count <= data.count else { return false }
            return data.dropFirst(position).starts(with: word.utf8)
        }

        func places(of word: String, within limit: Int) -> [Int] {
            let head = data.prefix(limit)
            var places: [Int] = []
            var start = head.startIndex
            while places.count < 100, let found = head.range(of: Data(word.utf8), in: start..<head.endIndex) {
                places.append(found.lowerBound - head.startIndex)
                start = found.upperBound
            }
            return places
        }
    }
}
