/// The modules of a QR code, drawn as one SVG path.
struct QRCode: Equatable, Sendable {
    /// Rows from the top; `true` is dark. Always a square.
    let modules: [[Bool]]

    /// Reads what `qrencode -t ASCII` draws: two characters a module, `##` dark.
    ///
    /// - Returns: `nil` unless it is a square of at least 21 modules, the smallest QR code.
    init?(asciiArt: String) {
        let lines = asciiArt.split(whereSeparator: \.isNewline).map(Array.init)
        guard lines.count >= 21, lines.allSatisfy({ $0.count == lines.count * 2 }) else { return nil }
        modules = lines.map { line in
            stride(from: 0, to: line.count, by: 2).map { line[$0] == "#" }
        }
    }

    /// An inline picture, one unit a module, with the quiet zone of four that readers need (ISO/IEC 18004).
    var svg: String {
        let quiet = 4
        var path = ""
        for (y, row) in modules.enumerated() {
            var x = 0
            while x < row.count {
                guard row[x] else {
                    x += 1
                    continue
                }
                let end = row[x...].firstIndex(of: false) ?? row.count
                path += "M\(x + quiet) \(y + quiet)h\(end - x)v1h-\(end - x)z"
                x = end
            }
        }
        let size = modules.count + quiet * 2
        return "<svg class=\"qr\" viewBox=\"0 0 \(size) \(size)\" shape-rendering=\"crispEdges\" aria-hidden=\"true\">"
            + "<path d=\"\(path)\"/></svg>"
    }
}
