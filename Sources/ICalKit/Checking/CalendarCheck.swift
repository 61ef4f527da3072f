/// What a document that could be read gets wrong all the same: missing properties, values without the form of their
/// type, rules and zones that contradict the rest.
///
/// RFC 5545, section 3.6: <https://www.rfc-editor.org/rfc/rfc5545#section-3.6>
public struct CalendarCheck: Sendable {
    /// The findings in file order, at most 1,000 (RFC 5545, section 3.6).
    public var diagnostics: [Diagnostic] {
        found.count < 2 ? found : found.sorted { $0.line < $1.line }
    }

    private var found: [Diagnostic] = []
    private var resolver: TimeZoneResolver
    private let embedded: Set<String>
    private var checkedZones: Set<String> = []
    private var namedZones: Set<String> = []
    private var zonesChecked = 0

    private static let mostZones = 1_000

    /// Checks a document (RFC 5545, section 3.6).
    public init(_ document: CalendarDocument, database: TimeZoneDatabase = TimeZoneDatabase()) {
        resolver = TimeZoneResolver(document, database: database)
        embedded = Set(document.timeZones.compactMap { $0[.timeZoneIdentifier]?.text })
        for component in document.components { check(component, method: component[.method]) }
    }

    mutating func report(
        _ code: Diagnostic.Code, _ line: Int, _ section: String, _ message: @autoclosure () -> String
    ) {
        guard found.count < DiagnosticList.limit else { return }
        found.append(Diagnostic(code, line: line, section: section, message()))
    }

    private mutating func check(_ component: Component, method: Property?) {
        if let grammar = ComponentGrammar.of(component.name) { check(component, grammar, hasMethod: method != nil) }
        if !component.name.isSound {
            report(.invalidName, component.line, "3.6", "\(component.name) is no name of a component")
        }
        for property in component.properties {
            checkName(property)
            checkValue(property)
            if let identifier = property.timeZoneIdentifier { checkZone(identifier, line: property.line) }
        }
        switch component.name {
        case .calendar: checkVersion(component)
        case .event: checkTimes(component, end: .end, section: "3.8.2.2")
        case .toDo: checkTimes(component, end: .due, section: "3.8.2.3")
        case .timeZone: checkTimeZone(component)
        default: break
        }
        if component.name != .standard, component.name != .daylight { checkRecurrence(component) }
        for inner in component.components { check(inner, method: method) }
    }

    private mutating func check(_ component: Component, _ grammar: ComponentGrammar, hasMethod: Bool) {
        for name in grammar.required where component[name] == nil {
            if name == .start, hasMethod { continue }
            report(.missingProperty, component.line, grammar.section, "\(component.name) has no \(name)")
        }
        for (first, second) in grammar.exclusive where component[first] != nil {
            guard let other = component[second] else { continue }
            report(
                .conflictingProperties, other.line, grammar.section, "\(first) and \(second) exclude each other")
        }
        var seen: Set<Token> = []
        for property in component.properties where grammar.single.contains(property.name) {
            guard !seen.insert(property.name).inserted else { continue }
            report(
                .repeatedProperty, property.line, grammar.section,
                "\(property.name) may stand once in \(component.name)")
        }
    }

    private mutating func checkVersion(_ calendar: Component) {
        let version = calendar[.version]
        if version?.text == "2.0" { return }
        report(
            .version, version?.line ?? calendar.line, "3.7.4",
            version.map { "VERSION is \($0.rawValue)" } ?? "VCALENDAR has no VERSION")
    }

    private mutating func checkTimes(_ component: Component, end name: Token, section: String) {
        guard let start = component[.start]?.time, let property = component[name], let end = property.time else {
            return
        }
        if start.isDate != end.isDate {
            report(.endBeforeStart, property.line, section, "\(name) and DTSTART are of different types")
            return
        }
        if moment(end) < moment(start) {
            report(.endBeforeStart, property.line, section, "\(name) is before DTSTART")
        }
    }

    private mutating func moment(_ time: CalendarTime) -> Int64 {
        guard case .zoned(let local, let identifier) = time, let rules = resolver.rules(identifier) else {
            return time.local.seconds
        }
        return rules.moment(local: local.seconds)
    }

    private mutating func checkRecurrence(_ component: Component) {
        guard let start = component[.start]?.time else { return }
        for property in component.properties {
            switch property.name {
            case .recurrenceRule:
                guard let until = property.rule?.until else { continue }
                if let problem = until.problem(asUntilOf: start) {
                    report(.untilForm, property.line, "3.3.10", problem)
                }
                let hasEnded =
                    until.isDate || start.isDate
                    ? until.local.date < start.local.date : moment(until) < moment(start)
                if hasEnded {
                    report(.endedRule, property.line, "3.3.10", "UNTIL is before DTSTART: nothing takes place")
                }
            case .exceptionDate, .recurrenceDate:
                guard property.times.contains(where: { $0.isDate != start.isDate }) else { continue }
                let section = property.name == .exceptionDate ? "3.8.5.1" : "3.8.5.2"
                report(
                    .exceptionForm, property.line, section,
                    "\(property.name) is \(start.isDate ? "DATE-TIME" : "DATE") beside a DTSTART of the other type")
            default: break
            }
        }
    }
}

extension CalendarCheck {
    private mutating func checkZone(_ identifier: String, line: Int) {
        guard checkedZones.insert(identifier).inserted else { return }
        guard let (_, source) = resolver.resolve(identifier) else {
            report(.unknownTimeZone, line, "3.2.19", "nobody knows the zone \(identifier); its times are floating")
            return
        }
        switch source {
        case .windows(let name):
            report(.windowsTimeZone, line, "3.2.19", "\(identifier) is read as \(name)")
        case .decorated(let name):
            report(.decoratedTimeZone, line, "3.2.19", "\(identifier) is read as \(name)")
        case .iana, .embedded:
            break
        }
        if !embedded.contains(identifier) {
            report(.missingTimeZone, line, "3.2.19", "\(identifier) has no VTIMEZONE")
        }
    }

    private mutating func checkTimeZone(_ zone: Component) {
        zonesChecked += 1
        guard zonesChecked <= Self.mostZones else { return }
        let identifier = zone[.timeZoneIdentifier]?.text ?? ""
        if !namedZones.insert(identifier).inserted {
            report(
                .invalidTimeZone, zone.line, "3.6.5", "VTIMEZONE \(identifier) stands again; the first one counts")
        }
        if EmbeddedTimeZone.rules(zone) == nil {
            report(.invalidTimeZone, zone.line, "3.6.5", "VTIMEZONE \(identifier) has no usable observance")
        }
        for observance in zone.components {
            guard let start = observance[.start], let time = start.time else { continue }
            if time.local.date.year == 1601 {
                report(.windowsEpoch, start.line, "3.6.5", "VTIMEZONE \(identifier) starts in 1601")
            }
            if start.timeZoneIdentifier != nil {
                report(.invalidTimeZone, start.line, "3.6.5", "DTSTART of an observance has a TZID")
            }
        }
    }
}
