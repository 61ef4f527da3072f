/// One rendered calendar, shared by every household that sees the same.
final class RenderedCalendar: Sendable {
    let gzip: [UInt8]
    let gzipTag: String
    let identityTag: String
    /// Bytes of the uncompressed form.
    let size: Int
    /// The cohorts whose items it contains, and the change mark when it was read.
    let cohorts: Set<Cohort>
    let mark: Int
    /// The first day on which it reads differently although nothing was published.
    let validBefore: SchoolDay

    init(_ output: CalendarRenderer.Output, cohorts: Set<Cohort>, mark: Int) throws {
        let name = Digest(of: output.bytes).hex.prefix(32)
        gzip = try Gzip.compress(output.bytes)
        gzipTag = "\"\(name)-gzip\""
        identityTag = "\"\(name)\""
        size = output.bytes.count
        self.cohorts = cohorts
        self.mark = mark
        validBefore = output.validBefore
    }

    /// Only the compressed form is kept; an adapter that is asked for the other one often keeps it itself.
    func identityBytes() throws -> [UInt8] { try Gzip.decompress(gzip, size: size) }
}
