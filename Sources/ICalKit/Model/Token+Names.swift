/// Names of components.
extension Token {
    /// VCALENDAR (RFC 5545, section 3.4).
    public static let calendar: Token = "VCALENDAR"
    /// VEVENT (RFC 5545, section 3.6.1).
    public static let event: Token = "VEVENT"
    /// VTODO (RFC 5545, section 3.6.2).
    public static let toDo: Token = "VTODO"
    /// VJOURNAL (RFC 5545, section 3.6.3).
    public static let journal: Token = "VJOURNAL"
    /// VFREEBUSY (RFC 5545, section 3.6.4).
    public static let freeBusy: Token = "VFREEBUSY"
    /// VTIMEZONE (RFC 5545, section 3.6.5).
    public static let timeZone: Token = "VTIMEZONE"
    /// STANDARD (RFC 5545, section 3.6.5).
    public static let standard: Token = "STANDARD"
    /// DAYLIGHT (RFC 5545, section 3.6.5).
    public static let daylight: Token = "DAYLIGHT"
    /// VALARM (RFC 5545, section 3.6.6).
    public static let alarm: Token = "VALARM"
    /// PARTICIPANT (RFC 9073, section 7.1).
    public static let participant: Token = "PARTICIPANT"
    /// VLOCATION (RFC 9073, section 7.2).
    public static let locationComponent: Token = "VLOCATION"
    /// VRESOURCE (RFC 9073, section 7.3).
    public static let resourceComponent: Token = "VRESOURCE"
}

