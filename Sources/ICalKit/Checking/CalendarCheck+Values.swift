/// Names and values one by one.
extension CalendarCheck {
    mutating func checkName(_ property: Property) {
        if !property.name.isSound {
            report(.invalidName, property.line, "3.1", "\(property.name) is no name of a property")
        }
        for parameter in property.parameters where !Token(parameter.name).isSound {
            report(.invalidName, property.line, "3.2", "\(parameter.name) is no name of a parameter")
        }
    }

    mutating func checkValue(_ property: Property) {
        if property.isQuotedPrintable {
            report(.quotedPrintable, property.line, "3.2.7", "\(property.name) is quoted-printable")
        }
        if property.name == "EXRULE" {
            report(.obsolete, property.line, "A.3", "EXRULE is passed over")
        } else if property.name == .recurrenceRule {
            checkRule(property)
        } else if property.values == nil {
            let type = property.valueType?.rawValue ?? ""
            report(.invalidValue, property.line, "3.3", "the value of \(property.name) is no \(type)")
        } else if let type = property.valueType {
            checkForm(property, type)
        }
    }

    private mutating func checkRule(_ property: Property) {
        do throws(RecurrenceError) {
            let rule = try RecurrenceRule(property.rawValue)
            for problem in rule.departures { report(.discouragedRule, property.line, "3.3.10", problem) }
            if property.rawValue.isLooseRule {
                report(
                    .looseValue, property.line, "3.3.10",
                    "white space or empty parts of \(property.name) are passed over")
            }
            if property.rawValue.hasExtendedPart {
                report(.obsolete, property.line, "A.3", "the X- parts of \(property.name) are passed over")
            }
        } catch {
            report(.invalidRule, property.line, "3.3.10", "\(property.name) is passed over: \(error)")
        }
    }

    private mutating func checkForm(_ property: Property, _ type: ValueType) {
        if !type.isText, property.rawValue.trimmed.utf8.count < property.rawValue.utf8.count {
            report(.strayWhitespace, property.line, "3.3", "white space around the value of \(property.name)")
        }
        switch type {
        case .date, .dateTime:
            checkTimes(property, type)
        case .duration where !property.rawValue.trimmed.isSoundDuration:
            report(.looseValue, property.line, "3.3.6", "the DURATION of \(property.name) is not in its standard form")
        case .binary where property.first("ENCODING").map { Token.isSame($0, "BASE64") } != true:
            report(.looseValue, property.line, "3.2.7", "\(property.name) is BINARY without ENCODING=BASE64")
        case .text where ValueType.isText(property.name) && !property.hasSoundEscapes:
            report(.textEscape, property.line, "3.3.11", "\(property.name) is not escaped as TEXT should be")
        default: break
        }
        if property.name == .recurrenceIdentifier, let range = property.first("RANGE"),
            !Token.isSame(range, "THISANDFUTURE")
        {
            report(.obsolete, property.line, "A.3", "RANGE=\(range) is passed over: one instance alone is changed")
        }
    }

    /// DATE and DATE-TIME, alone or in a list.
    private mutating func checkTimes(_ property: Property, _ type: ValueType) {
        let written = property.items.compactMap { CalendarTime($0, timeZone: property.timeZoneIdentifier) }
        if let other = written.first(where: { $0.isDate != (type == .date) }) {
            let found = other.isDate ? "DATE" : "DATE-TIME"
            report(.valueType, property.line, "3.2.20", "\(property.name) is a \(found), not a \(type.rawValue)")
        }
        if property.timeZoneIdentifier != nil, let time = written.first, !time.isZoned {
            report(.strayTimeZone, property.line, "3.2.19", "\(property.name) has a TZID that it cannot use")
        }
    }
}

extension CalendarTime {
    fileprivate var isZoned: Bool {
        if case .zoned = self { return true }
        return false
    }
}

extension Token {
    /// Letters, digits and hyphen, as section 3.1 has it.
    var isSound: Bool {
        !spelling.isEmpty
            && spelling.utf8.allSatisfy { Byte.isLetter($0) || Byte.isDigit($0) || $0 == Byte.minus }
    }
}

extension ValueType {
    /// Whether a property's TEXT is the standard's, not some program's own.
    fileprivate static func isText(_ name: Token) -> Bool { registeredText.contains(name) }

    private static let registeredText: Set<Token> = [
        .summary, .description, .location, .comment, .contact, .status, .categories, .resources,
        .relatedTo, .uniqueIdentifier, .name,
    ]
}

extension Property {
    /// Whether every backslash begins an escape, and nothing stands bare that needs one (RFC 5545, section 3.3.11).
    fileprivate var hasSoundEscapes: Bool {
        let mayList = ValueType.lists.contains(name)
        var isEscaped = false
        for byte in rawValue.utf8 {
            if isEscaped {
                isEscaped = false
                let isKnown =
                    byte == Byte.backslash || byte == Byte.semicolon || byte == Byte.comma || byte == Byte.lowerN
                    || byte == Byte.upperN
                if !isKnown { return false }
            } else if byte == Byte.backslash {
                isEscaped = true
            } else if byte == Byte.semicolon || (byte == Byte.comma && !mayList) {
                return false
            }
        }
        return !isEscaped
    }
}

extension String {
    /// Weeks alone, or days, then T with hours, minutes and seconds, each once (RFC 5545, section 3.3.6).
    fileprivate var isSoundDuration: Bool {
        let units = utf8.filter { !Byte.isDigit($0) }.map(Byte.upper).drop { $0 == Byte.plus || $0 == Byte.minus }
        let text = String(decoding: units, as: UTF8.self)
        if text == "PW" || text == "PD" { return true }
        let head = text.hasPrefix("PD") ? text.dropFirst(2) : text.dropFirst()
        return ["TH", "THM", "THMS", "TM", "TMS", "TS"].contains(head)
    }

    /// Whether a RECUR has white space, empty parts or empty values.
    fileprivate var isLooseRule: Bool {
        utf8.contains(where: Byte.isBlank)
            || split(separator: ";", omittingEmptySubsequences: false).contains { part in
                part.isEmpty || part.last == "=" || part.contains("=,") || part.contains(",,") || part.last == ","
            }
    }

    /// Whether a RECUR has parts that RFC 2445 left to programs.
    fileprivate var hasExtendedPart: Bool {
        split(separator: ";").contains { String($0).trimmed.utf8.span.upperText.hasPrefix("X-") }
    }
}
