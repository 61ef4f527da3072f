/// A program of Debian's that the reading of files rests on.
public enum ReadingTool: String, CaseIterable, Sendable {
    /// Limits a process.
    case prlimit
    /// Takes the network away from a process.
    case unshare
    case pdfinfo, pdftotext, pdfimages, pdftoppm
    case tesseract
    case vips
    case unzip
    case xsltproc

    /// The Debian packages that bring it and what it needs to read Japanese, as `apt install` takes them.
    public var packages: String {
        switch self {
        case .prlimit, .unshare: "util-linux"
        // Without poppler-data a PDF whose fonts are not embedded gives wrong characters.
        case .pdfinfo, .pdftotext, .pdfimages, .pdftoppm: "poppler-utils poppler-data"
        case .tesseract: "tesseract-ocr tesseract-ocr-jpn tesseract-ocr-jpn-vert tesseract-ocr-osd"
        case .vips: "libvips-tools"
        case .unzip: "unzip"
        case .xsltproc: "xsltproc"
        }
    }

    /// The packages of several, each once.
    public static func packages(of tools: [ReadingTool]) -> String {
        var packages: [Substring] = []
        for package in tools.flatMap({ $0.packages.split(separator: " ") }) where !packages.contains(package) {
            packages.append(package)
        }
        return packages.joined(separator: " ")
    }
}
