import Foundation

/// Text that came from outside: NFC, without control and direction-override characters, within its limit.
///
/// Bidirectional controls (Unicode, UAX #9) are dropped, for they can make a title read as something else; other control
/// characters are refused, so that nothing is silently lost.
enum CheckedText {
    struct Fault: Error, Equatable {
        let code: Flaw.Code
        let value: String

        func flaw(field: String) -> Flaw { Flaw(code, field: field, value: value) }
    }

    /// One line. A line break counts as a control character.
    static func line(_ text: String, limit: Int) -> Result<String, Fault> {
        checked(text, limit: limit) { _ in false }
    }

    /// Several lines; every kind of line break becomes `\n`.
    static func paragraph(_ text: String, limit: Int) -> Result<String, Fault> {
        checked(text.replacingLineBreaks(), limit: limit) { $0 == "\n" || $0 == "\t" || $0 == "\u{C}" }
    }

    private static func checked(
        _ text: String, limit: Int, allowing: (Unicode.Scalar) -> Bool
    ) -> Result<String, Fault> {
        guard text.utf8.count <= limit * 16, text.count <= limit else {
            return .failure(Fault(code: .tooLong, value: String(limit)))
        }
        var scalars = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar.properties.generalCategory {
            case .control where !allowing(scalar): return .failure(Fault(code: .controlCharacter, value: ""))
            case .lineSeparator, .paragraphSeparator: return .failure(Fault(code: .controlCharacter, value: ""))
            case .format where isBidirectionalControl(scalar): continue
            default: scalars.append(scalar)
            }
        }
        let clean = String(scalars).precomposedStringWithCanonicalMapping
        return .success(clean.trimmingCharacters(in: .whitespacesAndNewlines))
    }

    private static func isBidirectionalControl(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: true
        default: false
        }
    }
}

extension String {
    fileprivate func replacingLineBreaks() -> String {
        guard unicodeScalars.contains("\r") else { return self }
        var scalars = String.UnicodeScalarView()
        var previous: Unicode.Scalar?
        for scalar in unicodeScalars {
            if scalar == "\r" {
                scalars.append("\n")
            } else if !(scalar == "\n" && previous == "\r") {
                scalars.append(scalar)
            }
            previous = scalar
        }
        return String(scalars)
    }
}

/// The form in which titles are compared: NFKC, lower case, wave dashes alike, without white space (PRODUCT, "Text").
func matchingKey(of text: String) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in text.precomposedStringWithCompatibilityMapping.lowercased().unicodeScalars {
        if scalar.properties.isWhitespace { continue }
        switch scalar {
        case "\u{301C}", "\u{FF5E}", "\u{2053}": scalars.append("~")
        default: scalars.append(scalar)
        }
    }
    return String(scalars)
}
