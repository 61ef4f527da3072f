import Foundation

/// The text of a PDF: of its text layer where it has one, recognised where a page is a picture.
struct PDFPages: Sendable {
    let process: ChildProcess
    let bounds: ReadingBounds
    /// The name of the PDF in the job's folder.
    let file: String

    /// - Throws: ``NoticeError/corruptPDF``, ``NoticeError/encryptedPDF``, ``NoticeError/tooManyPages(limit:)``,
    ///   ``NoticeError/pageTooLarge``.
    func facts() async throws -> PDFFacts {
        do {
            let report = try await process.output(of: .pdfinfo, ["-f", "1", "-l", "\(bounds.pages)", file])
            let facts = try PDFFacts(report: String(decoding: report, as: UTF8.self))
            guard facts.pageCount <= bounds.pages else { throw NoticeError.tooManyPages(limit: bounds.pages) }
            guard facts.pages.allSatisfy({ max($0.width, $0.height) <= bounds.pageSide }) else {
                throw NoticeError.pageTooLarge
            }
            return facts
        } catch let failure as ChildFailure {
            throw failure.error(whenExited: isEncrypted ? .encryptedPDF : .corruptPDF)
        }
    }

    func text() async throws -> ExtractedText {
        let facts = try await facts()
        let wanted = min(facts.pageCount, bounds.pagesRead)
        var pages = try await textLayer(pages: wanted)
        var hasScans = false
        for index in try await pictures(among: pages).prefix(bounds.pagesRecognised) {
            let recognised = try await recognise(page: index + 1, size: facts.size(ofPage: index))
            guard recognised.contains(where: { !$0.isWhitespace }) else { continue }
            hasScans = true
            pages[index] = PrintedPage(
                lines: recognised.split(separator: "\n", omittingEmptySubsequences: false).map(String.init))
        }
        return ExtractedText(
            origin: hasScans ? .scan : .pdf, pages: pages.map { $0.lines.joined(separator: "\n") },
            pageCount: facts.pageCount)
    }

    /// The pages whose text must be recognised.
    private func pictures(among pages: [PrintedPage]) async throws -> [Int] {
        let illustrated =
            pages.contains { $0.legibility == .little } ? try await illustratedPages(of: pages.count) : []
        return pages.indices.filter { index in
            switch pages[index].legibility {
            case .text: false
            case .little: illustrated.contains(index)
            case .none: true
            }
        }
    }

    /// The pages with a picture that could hold writing: 300 dots each way are a logo.
    private func illustratedPages(of count: Int) async throws -> Set<Int> {
        do {
            let list = try await process.output(of: .pdfimages, ["-list", "-f", "1", "-l", "\(count)", file])
            let rows = String(decoding: list, as: UTF8.self).split(separator: "\n").dropFirst(2)
            return Set(
                rows.compactMap { row in
                    // page, number, type, width, height …
                    let cells = row.split(separator: " ")
                    guard cells.count > 4, let page = Int(cells[0]), let width = Int(cells[3]),
                        let height = Int(cells[4]),
                        width > 300, height > 300
                    else { return nil }
                    return page - 1
                })
        } catch let failure as ChildFailure {
            throw failure.error(whenExited: .corruptPDF)
        }
    }

    private func textLayer(pages count: Int) async throws -> [PrintedPage] {
        let blank = PrintedPage(lines: [])
        do {
            let boxes = try await process.output(
                of: .pdftotext, ["-bbox", "-enc", "UTF-8", "-f", "1", "-l", "\(count)", file, "-"])
            let pages = PDFWord.pages(boxes: String(decoding: boxes, as: UTF8.self)).prefix(count).map { PDFLines($0) }
            let spacing = TypesetSpacing(pages)
            return pages.map { PrintedPage($0, spacing: spacing) }
                + Array(repeating: blank, count: count - pages.count)
        } catch ChildFailure.exited(status: 3) {
            // Its author forbids copying, not looking: it is read as it looks.
            return Array(repeating: blank, count: count)
        } catch let failure as ChildFailure {
            throw failure.error(whenExited: .corruptPDF)
        }
    }

    private func recognise(page: Int, size: PDFFacts.Size) async throws -> String {
        let pixelsAtOneDot = size.width * size.height / (72 * 72)
        let resolution = min(250, (Double(bounds.recognisedPixels) / max(pixelsAtOneDot, 1)).squareRoot())
        let arguments = [
            "-r", "\(Int(resolution))", "-gray", "-singlefile", "-f", "\(page)", "-l", "\(page)", file, "page",
        ]
        do {
            _ = try await process.output(of: .pdftoppm, arguments)
        } catch let failure as ChildFailure {
            throw failure.error(whenExited: .corruptPDF)
        }
        return try await PageRecognition(process: process, bounds: bounds).text(of: "page.pgm")
    }

    /// Whether the file speaks of encryption: asked only when it could not be opened.
    private var isEncrypted: Bool {
        let url = URL(fileURLWithPath: process.folder.file(file)).resolvingSymlinksInPath()
        let data = try? Data(contentsOf: url, options: .mappedIfSafe)
        return data?.range(of: Data("/Encrypt".utf8)) != nil
    }
}
