/// Grows components from content lines.
///
/// RFC 5545, section 3.6: <https://www.rfc-editor.org/rfc/rfc5545#section-3.6>
struct ComponentTree {
    private let limits: ReadingLimits
    var diagnostics: DiagnosticList
    private var finished: [Component] = []
    private var open: [Frame] = []
    private var componentCount = 0
    private var parser = ContentLineParser()

    /// A component whose END has not come yet.
    private struct Frame {
        let name: Token
        let line: Int
        var properties: [Property] = []
        var components: [Component] = []
        var rules = 0
    }

    private static let begin: Token = "BEGIN"
    private static let end: Token = "END"
    private static let lists: Set<Token> = [
        .recurrenceRule, .recurrenceDate, .exceptionDate, .categories, .resources, .freeBusyTime, "EXRULE",
    ]

    init(limits: ReadingLimits, isStrict: Bool) {
        self.limits = limits
        diagnostics = DiagnosticList(isStrict: isStrict)
    }

    mutating func take(_ line: ArraySlice<UInt8>, number: Int, hasControls: Bool) throws(ReadingError) {
        var bytes = line
        if hasControls {
            bytes.removeAll(where: Byte.isForbiddenControl)
            try diagnostics.report(.controlCharacter, line: number, section: "3.1", "a control character was dropped")
        }
        guard let property = try parser.parse(bytes.span, line: number, &diagnostics) else { return }
        switch property.name {
        case Self.begin: try begin(property)
        case Self.end: try end(property)
        default: try add(property)
        }
    }

    private mutating func begin(_ property: Property) throws(ReadingError) {
        guard open.count < limits.depth else {
            throw ReadingError(
                .malformed, line: property.line, section: "3.6", "components nest deeper than \(limits.depth)")
        }
        componentCount += 1
        guard componentCount <= limits.components else {
            throw ReadingError(
                .tooComplex, line: property.line, section: "3.6", "more than \(limits.components) components")
        }
        let name = Token(property.rawValue.trimmed)
        if name.spelling.utf8.count < property.rawValue.utf8.count {
            try diagnostics.report(
                .strayWhitespace, line: property.line, section: "3.6", "white space around the name \(name)")
        }
        if open.isEmpty, name != .calendar {
            try diagnostics.report(
                .noCalendar, line: property.line, section: "3.4", "\(name) stands outside of a VCALENDAR")
        }
        var frame = Frame(name: name, line: property.line)
        frame.properties.reserveCapacity(12)
        open.append(frame)
    }

    private mutating func end(_ property: Property) throws(ReadingError) {
        let name = Token(property.rawValue.trimmed)
        guard let frame = open.popLast() else {
            throw ReadingError(.malformed, line: property.line, section: "3.6", "END:\(name) without BEGIN:\(name)")
        }
        if frame.name != name {
            guard !open.contains(where: { $0.name == name }) else {
                throw ReadingError(
                    .malformed, line: property.line, section: "3.6",
                    "END:\(name) before \(frame.name) of line \(frame.line) is closed")
            }
            try diagnostics.report(
                .misspeltEnd, line: property.line, section: "3.6", "END:\(name) closes \(frame.name)")
        }
        let component = Component(
            frame.name, properties: frame.properties, components: frame.components, line: frame.line)
        if open.isEmpty {
            finished.append(component)
        } else {
            open[open.count - 1].components.append(component)
        }
    }

    private mutating func add(_ property: Property) throws(ReadingError) {
        guard !open.isEmpty else {
            try diagnostics.report(
                .outsideComponent, line: property.line, section: "3.4", "\(property.name) stands outside a component")
            return
        }
        if property.rawValue.utf8.count > limits.values, Self.lists.contains(property.name) {
            try checkLength(property)
        }
        let last = open.count - 1
        guard open[last].properties.count < limits.properties else {
            throw ReadingError(
                .tooComplex, line: property.line, section: "3.6", "more than \(limits.properties) properties")
        }
        if property.name == .recurrenceRule {
            open[last].rules += 1
            guard open[last].rules <= limits.rules else {
                throw ReadingError(
                    .ruleTooComplex, line: property.line, section: "3.8.5.3", "more than \(limits.rules) RRULE")
            }
        }
        open[last].properties.append(property)
    }

    private func checkLength(_ property: Property) throws(ReadingError) {
        let count = property.rawValue.utf8.count { $0 == Byte.comma } + 1
        guard count > limits.values else { return }
        let isRule = property.name == .recurrenceRule || property.name == "EXRULE"
        throw ReadingError(
            isRule ? .ruleTooComplex : .tooManyInstances, line: property.line, section: isRule ? "3.3.10" : "3.8.5.2",
            "\(property.name) has \(count) values, more than \(limits.values)")
    }

    consuming func finish(lastLine: Int) throws(ReadingError) -> Reading {
        if let frame = open.last {
            throw ReadingError(
                .malformed, line: lastLine, section: "3.6", "\(frame.name) of line \(frame.line) is never closed")
        }
        guard !finished.isEmpty else {
            throw ReadingError(.empty, line: max(lastLine, 1), section: "3.4", "there is no component")
        }
        return Reading(document: CalendarDocument(finished), diagnostics: diagnostics.entries)
    }
}
