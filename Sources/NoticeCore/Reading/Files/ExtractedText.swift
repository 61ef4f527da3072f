/// What stands in a file, as text.
public struct ExtractedText: Equatable, Sendable {
    /// What the text was taken from; a scan's characters were recognised and may be wrong.
    public enum Origin: String, Sendable, CaseIterable {
        case text, csv, pdf, scan, docx, xlsx
    }

    public let origin: Origin
    /// One text a page, columns held apart by spaces; of a workbook one CSV a sheet; else one.
    public let pages: [String]
    /// Pages that the file has: more than ``pages`` when it is too long to be read whole.
    public let pageCount: Int
    /// The names of a workbook's sheets, in the order of ``pages``; empty for every other file.
    public let sheetNames: [String]

    public init(origin: Origin, pages: [String], pageCount: Int? = nil, sheetNames: [String] = []) {
        self.origin = origin
        self.pages = pages
        self.pageCount = pageCount ?? pages.count
        self.sheetNames = sheetNames
    }

    /// The same without what stands behind its first `count` characters.
    func cut(to count: Int) -> ExtractedText {
        var rest = count
        let pages = pages.map { page in
            let kept = page.prefix(rest)
            rest -= kept.count
            return String(kept)
        }
        return ExtractedText(origin: origin, pages: pages, pageCount: pageCount, sheetNames: sheetNames)
    }

    /// All pages, a blank line between them.
    public var text: String { pages.joined(separator: "\n\n") }
}
