/// A VJOURNAL.
///
/// RFC 5545, section 3.6.3: <https://www.rfc-editor.org/rfc/rfc5545#section-3.6.3>
public struct Journal: RecurringView {
    /// The component itself (RFC 5545, section 3.6.3).
    public var component: Component

    /// A component seen as a journal entry (RFC 5545, section 3.6.3).
    public init(_ component: Component = Component(.journal)) { self.component = component }

    /// Every DESCRIPTION; a journal may have several (RFC 5545, section 3.8.1.5).
    public var descriptions: [String] { component.all(.description).map(\.text) }
}
