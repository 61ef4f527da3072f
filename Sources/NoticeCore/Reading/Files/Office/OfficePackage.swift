import Foundation

/// An office document on its way to text: a zip of XML, unpacked and parsed by children alone.
///
/// A part is unpacked up to a bound, looked through for a document type (which Office never writes, and which could hold an
/// entity bomb or name a file of ours), and transformed by a stylesheet of ours into plain lines.
struct OfficePackage: Sendable {
    let process: ChildProcess
    let bounds: ReadingBounds
    /// The name of the document in the job's folder.
    let file: String
    /// What the zip holds, and how many bytes it says that each part unpacks to.
    private let sizes: [String: Int]

    /// - Throws: `NoticeError.invalid` with ``Flaw/Code/corruptDocument`` when it is no zip, or breaks off.
    init(_ file: String, process: ChildProcess, bounds: ReadingBounds) async throws {
        self.file = file
        self.process = process
        self.bounds = bounds
        do {
            let listing = try await process.output(of: .unzip, ["-Z", file])
            sizes = Self.sizes(in: String(decoding: listing, as: UTF8.self))
        } catch let failure as ChildFailure {
            throw failure.error(whenExited: Self.corrupt)
        }
    }

    func holds(_ part: String) -> Bool { sizes[part] != nil }

    /// zipinfo(1): permissions, version, system, size, kind, method, day, time, name.
    private static func sizes(in listing: String) -> [String: Int] {
        var sizes: [String: Int] = [:]
        for line in listing.split(separator: "\n") {
            let cells = line.split(separator: " ", maxSplits: 8)
            if cells.count == 9, let size = Int(cells[3]) { sizes[String(cells[8])] = size }
        }
        return sizes
    }

    static let corrupt = NoticeError.invalid([Flaw(.corruptDocument)])

    /// The most that one part may unpack to. Its tree takes about ten times as much of the child's memory.
    private static let partLimit = 16 << 20

    /// The lines that a stylesheet makes of a part.
    ///
    /// - Throws: ``NoticeError/tooLarge(limitBytes:)`` for a part that unpacks to more than any letter.
    func lines(of part: String, by stylesheet: OfficeStylesheet) async throws -> [Substring] {
        guard let size = sizes[part], part.utf8.allSatisfy(Self.isPlain) else { throw Self.corrupt }
        guard size <= Self.partLimit else { throw NoticeError.tooLarge(limitBytes: Self.partLimit) }
        try await unpack(part)
        defer { process.folder.delete("part.xml") }
        try process.folder.write(stylesheet.rawValue, as: "part.xsl")
        do {
            let text = try await process.output(
                of: .xsltproc, ["--nonet", "--novalid", "--nowrite", "--nomkdir", "part.xsl", "part.xml"])
            return String(decoding: text, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
        } catch let failure as ChildFailure {
            throw failure.error(whenExited: Self.corrupt)
        }
    }

    private func unpack(_ part: String) async throws {
        var limits = ChildLimits()
        // A part may be larger than the zip says; unzip then goes on until its time is up.
        limits.fileSize = Self.partLimit
        limits.processorSeconds = 2
        do {
            try await process.run(.unzip, ["-p", file, part], output: "part.xml", limits: limits)
        } catch let failure as ChildFailure {
            // Stopped by the limit it may say so itself, or be ended for it.
            if process.folder.size(of: "part.xml") >= Self.partLimit {
                throw NoticeError.tooLarge(limitBytes: Self.partLimit)
            }
            throw failure.error(whenExited: Self.corrupt)
        }
        guard Self.isHarmless(try process.folder.contents(of: "part.xml")) else { throw Self.corrupt }
    }

    /// UTF-8 that calls itself nothing else and has no document type.
    private static func isHarmless(_ bytes: [UInt8]) -> Bool {
        guard let text = String(validating: bytes, as: UTF8.self) else { return false }
        let declaration = text.prefix(200).prefix { $0 != ">" }.lowercased()
        let isUTF8 = !declaration.contains("encoding") || declaration.contains("utf-8")
        let data = Data(bytes)
        return isUTF8 && ["<!DOCTYPE", "<!ENTITY"].allSatisfy { data.range(of: Data($0.utf8)) == nil }
    }

    /// Names of parts as Office writes them; `unzip` would take others for patterns.
    private static func isPlain(_ byte: UInt8) -> Bool {
        let character = Character(Unicode.Scalar(byte))
        return character.isASCII && (character.isLetter || character.isNumber || "/_-.".contains(character))
    }
}
