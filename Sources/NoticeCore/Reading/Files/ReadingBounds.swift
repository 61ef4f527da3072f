/// How much of a file is read, and what is refused.
public struct ReadingBounds: Sendable {
    /// Pages of a PDF from which text is taken; a letter has a few.
    public var pagesRead = 40
    /// Of those, pages that may need recognition, which takes a second or two each.
    public var pagesRecognised = 20
    /// Pages that a PDF may have.
    public var pages = 200
    /// The longer side of a page in points; A0 is 3370.
    public var pageSide = 3400.0
    /// Pixels that a picture may have; telephones make up to 50 million.
    public var pixels = 60_000_000
    /// Pixels at which a page is recognised: A4 at 250 dots an inch. More takes longer and reads no better.
    public var recognisedPixels = 6_000_000
    /// Bytes of a text or table.
    public var textBytes = 4 << 20
    /// Sheets of a workbook that are read.
    public var sheets = 24

    public init() {}
}
