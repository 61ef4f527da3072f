/// Reads a school's letter: days, deadlines and closures as drafts, each with its evidence, and what a careful reader would be
/// told.
///
/// The letter travels through the files of this folder: matching form (``LetterText``), logical lines (`LetterLayout`), head
/// (`LetterFacts`), days on the calendar (`DateResolver`), sentences (`SentenceReader`), blocks (`LetterWalk`), warnings.
/// Nothing is published from here: a person confirms each draft (PRODUCT, "What nobody else has", 3).
public enum LetterReader {
    public static func read(_ letter: String, context: LetterContext) -> LetterReading {
        self.letter(letter, context: context).reading
    }

    /// What a letter says, and what it says of itself.
    public static func letter(
        _ letter: String, context: LetterContext
    ) -> (head: LetterHead, reading: LetterReading) {
        let text = LetterLayout(LetterText(letter)).unwrapped()
        let lines = LetterLayout(text, joins: false).lines()
        let facts = LetterFacts(text: text, lines: lines, context: context)
        var walk = LetterWalk(text: text, lines: lines, facts: facts, context: context)
        walk.run()
        return (LetterHead(text: text, lines: lines, facts: facts, context: context), LetterReading(walk: walk))
    }
}
