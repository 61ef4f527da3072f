/// A VCALENDAR with what it says about itself.
///
/// RFC 5545, section 3.6, and RFC 7986, section 4: <https://www.rfc-editor.org/rfc/rfc7986#section-4>
public struct CalendarObject: ComponentView {
    /// The component itself (RFC 5545, section 3.6).
    public var component: Component

    /// A component seen as a calendar (RFC 5545, section 3.6).
    public init(_ component: Component = Component(.calendar)) { self.component = component }

    /// PRODID (RFC 5545, section 3.7.3).
    public var productIdentifier: String? {
        get { text(.productIdentifier) }
        set { set(.productIdentifier, text: newValue) }
    }

    /// METHOD (RFC 5545, section 3.7.2).
    public var method: String? {
        get { text(.method) }
        set { set(.method, text: newValue) }
    }

    /// NAME, or the X-WR-CALNAME that programs wrote before there was one (RFC 7986, section 5.1).
    public var name: String? {
        get { text(.name) ?? text("X-WR-CALNAME") }
        set { set(.name, text: newValue) }
    }

    /// LAST-MODIFIED of the calendar as a whole (RFC 7986, section 5.4).
    public var lastModified: CalendarTime? {
        get { time(.lastModified) }
        set { set(.lastModified, time: newValue) }
    }

    /// CATEGORIES of every line, what the whole calendar is about (RFC 7986, section 5.6).
    public var categories: [String] {
        get { component.all(.categories).flatMap(\.texts) }
        set { set(.categories, newValue.isEmpty ? nil : .texts(.categories, newValue)) }
    }

    /// COLOR (RFC 7986, section 5.9).
    public var color: String? {
        get { text(.color) }
        set { set(.color, text: newValue) }
    }

    /// SOURCE, where a newer copy is found (RFC 7986, section 5.8).
    public var source: String? {
        get { component[.source]?.rawValue }
        set { set(.source, newValue.map { Property(.source, rawValue: $0, parameters: [Parameter("VALUE", "URI")]) }) }
    }

    /// REFRESH-INTERVAL, how soon to look again (RFC 7986, section 5.7).
    public var refreshInterval: CalendarDuration? {
        get { component[.refreshInterval]?.duration }
        set {
            set(
                .refreshInterval,
                newValue.map {
                    Property(
                        .refreshInterval, rawValue: $0.wireForm, parameters: [Parameter("VALUE", "DURATION")])
                })
        }
    }

    /// IMAGE (RFC 7986, section 5.10).
    public var images: [Property] { component.all(.image) }

    /// VEVENT components in file order (RFC 5545, section 3.6.1).
    public var events: [Event] { component.components(.event).map(Event.init) }
}
