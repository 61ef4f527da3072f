import ICalKit
import Testing

@Suite struct ValueTests {
    /// Every value type of RFC 5545, section 3.3, there and back.
    @Test(arguments: [
        ("ATTACH;ENCODING=BASE64;VALUE=BINARY", "6YGL5YuV"), ("X-A;VALUE=BOOLEAN", "TRUE"),
        ("ATTENDEE", "mailto:a@example.invalid"), ("DTSTART;VALUE=DATE", "20260229"), ("X-A;VALUE=DATE", "20240229"),
        ("DTSTART", "20261010T090000"), ("DTSTART", "20261010T090000Z"), ("DTSTART;TZID=Asia/Tokyo", "20261010T090000"),
        ("DURATION", "P15DT5H20S"), ("TRIGGER", "-PT15M"), ("DURATION", "P7W"), ("X-A;VALUE=FLOAT", "-3.14"),
        ("PRIORITY", "-9"), ("FREEBUSY", "19970101T180000Z/PT5H30M"), ("FREEBUSY", "19970101T180000Z/19970102T070000Z"),
        ("RRULE", "FREQ=YEARLY;INTERVAL=2;BYDAY=SU;BYMONTH=1"), ("SUMMARY", "a\\, b\\; c\\\\ d\\ne"),
        ("X-A;VALUE=TIME", "083000"), ("X-A;VALUE=TIME", "133000Z"), ("URL", "https://example.invalid/a,b;c"),
        ("TZOFFSETTO", "-0330"), ("TZOFFSETTO", "+083015"),
    ])
    func value_ofEveryType_comesBack(head: String, raw: String) throws {
        let property = try #require(
            try CalendarReader().read(Calendars.event("\(head):\(raw)")).document.events.first?.component.properties
                .last)
        if raw == "20260229" {
            #expect(property.values == nil, "no leap year")
            return
        }
        let value = try #require(property.values?.first)
        #expect(value.wireForm == raw)
        let again = Property.value(property.name, value)
        #expect(again.rawValue == raw)
        #expect(again.values == property.values)
    }

    @Test(arguments: [
        ("", false), ("P", false), ("PT", true), ("P1", false), ("1D", false), ("P1H", false), ("PT1D", false),
        ("-P1W", true),
        ("P1DT", true), ("P99999999999D", false),
    ])
    func duration_isReadOrNot(text: String, isRead: Bool) {
        #expect((CalendarDuration(text) != nil) == isRead)
    }

    @Test(arguments: [
        ("1", true), ("-3.14", true), ("+0.5", true), ("", false), ("1e5", false), ("nan", false), ("inf", false),
        ("0x1p3", false), (".5", false), ("1.", false), ("1.2.3", false),
    ])
    func float_isDigitsAndOneStop(text: String, isRead: Bool) {
        #expect((Property("X-A", rawValue: text, parameters: [Parameter("VALUE", "FLOAT")]).values != nil) == isRead)
    }

    @Test(arguments: [
        (1.5e20, "150000000000000000000"), (-2.5e-7, "-0.00000025"), (12.25, "12.25"), (1e16, "10000000000000000"),
    ])
    func float_isWrittenWithoutAnExponent(number: Double, text: String) throws {
        #expect(PropertyValue.float(number).wireForm == text)
        #expect(Property.value("X-A", .float(number)).values == [.float(number)])
    }

    @Test(arguments: [
        ("=E9=81=8B=E5=8B=95=E4=BC=9A", nil, "運動会"), ("=89^=93=AE=89=EF", "SHIFT_JIS", "運動会"),
        ("caf=E9", "iso-8859-1", "café"), ("a=0D=0Ab=3D=3", nil, "a\nb==3"), ("=41", "no-such-thing", "A"),
    ])
    func quotedPrintable_isDecoded(raw: String, charset: String?, text: String) {
        var property = Property(.summary, rawValue: raw, parameters: [Parameter("ENCODING", "quoted-printable")])
        if let charset { property.parameters.append(Parameter("CHARSET", charset)) }
        #expect(property.text == text)
        #expect(property.values == [.text(text)])
    }

    @Test func leapSecond_isTheSecondBefore() {
        #expect(CalendarTime("20161231T235960Z") == CalendarTime("20161231T235959Z"))
    }

    @Test func calendarDate_roundTripsOverFourHundredYears() throws {
        for day in stride(from: -719_528, through: 2_932_896, by: 89) {
            let date = CalendarDate(daysSince1970: day)
            let again = try #require(CalendarDate(year: date.year, month: date.month, day: date.day))
            #expect(again == date)
            #expect(date.weekday == (day + 3 + 7_000_000) % 7 + 1)
        }
        #expect(CalendarDate(year: 2_100, month: 2, day: 29) == nil)
        #expect(CalendarDate(daysSince1970: .max) == .latest)
    }

    @Test func event_isBuiltAndChangedByItsTypedSide() throws {
        var event = Event()
        event.uniqueIdentifier = "a"
        event.summary = "運動会, 雨天順延; 予備日\n10/17"
        event.start = .zoned(LocalDateTime(.year(2026), secondOfDay: 32_400), "Asia/Tokyo")
        event.duration = CalendarDuration(seconds: 5_400)
        event.rules = [try RecurrenceRule("FREQ=DAILY;COUNT=2")]
        event.categories = ["学校行事", "a,b"]
        event.sequence = 3
        event.isTransparent = true
        event.exceptions = [.date(.year(2027))]
        event.component.components = [Component(.alarm, properties: [Property(.trigger, rawValue: "-PT10M")])]
        let again = try #require(
            try CalendarReader().read(CalendarDocument([Component(.calendar, components: [event.component])]).bytes)
                .document.events.first)
        #expect(again == event)
        #expect(again.summary == event.summary)
        #expect(again.categories == ["学校行事", "a,b"])
        #expect(again.isTransparent)
        #expect(again.alarms.first?.trigger == .start(CalendarDuration(seconds: -600)))
        event.summary = nil
        #expect(event.component[.summary] == nil)
    }

    @Test func calendar_saysWhatItIs() throws {
        var calendar = CalendarObject()
        calendar.productIdentifier = "-//school//JA"
        calendar.name = "学校行事"
        calendar.color = "darkgreen"
        calendar.categories = ["学校", "a,b"]
        calendar.lastModified = .utc(LocalDateTime(.year(2_026)))
        calendar.source = "https://school.example/a.ics"
        calendar.refreshInterval = CalendarDuration(seconds: 3_600)
        let document = try CalendarReader().read(CalendarDocument([calendar.component]).bytes).document
        let again = try #require(document.calendars.first)
        #expect(again == calendar)
        #expect(again.categories == ["学校", "a,b"])
        #expect(again.lastModified == .utc(LocalDateTime(.year(2_026))))
        #expect(again.refreshInterval == CalendarDuration(seconds: 3_600))
        let old = Component(.calendar, properties: [.text("X-WR-CALNAME", "old")])
        #expect(CalendarObject(old).name == "old")
    }

    @Test func freeBusy_listsItsStretches() throws {
        let bytes = Calendars.calendar(
            "BEGIN:VFREEBUSY", "FREEBUSY;FBTYPE=BUSY-TENTATIVE:20260101T000000Z/PT1H,20260102T000000Z/PT2H",
            "END:VFREEBUSY")
        let stretches = try CalendarReader().read(bytes).document.freeBusys.first?.stretches
        #expect(stretches?.map(\.kind) == ["BUSY-TENTATIVE", "BUSY-TENTATIVE"])
        #expect(stretches?.last?.period.end == .duration(CalendarDuration(seconds: 7_200)))
    }
}
