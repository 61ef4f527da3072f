/// What a file is, told by its content; the name must agree (ASVS 5.2.2).
public enum FileType: String, CaseIterable, Sendable {
    case pdf = "application/pdf"
    case jpeg = "image/jpeg"
    case png = "image/png"
    case webp = "image/webp"
    case heic = "image/heic"
    case docx = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    case xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    case text = "text/plain"

    /// Bytes of a file's beginning that decide.
    static let headLength = 64

    public var mediaType: String { rawValue }

    /// How names of such files end; the first is the one we write.
    private var extensions: [String] {
        switch self {
        case .pdf: ["pdf"]
        case .jpeg: ["jpg", "jpeg"]
        case .png: ["png"]
        case .webp: ["webp"]
        case .heic: ["heic", "heif"]
        case .docx: ["docx"]
        case .xlsx: ["xlsx"]
        case .text: ["txt", "md", "csv"]
        }
    }

    var preferredExtension: String { extensions[0] }

    /// - Throws: ``NoticeError/emptyFile``; ``NoticeError/typeMismatch`` when name and content disagree;
    ///   ``NoticeError/unsupportedType`` for a name that is not on the list.
    init(head: [UInt8], size: Int, fileName: String) throws(NoticeError) {
        guard size > 0 else { throw .emptyFile }
        let suffix = fileName.split(separator: ".").last.map { $0.lowercased() } ?? ""
        guard let named = Self.allCases.first(where: { $0.extensions.contains(suffix) }) else { throw .unsupportedType }
        guard named.matches(head) else { throw .typeMismatch }
        self = named
    }

    private func matches(_ head: [UInt8]) -> Bool {
        switch self {
        case .pdf: head.starts(with: Array("%PDF-".utf8))
        case .jpeg: head.starts(with: [0xFF, 0xD8, 0xFF])
        case .png: head.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A])
        case .webp: head.starts(with: Array("RIFF".utf8)) && head.dropFirst(8).starts(with: Array("WEBP".utf8))
        case .heic:
            head.dropFirst(4).starts(with: Array("ftyp".utf8))
                && ["heic", "heix", "mif1", "hevc"].contains { head.dropFirst(8).starts(with: Array($0.utf8)) }
        case .docx, .xlsx: head.starts(with: [0x50, 0x4B, 0x03, 0x04])
        // Whatever its encoding, a text holds no NUL and is none of the others.
        case .text:
            // UTF-16 has NULs; only its byte order mark tells it from other binary files.
            (!head.contains(0) || head.starts(with: [0xFF, 0xFE]) || head.starts(with: [0xFE, 0xFF]))
                && !Self.allCases.contains { $0 != .text && $0.matches(head) }
        }
    }
}
