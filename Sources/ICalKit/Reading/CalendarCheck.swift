/// PLACEHOLDER
public struct CalendarCheck: Sendable {
    public let diagnostics: [Diagnostic]
    public init(_ document: CalendarDocument) { diagnostics = [] }
}
