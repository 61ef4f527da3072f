/// The rule at the end of a zone file, such as `EST5EDT,M3.2.0,M11.1.0`.
///
/// RFC 8536, section 3.3: <https://www.rfc-editor.org/rfc/rfc8536#section-3.3>
struct PosixZone {
    let standard: TimeZoneRules.Offset
    let daylight: Daylight?

    struct Daylight {
        let offset: TimeZoneRules.Offset
        let start: Day
        let end: Day

        /// Both changes of a year, ascending.
        func transitions(year: Int, standard: TimeZoneRules.Offset) -> [TimeZoneRules.Transition] {
            let on = start.local(year: year) - Int64(standard.seconds)
            let off = end.local(year: year) - Int64(offset.seconds)
            return [.init(moment: on, offset: offset), .init(moment: off, offset: standard)].sorted {
                $0.moment < $1.moment
            }
        }
    }

    /// A day of the year with the wall clock at which the change takes place.
    struct Day {
        enum Form { case julian(Int), dayOfYear(Int), weekday(month: Int, week: Int, day: Int) }

        let form: Form
        let second: Int

        func local(year: Int) -> Int64 {
            let firstDay = CivilCalendar.days(year: year, month: 1, day: 1)
            let day =
                switch form {
                case .julian(let number):
                    firstDay + number - 1 + (CivilCalendar.isLeap(year) && number >= 60 ? 1 : 0)
                case .dayOfYear(let number): firstDay + number
                case .weekday(let month, let week, let weekday): Self.nth(year, month, week, weekday)
                }
            return Int64(day) * CivilCalendar.secondsPerDay + Int64(second)
        }

        /// - Parameter weekday: Sunday is 0, as POSIX counts.
        private static func nth(_ year: Int, _ month: Int, _ week: Int, _ weekday: Int) -> Int {
            let first = CivilCalendar.days(year: year, month: month, day: 1)
            let toFirst = (weekday + 6 - CivilCalendar.weekday(first) + 7) % 7
            var day = toFirst + 7 * (week - 1)
            while day >= CivilCalendar.daysInMonth(year: year, month: month) { day -= 7 }
            return first + day
        }
    }

    init?(_ text: some Collection<UInt8>) {
        var scanner = Scanner(bytes: Array(text))
        guard let name = scanner.name(), let west = scanner.time() else { return nil }
        standard = .init(seconds: -west, name: name)
        guard !scanner.isAtEnd else {
            daylight = nil
            return
        }
        guard let daylightName = scanner.name() else { return nil }
        var seconds = standard.seconds + 3_600
        if scanner.peek != Byte.comma {
            guard let west = scanner.time() else { return nil }
            seconds = -west
        }
        guard let start = scanner.day(), let end = scanner.day(), scanner.isAtEnd else { return nil }
        daylight = Daylight(
            offset: .init(seconds: seconds, isDaylight: true, name: daylightName), start: start, end: end)
    }

    private struct Scanner {
        let bytes: [UInt8]
        var position = 0

        var isAtEnd: Bool { position == bytes.count }
        var peek: UInt8? { position < bytes.count ? bytes[position] : nil }

        mutating func skip(_ byte: UInt8) -> Bool {
            guard peek == byte else { return false }
            position += 1
            return true
        }

        mutating func name() -> String? {
            let isQuoted = skip(UInt8(ascii: "<"))
            let start = position
            while let byte = peek, isQuoted ? byte != UInt8(ascii: ">") : Byte.isLetter(byte) {
                position += 1
            }
            let name = String(decoding: bytes[start..<position], as: UTF8.self)
            if isQuoted, !skip(UInt8(ascii: ">")) { return nil }
            return name.isEmpty ? nil : name
        }

        mutating func number() -> Int? {
            let start = position
            var value = 0
            while let byte = peek, Byte.isDigit(byte), position - start < 4 {
                value = value * 10 + Int(byte - Byte.zero)
                position += 1
            }
            return position == start ? nil : value
        }

        /// `[+|-]hh[:mm[:ss]]` as seconds.
        mutating func time() -> Int? {
            let isNegative = skip(Byte.minus)
            if !isNegative { _ = skip(Byte.plus) }
            guard var value = number().map({ $0 * 3_600 }) else { return nil }
            for unit in [60, 1] where skip(Byte.colon) {
                guard let part = number() else { return nil }
                value += part * unit
            }
            return isNegative ? -value : value
        }

        /// `,M3.2.0/2`, `,J60` or `,59`.
        mutating func day() -> Day? {
            guard skip(Byte.comma) else { return nil }
            let form: Day.Form
            if skip(UInt8(ascii: "M")) {
                guard let month = number(), (1...12).contains(month), skip(UInt8(ascii: ".")),
                    let week = number(), (1...5).contains(week), skip(UInt8(ascii: ".")),
                    let day = number(), (0...6).contains(day)
                else { return nil }
                form = .weekday(month: month, week: week, day: day)
            } else if skip(UInt8(ascii: "J")) {
                guard let number = number(), (1...365).contains(number) else { return nil }
                form = .julian(number)
            } else {
                guard let number = number(), (0...365).contains(number) else { return nil }
                form = .dayOfYear(number)
            }
            guard skip(UInt8(ascii: "/")) else { return Day(form: form, second: 7_200) }
            return time().map { Day(form: form, second: $0) }
        }
    }
}
