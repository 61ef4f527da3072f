public import ArgumentParser
import Foundation
public import NoticeCore

extension String {
    /// NFKC without surrounding spaces: full-width digits and signs, as Japanese input writes them, become plain.
    var plainForm: String {
        precomposedStringWithCompatibilityMapping.trimmingCharacters(in: .whitespaces)
    }
}

extension SchoolDay: ExpressibleByArgument {
    /// Reads `2026-05-23`, also `2026/5/23`, full-width too.
    public init?(argument: String) {
        let parts = argument.plainForm.split(omittingEmptySubsequences: false) { $0 == "-" || $0 == "/" }
        guard parts.count == 3, parts[0].count == 4, let year = Int(parts[0]), let month = Int(parts[1]),
            let day = Int(parts[2])
        else { return nil }
        self.init(year: year, month: month, day: day)
    }
}

/// When something starts: a day, with or without a clock time.
struct StartArgument: Equatable, Sendable {
    let day: SchoolDay
    let time: WallTime?

    /// `2026-05-23` or `2026-05-23T09:00`, as the API writes it.
    var text: String { day.text + (time.map { "T" + $0.text } ?? "") }
}

extension StartArgument: ExpressibleByArgument {
    /// Day and time stand apart by `T` or a space.
    init?(argument: String) {
        let parts = argument.plainForm.split(maxSplits: 1, omittingEmptySubsequences: false) { $0 == "T" || $0 == " " }
        guard let first = parts.first, let day = SchoolDay(argument: String(first)) else { return nil }
        guard parts.count == 2 else {
            self.init(day: day, time: nil)
            return
        }
        guard let time = WallTime(parts[1].trimmingCharacters(in: .whitespaces)) else { return nil }
        self.init(day: day, time: time)
    }
}

/// When something ends: like a start, or a clock time alone, which means the day of the start.
enum EndArgument: Equatable, Sendable {
    case moment(StartArgument)
    case time(WallTime)

    func text(startingOn day: SchoolDay) -> String {
        switch self {
        case .moment(let moment): moment.text
        case .time(let time): StartArgument(day: day, time: time).text
        }
    }
}

extension EndArgument: ExpressibleByArgument {
    init?(argument: String) {
        if let moment = StartArgument(argument: argument) {
            self = .moment(moment)
        } else if let time = WallTime(argument.plainForm) {
            self = .time(time)
        } else {
            return nil
        }
    }
}
