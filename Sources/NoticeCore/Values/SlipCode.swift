import Foundation

/// The one-time code on a registration slip (登録カード): 50 random bits in 10 characters, and a check character.
///
/// Printed as `ABCD-EFGH-JK-M`. People may type it in any case, with or without hyphens and spaces, full-width too.
public struct SlipCode: Sendable, Equatable {
    /// Ten digits and the check character, without hyphens.
    public let text: String

    public init(effects: Effects) {
        let bytes = effects.randomBytes(10)
        let values = bytes.map { Int($0 & 31) }
        text = String(values.map(CrockfordBase32.digit)) + String(CrockfordBase32.check(of: values))
    }

    /// Reads what a person typed.
    ///
    /// - Throws: ``Mistyped`` when the length or the check character is wrong: told at once, never counted as a guess.
    public init(typed: String) throws(Mistyped) {
        let separators: Set<Character> = ["-", " ", "ー", "‐", "–", "−"]
        let plain = typed.precomposedStringWithCompatibilityMapping
            .filter { !separators.contains($0) && !$0.isNewline }
        let values = plain.utf8.compactMap(CrockfordBase32.value(of:))
        guard values.count == 11, plain.utf8.count == 11 else { throw Mistyped() }
        let expected = CrockfordBase32.check(of: Array(values.prefix(10)))
        guard CrockfordBase32.digit(values[10]) == expected else { throw Mistyped() }
        text = String(values.prefix(10).map(CrockfordBase32.digit)) + String(expected)
    }

    /// `ABCD-EFGH-JK-M`, as it is printed.
    public var printed: String {
        let characters = Array(text)
        return
            "\(String(characters[0..<4]))-\(String(characters[4..<8]))-\(String(characters[8..<10]))-\(characters[10])"
    }

    public var digest: Digest { Digest(of: text.utf8) }

    /// The code cannot be one of ours: a character was mistyped.
    public struct Mistyped: Error, Equatable {}
}

extension SlipCode: CustomStringConvertible, CustomReflectable {
    public var description: String { "SlipCode(redacted)" }
    public var customMirror: Mirror { Mirror(self, children: []) }
}
