/// What `pdfinfo` says of a PDF before anything in it is drawn.
struct PDFFacts: Equatable, Sendable {
    /// In points, 72 an inch.
    struct Size: Equatable, Sendable {
        let width: Double
        let height: Double
    }

    let pageCount: Int
    /// Of the pages that were asked for.
    let pages: [Size]

    /// - Throws: ``NoticeError/corruptPDF`` when there is no page, or the report is another.
    init(report: String) throws(NoticeError) {
        var count: Int?
        var pages: [Size] = []
        for line in report.split(separator: "\n") {
            let words = line.split(separator: " ")
            if words.first == "Pages:" {
                count = words.dropFirst().first.flatMap { Int($0) }
            } else if words.first == "Page", words.count >= 6, words[2] == "size:", words[4] == "x",
                let width = Double(words[3]), let height = Double(words[5])
            {
                pages.append(Size(width: width, height: height))
            }
        }
        guard let count, count > 0 else { throw .corruptPDF }
        pageCount = count
        self.pages = pages
    }

    func size(ofPage index: Int) -> Size {
        pages.indices.contains(index) ? pages[index] : Size(width: 595, height: 842)
    }
}
