import Foundation

/// Whether a picture has arrived whole: a download that broke off shows half a page, and nobody sees what is missing.
///
/// Told by the marks that the formats themselves set, so nothing is decoded.
enum PictureEnd {
    static func isThere(in data: Data, of type: FileType) -> Bool {
        switch type {
        case .jpeg: jpegEnds(data)
        // PNG, section 11.2.5: the last chunk is IEND.
        case .png: data.range(of: Data("IEND".utf8), options: .backwards) != nil
        case .webp: webPEnds(data)
        case .heic, .pdf, .docx, .xlsx, .text: true
        }
    }

    /// ITU T.81, B.1: after the first scan begins, 0xFF is followed by 0xD9 only at the end of the image; before it, a thumbnail
    /// may have an end of its own.
    private static func jpegEnds(_ data: Data) -> Bool {
        var place = data.startIndex + 2
        while place + 4 <= data.endIndex {
            guard data[place] == 0xFF else { return false }
            let marker = data[place + 1]
            if marker == 0xFF {
                place += 1
                continue
            }
            let length = Int(data[place + 2]) << 8 | Int(data[place + 3])
            guard length >= 2 else { return false }
            place += 2 + length
            guard marker == 0xDA else { continue }
            guard place < data.endIndex else { return false }
            return data[place...].range(of: Data([0xFF, 0xD9])) != nil
        }
        return false
    }

    /// RIFF: the size of what follows stands behind the first word.
    private static func webPEnds(_ data: Data) -> Bool {
        let size = data.dropFirst(4).prefix(4).enumerated().reduce(0) { $0 | Int($1.element) << (8 * $1.offset) }
        return data.count >= size + 8
    }
}
