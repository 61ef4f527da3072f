/// A page in shades of grey, as our children hand it over: binary PGM, 8 bits a pixel.
///
/// <https://netpbm.sourceforge.net/doc/pgm.html>: "P5", width, height and maximum as decimal words, one white space, rows.
struct GreyImage: Sendable {
    let width: Int
    let height: Int
    /// Row by row, 0 being black.
    let pixels: [UInt8]

    init(width: Int, height: Int, pixels: [UInt8]) {
        self.width = width
        self.height = height
        self.pixels = pixels
    }

    /// - Returns: `nil` when it is anything else, or shorter than its header says.
    init?(portableGreyMap bytes: [UInt8]) {
        var position = 0
        guard bytes.starts(with: Array("P5".utf8)) else { return nil }
        position = 2
        guard let width = Self.number(in: bytes, at: &position), let height = Self.number(in: bytes, at: &position),
            Self.number(in: bytes, at: &position) == 255, width > 0, height > 0
        else { return nil }
        position += 1
        let (count, isHuge) = width.multipliedReportingOverflow(by: height)
        guard !isHuge, bytes.count - position >= count else { return nil }
        self.init(width: width, height: height, pixels: Array(bytes[position..<position + count]))
    }

    /// The next decimal word of a header; comments run from # to the end of their line.
    private static func number(in bytes: [UInt8], at position: inout Int) -> Int? {
        while position < bytes.count, !isDigit(bytes[position]) {
            if bytes[position] == UInt8(ascii: "#") {
                while position < bytes.count, bytes[position] != UInt8(ascii: "\n") { position += 1 }
            }
            position += 1
        }
        var number = 0
        let start = position
        while position < bytes.count, isDigit(bytes[position]), position - start < 7 {
            number = number * 10 + Int(bytes[position] - UInt8(ascii: "0"))
            position += 1
        }
        return position > start ? number : nil
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }
}