/// Names of properties.
extension Token {
    /// CALSCALE (RFC 5545, section 3.7.1).
    public static let calendarScale: Token = "CALSCALE"
    /// METHOD (RFC 5545, section 3.7.2).
    public static let method: Token = "METHOD"
    /// PRODID (RFC 5545, section 3.7.3).
    public static let productIdentifier: Token = "PRODID"
    /// VERSION (RFC 5545, section 3.7.4).
    public static let version: Token = "VERSION"
    /// ATTACH (RFC 5545, section 3.8.1.1).
    public static let attachment: Token = "ATTACH"
    /// CATEGORIES (RFC 5545, section 3.8.1.2).
    public static let categories: Token = "CATEGORIES"
    /// CLASS (RFC 5545, section 3.8.1.3).
    public static let classification: Token = "CLASS"
    /// COMMENT (RFC 5545, section 3.8.1.4).
    public static let comment: Token = "COMMENT"
    /// DESCRIPTION (RFC 5545, section 3.8.1.5).
    public static let description: Token = "DESCRIPTION"
    /// GEO (RFC 5545, section 3.8.1.6).
    public static let geo: Token = "GEO"
    /// LOCATION (RFC 5545, section 3.8.1.7).
    public static let location: Token = "LOCATION"
    /// PERCENT-COMPLETE (RFC 5545, section 3.8.1.8).
    public static let percentComplete: Token = "PERCENT-COMPLETE"
    /// PRIORITY (RFC 5545, section 3.8.1.9).
    public static let priority: Token = "PRIORITY"
    /// RESOURCES (RFC 5545, section 3.8.1.10).
    public static let resources: Token = "RESOURCES"
    /// STATUS (RFC 5545, section 3.8.1.11).
    public static let status: Token = "STATUS"
    /// SUMMARY (RFC 5545, section 3.8.1.12).
    public static let summary: Token = "SUMMARY"
    /// COMPLETED (RFC 5545, section 3.8.2.1).
    public static let completed: Token = "COMPLETED"
    /// DTEND (RFC 5545, section 3.8.2.2).
    public static let end: Token = "DTEND"
    /// DUE (RFC 5545, section 3.8.2.3).
    public static let due: Token = "DUE"
    /// DTSTART (RFC 5545, section 3.8.2.4).
    public static let start: Token = "DTSTART"
    /// DURATION (RFC 5545, section 3.8.2.5).
    public static let duration: Token = "DURATION"
    /// FREEBUSY (RFC 5545, section 3.8.2.6).
    public static let freeBusyTime: Token = "FREEBUSY"
    /// TRANSP (RFC 5545, section 3.8.2.7).
    public static let transparency: Token = "TRANSP"
    /// TZID (RFC 5545, section 3.8.3.1).
    public static let timeZoneIdentifier: Token = "TZID"
    /// TZNAME (RFC 5545, section 3.8.3.2).
    public static let timeZoneName: Token = "TZNAME"
    /// TZOFFSETFROM (RFC 5545, section 3.8.3.3).
    public static let offsetFrom: Token = "TZOFFSETFROM"
    /// TZOFFSETTO (RFC 5545, section 3.8.3.4).
    public static let offsetTo: Token = "TZOFFSETTO"
    /// TZURL (RFC 5545, section 3.8.3.5).
    public static let timeZoneURL: Token = "TZURL"
    /// ATTENDEE (RFC 5545, section 3.8.4.1).
    public static let attendee: Token = "ATTENDEE"
    /// CONTACT (RFC 5545, section 3.8.4.2).
    public static let contact: Token = "CONTACT"
    /// ORGANIZER (RFC 5545, section 3.8.4.3).
    public static let organizer: Token = "ORGANIZER"
    /// RECURRENCE-ID (RFC 5545, section 3.8.4.4).
    public static let recurrenceIdentifier: Token = "RECURRENCE-ID"
    /// RELATED-TO (RFC 5545, section 3.8.4.5).
    public static let relatedTo: Token = "RELATED-TO"
    /// URL (RFC 5545, section 3.8.4.6).
    public static let url: Token = "URL"
    /// UID (RFC 5545, section 3.8.4.7).
    public static let uniqueIdentifier: Token = "UID"
    /// EXDATE (RFC 5545, section 3.8.5.1).
    public static let exceptionDate: Token = "EXDATE"
    /// RDATE (RFC 5545, section 3.8.5.2).
    public static let recurrenceDate: Token = "RDATE"
    /// RRULE (RFC 5545, section 3.8.5.3).
    public static let recurrenceRule: Token = "RRULE"
    /// ACTION (RFC 5545, section 3.8.6.1).
    public static let action: Token = "ACTION"
    /// REPEAT (RFC 5545, section 3.8.6.2).
    public static let repeatCount: Token = "REPEAT"
    /// TRIGGER (RFC 5545, section 3.8.6.3).
    public static let trigger: Token = "TRIGGER"
    /// CREATED (RFC 5545, section 3.8.7.1).
    public static let created: Token = "CREATED"
    /// DTSTAMP (RFC 5545, section 3.8.7.2).
    public static let stamp: Token = "DTSTAMP"
    /// LAST-MODIFIED (RFC 5545, section 3.8.7.3).
    public static let lastModified: Token = "LAST-MODIFIED"
    /// SEQUENCE (RFC 5545, section 3.8.7.4).
    public static let sequence: Token = "SEQUENCE"
    /// REQUEST-STATUS (RFC 5545, section 3.8.8.3).
    public static let requestStatus: Token = "REQUEST-STATUS"
    /// NAME (RFC 7986, section 5.1).
    public static let name: Token = "NAME"
    /// REFRESH-INTERVAL (RFC 7986, section 5.7).
    public static let refreshInterval: Token = "REFRESH-INTERVAL"
    /// SOURCE (RFC 7986, section 5.8).
    public static let source: Token = "SOURCE"
    /// COLOR (RFC 7986, section 5.9).
    public static let color: Token = "COLOR"
    /// IMAGE (RFC 7986, section 5.10).
    public static let image: Token = "IMAGE"
    /// CONFERENCE (RFC 7986, section 5.11).
    public static let conference: Token = "CONFERENCE"
    /// LOCATION-TYPE (RFC 9073, section 6.1).
    public static let locationType: Token = "LOCATION-TYPE"
    /// PARTICIPANT-TYPE (RFC 9073, section 6.2).
    public static let participantType: Token = "PARTICIPANT-TYPE"
    /// RESOURCE-TYPE (RFC 9073, section 6.3).
    public static let resourceType: Token = "RESOURCE-TYPE"
    /// CALENDAR-ADDRESS (RFC 9073, section 6.4).
    public static let calendarAddress: Token = "CALENDAR-ADDRESS"
    /// STYLED-DESCRIPTION (RFC 9073, section 6.5).
    public static let styledDescription: Token = "STYLED-DESCRIPTION"
    /// STRUCTURED-DATA (RFC 9073, section 6.6).
    public static let structuredData: Token = "STRUCTURED-DATA"
}
