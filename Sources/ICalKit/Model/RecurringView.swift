/// What VEVENT, VTODO and VJOURNAL have in common: they can recur and be revised.
///
/// RFC 5545, section 3.8.5: <https://www.rfc-editor.org/rfc/rfc5545#section-3.8.5>
public protocol RecurringView: ComponentView {}

extension RecurringView {
    /// STATUS (RFC 5545, section 3.8.1.11).
    public var status: String? {
        get { text(.status) }
        set { set(.status, text: newValue) }
    }

    /// CATEGORIES of every line (RFC 5545, section 3.8.1.2).
    public var categories: [String] {
        get { component.all(.categories).flatMap(\.texts) }
        set { set(.categories, newValue.isEmpty ? nil : .texts(.categories, newValue)) }
    }

    /// CLASS (RFC 5545, section 3.8.1.3).
    public var classification: String? {
        get { text(.classification) }
        set { set(.classification, text: newValue) }
    }

    /// CREATED (RFC 5545, section 3.8.7.1).
    public var created: CalendarTime? {
        get { time(.created) }
        set { set(.created, time: newValue) }
    }

    /// LAST-MODIFIED (RFC 5545, section 3.8.7.3).
    public var lastModified: CalendarTime? {
        get { time(.lastModified) }
        set { set(.lastModified, time: newValue) }
    }

    /// SEQUENCE, 0 if absent (RFC 5545, section 3.8.7.4).
    public var sequence: Int {
        get { integer(.sequence) ?? 0 }
        set { set(.sequence, integer: newValue) }
    }

    /// COLOR (RFC 7986, section 5.9).
    public var color: String? {
        get { text(.color) }
        set { set(.color, text: newValue) }
    }

    /// IMAGE (RFC 7986, section 5.10).
    public var images: [Property] { component.all(.image) }

    /// STYLED-DESCRIPTION (RFC 9073, section 6.5).
    public var styledDescriptions: [Property] { component.all(.styledDescription) }

    /// STRUCTURED-DATA (RFC 9073, section 6.6).
    public var structuredData: [Property] { component.all(.structuredData) }

    /// PARTICIPANT components (RFC 9073, section 7.1).
    public var participants: [Component] { component.components(.participant) }

    /// VLOCATION components (RFC 9073, section 7.2).
    public var locations: [Component] { component.components(.locationComponent) }

    /// VRESOURCE components (RFC 9073, section 7.3).
    public var resourceComponents: [Component] { component.components(.resourceComponent) }

    /// RRULE, those that can be read (RFC 5545, section 3.8.5.3).
    public var rules: [RecurrenceRule] {
        get { component.properties.lazy.filter { $0.name == .recurrenceRule }.compactMap(\.rule) }
        set {
            component.remove(.recurrenceRule)
            component.properties += newValue.map { Property(.recurrenceRule, rawValue: $0.wireForm) }
        }
    }

    /// EXDATE of every line (RFC 5545, section 3.8.5.1).
    public var exceptions: [CalendarTime] {
        get { component.all(.exceptionDate).flatMap(\.times) }
        set { set(.exceptionDate, newValue.isEmpty ? nil : .times(.exceptionDate, newValue)) }
    }

    /// RDATE of every line; a period is in ``additionalPeriods`` (RFC 5545, section 3.8.5.2).
    public var additions: [CalendarTime] {
        get { component.all(.recurrenceDate).flatMap(\.times) }
        set { set(.recurrenceDate, newValue.isEmpty ? nil : .times(.recurrenceDate, newValue)) }
    }

    /// RDATE;VALUE=PERIOD of every line (RFC 5545, section 3.8.5.2).
    public var additionalPeriods: [CalendarPeriod] { component.all(.recurrenceDate).flatMap(\.periods) }

    /// RECURRENCE-ID (RFC 5545, section 3.8.4.4).
    public var recurrenceIdentifier: CalendarTime? {
        get { time(.recurrenceIdentifier) }
        set { set(.recurrenceIdentifier, time: newValue) }
    }

    /// RANGE=THISANDFUTURE: the change holds for this instance and all later ones (RFC 5545, section 3.2.13).
    public var changesFuture: Bool {
        component[.recurrenceIdentifier]?.first("RANGE")?.utf8.span.upperText == "THISANDFUTURE"
    }
}

extension Property {
    /// The value as RECUR, or `nil` where it cannot be read (RFC 5545, section 3.3.10).
    public var rule: RecurrenceRule? { try? RecurrenceRule(rawValue.trimmed) }
}
