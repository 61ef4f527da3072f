/// A word of one of the tables, ready for comparing with a letter in matching form.
///
/// It holds nothing but the literal, so that a table written where it is used costs no more than its array.
struct Word: ExpressibleByStringLiteral, Hashable, Sendable {
    let text: String

    init(stringLiteral text: String) {
        self.text = text
    }

    /// How many characters it is long.
    var count: Int { text.unicodeScalars.count }
}

extension LetterText {
    /// Whether `word` stands at `place` and ends within `limit`.
    func has(_ word: Word, at place: Int, before limit: Int) -> Bool { end(of: word, at: place, before: limit) != nil }

    private func end(of word: Word, at place: Int, before limit: Int) -> Int? {
        guard place >= 0 else { return nil }
        var place = place
        for scalar in word.text.unicodeScalars {
            guard place < limit, scalars[place] == scalar else { return nil }
            place += 1
        }
        return place
    }

    /// The end of the first of the words that stands at `place`.
    func end(of words: [Word], at place: Int, before limit: Int) -> Int? {
        for word in words where has(word, at: place, before: limit) { return place + word.count }
        return nil
    }

    /// The leftmost occurrence of any of the words; at one place the earlier word in the table wins.
    func first(of words: [Word], in span: Span) -> Span? {
        let beginnings = Beginnings(of: words)
        for place in span where beginnings.mayContain(scalars[place]) {
            for word in words where has(word, at: place, before: span.upperBound) {
                return place..<place + word.count
            }
        }
        return nil
    }

    /// With which characters words begin, so that most places of a letter are passed in one step.
    private struct Beginnings {
        private var bits: UInt64 = 0

        init(of words: [Word]) {
            for word in words {
                if let first = word.text.unicodeScalars.first { bits |= 1 << UInt64(first.value & 63) }
            }
        }

        func mayContain(_ scalar: Unicode.Scalar) -> Bool { bits & (1 << UInt64(scalar.value & 63)) != 0 }
    }

    func contains(_ words: [Word], in span: Span) -> Bool { first(of: words, in: span) != nil }

    /// The rightmost occurrence of any of the words.
    func last(of words: [Word], in span: Span) -> Span? {
        let beginnings = Beginnings(of: words)
        for place in span.reversed() where beginnings.mayContain(scalars[place]) {
            for word in words where has(word, at: place, before: span.upperBound) {
                return place..<place + word.count
            }
        }
        return nil
    }

    /// Whether the span ends with one of the words.
    func ends(with words: [Word], _ span: Span) -> Word? {
        words.first {
            has($0, at: span.upperBound - $0.count, before: span.upperBound)
                && span.upperBound - $0.count >= span.lowerBound
        }
    }

    /// All that `read` finds in a span, in order, none inside another.
    ///
    /// - Parameter read: What begins at a place, and where it ends.
    func all<Found>(in span: Span, read: (_ place: Int) -> (found: Found, end: Int)?) -> [Found] {
        var all: [Found] = []
        var place = span.lowerBound
        while place < span.upperBound {
            guard let (found, end) = read(place) else {
                place += 1
                continue
            }
            all.append(found)
            place = max(end, place + 1)
        }
        return all
    }

    /// Where the word that ends at `place` begins: behind the nearest of the stops.
    func wordStart(before place: Int, downTo limit: Int, stops: String) -> Int {
        var start = place
        while start > limit, !stops.unicodeScalars.contains(scalars[start - 1]) { start -= 1 }
        return start
    }

    /// The display column at which a place stands, a kanji being two wide.
    func column(of place: Int) -> Int {
        var column = 0
        var at = place - 1
        while at >= 0, scalars[at] != "\n" {
            column += scalars[at].value < 0x2E80 ? 1 : 2
            at -= 1
        }
        return column
    }

    /// The first place at or after `place` that is no blank.
    func skippingSpaces(_ place: Int, before limit: Int) -> Int {
        var place = place
        while place < limit, scalars[place] == " " || scalars[place] == "\n" { place += 1 }
        return place
    }
}

extension String {
    /// Whether one of the words stands in it; by scalars, which is many times faster than searching by characters.
    func contains(anyOf words: [Word]) -> Bool { first(of: words) != nil }

    /// The first of the words, in their own order, that stands in it.
    func first(of words: [Word]) -> Word? {
        let scalars = Array(unicodeScalars)
        return words.first { word in
            guard let first = word.text.unicodeScalars.first, word.count <= scalars.count else { return false }
            return scalars.indices.dropLast(word.count - 1).contains { start in
                scalars[start] == first && scalars[start...].starts(with: word.text.unicodeScalars)
            }
        }
    }
}
