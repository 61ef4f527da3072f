/// Recognises the characters of a page of which only a picture exists.
struct PageRecognition: Sendable {
    let process: ChildProcess
    let bounds: ReadingBounds

    /// Below this a page is probably not what it was taken for: on its side, or written from top to bottom.
    ///
    /// Printed pages come out between 85 and 96, the wrong way round below 60.
    private static let doubtful = 70.0

    /// One page is a second's work; the limits leave a slow machine its time.
    private static let limits = {
        var limits = ChildLimits()
        limits.processorSeconds = 30
        limits.time = .seconds(60)
        return limits
    }()

    /// - Parameter page: A grey page (PGM) in the job's folder.
    func text(of page: String) async throws -> String {
        let image = try image(page)
        let dots = PageDots(of: image)
        // The back of a sheet: looking for letters on it would take as long as finding some.
        if dots.isEmpty { return "" }
        let scale = scale(of: image)
        var best = try await recognise(page, dots: dots, scale: scale, language: "jpn", layout: .block)
        if best.isDoubtful, let turn = try await turn(of: page) {
            try await vips(["rot", page, "turned.pgm", "d\(turn)"])
            let turned = try PageDots(of: self.image("turned.pgm"))
            best = max(
                best, try await recognise("turned.pgm", dots: turned, scale: scale, language: "jpn", layout: .block))
        }
        if best.isDoubtful {
            best = max(
                best,
                try await recognise(page, dots: nil, scale: scale, language: "jpn_vert", layout: .verticalBlock))
        }
        return best.text
    }

    private struct Finding: Comparable {
        let text: String
        let confidence: Double

        var isDoubtful: Bool { confidence < PageRecognition.doubtful }

        static func < (left: Finding, right: Finding) -> Bool { left.confidence < right.confidence }
    }

    /// Tesseract's page segmentation modes. A letter is taken as one block, so that a row of a table stays a line.
    private enum Layout: String {
        case orientation = "0"
        case verticalBlock = "5"
        case block = "6"
    }

    /// - Parameter dots: The page's, when its lines run from left to right.
    private func recognise(
        _ page: String, dots: PageDots?, scale: Double, language: String, layout: Layout
    ) async throws -> Finding {
        let level = try await prepared(page, skew: dots.map(PageSkew.init)?.degrees ?? 0, scale: scale)
        let options = ["-l", language, "--psm", layout.rawValue, "-c", "tessedit_create_tsv=1"]
        // Letters are dark on light; looking for the opposite takes half as long again.
        let found = RecognisedPage(table: try await tesseract(level, options + ["-c", "tessedit_do_invert=0"]))
        guard let dots else {
            return Finding(text: found.lines.map(\.plainText).joined(separator: "\n"), confidence: found.confidence)
        }
        return Finding(text: found.text(on: try image(level), darkness: dots.darkness), confidence: found.confidence)
    }

    private func image(_ page: String) throws -> GreyImage {
        guard let image = GreyImage(portableGreyMap: try process.folder.contents(of: page)) else {
            throw NoticeError.corruptImage
        }
        return image
    }

    /// Letters are recognised best when they are about 35 pixels high: a page scanned at 200 dots an inch is enlarged.
    private func scale(of image: GreyImage) -> Double {
        min(1.5, (Double(bounds.recognisedPixels) / Double(image.pixels.count)).squareRoot())
    }

    /// - Returns: The name of a page whose lines run level, its letters large enough.
    private func prepared(_ page: String, skew: Double, scale: Double) async throws -> String {
        guard skew != 0 || scale > 1.1 else { return page }
        try await vips([
            "similarity", page, "level.pgm", "--angle", "\(-skew)", "--scale", "\(max(1, scale))", "--background",
            "255",
        ])
        return "level.pgm"
    }

    /// - Returns: By how much a page that lies on its side must be turned, or `nil` when it does not, or nobody can tell.
    private func turn(of page: String) async throws -> Int? {
        let report: String
        do {
            report = try await tesseract(page, ["-l", "osd", "--psm", Layout.orientation.rawValue])
        } catch NoticeError.corruptImage {
            // Too few characters to tell.
            return nil
        }
        let line = report.split(separator: "\n").first { $0.hasPrefix("Rotate:") }
        return line.flatMap { Int($0.dropFirst("Rotate:".count).filter(\.isNumber)) }.flatMap { $0 == 0 ? nil : $0 }
    }

    private func tesseract(_ page: String, _ options: [String]) async throws -> String {
        do {
            let output = try await process.output(
                of: .tesseract, [page, "-", "--dpi", "250"] + options, limits: Self.limits)
            return String(decoding: output, as: UTF8.self)
        } catch let failure as ChildFailure {
            if case .exited = failure, try await !hasJapanese() { throw NoticeError.missingTool(.tesseract) }
            throw failure.error(whenExited: .corruptImage)
        }
    }

    /// Whether tesseract has the models for Japanese, from left to right and from top to bottom, and for the way up.
    func hasJapanese() async throws -> Bool {
        let languages = try await process.output(of: .tesseract, ["--list-langs"])
        return Set(["jpn", "jpn_vert", "osd"]).isSubset(
            of: String(decoding: languages, as: UTF8.self).split(separator: "\n").map(String.init))
    }

    private func vips(_ arguments: [String]) async throws {
        do {
            _ = try await process.output(of: .vips, arguments)
        } catch let failure as ChildFailure {
            throw failure.error(whenExited: .corruptImage)
        }
    }
}
