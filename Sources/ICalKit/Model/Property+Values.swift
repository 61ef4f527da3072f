/// The value of a property, decoded.
extension Property {
    /// TZID, the zone of times in form 3 (RFC 5545, section 3.2.19).
    public var timeZoneIdentifier: String? { first("TZID") }

    /// The type that VALUE names or that the property usually has; `nil` for a type that is not registered
    /// (RFC 5545, section 3.2.20).
    public var valueType: ValueType? {
        guard let named = first("VALUE") else { return .usual(name) }
        return ValueType(rawValue: named.utf8.span.upperText)
    }

    /// Every value, or `nil` where one of them has not the form of its type (RFC 5545, section 3.3).
    public var values: [PropertyValue]? {
        guard let type = valueType else { return [.unknown(rawValue)] }
        if name == .geo { return geo.map { [.float($0.latitude), .float($0.longitude)] } }
        if type == .text, isQuotedPrintable { return [.text(text)] }
        guard ValueType.lists.contains(name) else {
            let text = type.isText ? rawValue : rawValue.trimmed
            return PropertyValue(text, type: type, timeZone: timeZoneIdentifier).map { [$0] }
        }
        if type == .text { return texts.map(PropertyValue.text) }
        let decoded = items.compactMap { PropertyValue($0, type: type, timeZone: timeZoneIdentifier) }
        return decoded.count == items.count ? decoded : nil
    }

    /// The value as TEXT, without escapes (RFC 5545, section 3.3.11).
    ///
    /// One that is quoted-printable, as vCalendar 1.0 wrote it, is decoded.
    public var text: String { isQuotedPrintable ? QuotedPrintable.text(of: self) : rawValue.unescapedText }

    /// Whether ENCODING names what section 3.2.7 no longer knows.
    var isQuotedPrintable: Bool {
        guard !parameters.isEmpty, let encoding = first("ENCODING") else { return false }
        return Token.isSame(encoding, "QUOTED-PRINTABLE")
    }

    /// The values of a TEXT list (RFC 5545, section 3.3.11).
    public var texts: [String] { rawValue.unescapedList }

    /// The value as DATE or DATE-TIME (RFC 5545, sections 3.3.4 and 3.3.5).
    ///
    /// The form of the value decides which, whatever VALUE says: a clock that somebody wrote is not thrown away.
    public var time: CalendarTime? { CalendarTime(rawValue.trimmed, timeZone: timeZoneIdentifier) }

    /// The values of a list of DATE or DATE-TIME; those that cannot be read are left out (RFC 5545, section 3.8.5.1).
    public var times: [CalendarTime] {
        let timeZone = timeZoneIdentifier
        return items.compactMap { CalendarTime($0, timeZone: timeZone) }
    }

    /// The values of a list of PERIOD; those that cannot be read are left out (RFC 5545, section 3.3.9).
    public var periods: [CalendarPeriod] {
        let timeZone = timeZoneIdentifier
        return items.compactMap { CalendarPeriod($0, timeZone: timeZone) }
    }

    /// The value as DURATION (RFC 5545, section 3.3.6).
    public var duration: CalendarDuration? { CalendarDuration(rawValue.trimmed) }

    /// The value as INTEGER (RFC 5545, section 3.3.8).
    public var integer: Int? { rawValue.trimmed.utf8.span.integer }

    /// The value as two FLOAT, as GEO has them (RFC 5545, section 3.8.1.6).
    public var geo: (latitude: Double, longitude: Double)? {
        let parts = rawValue.split(separator: ";").map { String($0).trimmed.float }
        guard parts.count == 2, let latitude = parts[0], let longitude = parts[1] else { return nil }
        return (latitude, longitude)
    }

    /// The value as BINARY (RFC 5545, section 3.3.1).
    public var binary: [UInt8]? { Base64.decoded(rawValue) }

    /// The comma-separated parts of the value; no type but TEXT lets a comma be part of a value.
    var items: [String] {
        guard rawValue.has(Byte.comma) else { return [rawValue.trimmed] }
        return rawValue.split(separator: ",").map { String($0).trimmed }
    }
}

extension Property {
    /// A property with one TEXT value (RFC 5545, section 3.3.11).
    public static func text(_ name: Token, _ value: String, parameters: [Parameter] = []) -> Property {
        Property(name, rawValue: value.escapedText, parameters: parameters)
    }

    /// A property with a list of TEXT values (RFC 5545, section 3.3.11).
    public static func texts(_ name: Token, _ values: [String], parameters: [Parameter] = []) -> Property {
        Property(name, rawValue: values.map(\.escapedText).joined(separator: ","), parameters: parameters)
    }

    /// A property with a DATE or DATE-TIME and the VALUE or TZID that belongs to it (RFC 5545, section 3.3.5).
    public static func time(_ name: Token, _ value: CalendarTime) -> Property { times(name, [value]) }

    /// A property with a list of DATE or DATE-TIME of one form (RFC 5545, section 3.8.5.1).
    public static func times(_ name: Token, _ values: [CalendarTime]) -> Property {
        var parameters: [Parameter] = []
        switch values.first {
        case .date: parameters = [Parameter("VALUE", "DATE")]
        case .zoned(_, let identifier): parameters = [Parameter("TZID", identifier)]
        case .floating, .utc, nil: break
        }
        return Property(name, rawValue: values.map(\.wireForm).joined(separator: ","), parameters: parameters)
    }

    /// A property from decoded values, with VALUE where the type is not the usual one (RFC 5545, section 3.2.20).
    public static func value(_ name: Token, _ value: PropertyValue, parameters: [Parameter] = []) -> Property {
        if case .time(let time) = value {
            var property = Property.time(name, time)
            property.parameters += parameters
            return property
        }
        var parameters = parameters
        if let type = value.type, type != .usual(name) { parameters.insert(Parameter("VALUE", type.rawValue), at: 0) }
        if case .binary = value { parameters.append(Parameter("ENCODING", "BASE64")) }
        return Property(name, rawValue: value.wireForm, parameters: parameters)
    }
}

extension PropertyValue {
    /// The type of the value, `nil` for one that is not registered (RFC 5545, section 3.2.20).
    public var type: ValueType? {
        switch self {
        case .binary: .binary
        case .boolean: .boolean
        case .calendarAddress: .calendarAddress
        case .time(let time): time.isDate ? .date : .dateTime
        case .duration: .duration
        case .float: .float
        case .integer: .integer
        case .period: .period
        case .recurrence: .recurrence
        case .text: .text
        case .timeOfDay: .time
        case .uri: .uri
        case .utcOffset: .utcOffset
        case .unknown: nil
        }
    }
}
