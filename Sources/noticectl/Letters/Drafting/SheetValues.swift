import Foundation
import NoticeCore

/// Reads the values of one section and collects what is wrong with them; an empty value is none.
struct SheetValues {
    let words: DraftSheetWords
    var flaws: [Flaw] = []

    init(words: DraftSheetWords) {
        self.words = words
    }

    func text(_ line: DraftSheetReader.Line?) -> String? {
        guard let value = line?.value, !value.isEmpty else { return nil }
        return value
    }

    mutating func word(_ line: DraftSheetReader.Line?, family: String, of values: [String]) -> String? {
        guard let line, let word = text(line) else { return nil }
        guard let value = words.value(word, family: family, of: values) else {
            return flaw(.unknownOption, line)
        }
        return value
    }

    mutating func answer(_ line: DraftSheetReader.Line?) -> Bool? {
        guard let line, let word = text(line) else { return nil }
        guard let answer = words.answer(word) else {
            _ = flaw(.unknownOption, line)
            return nil
        }
        return answer
    }

    mutating func precision(_ line: DraftSheetReader.Line?) -> String? {
        guard let word = text(line) else { return nil }
        if ["exact", "approx"].contains(word) { return word }
        return answer(line).map { $0 ? "approx" : "exact" }
    }

    /// With semicolons only these divide, else 「、」 and line breaks.
    func list(_ line: DraftSheetReader.Line?) -> [String]? {
        guard let value = text(line) else { return nil }
        let marks: Set<Character> = value.contains { $0 == ";" || $0 == "；" } ? [";", "；"] : ["、", "\n"]
        return value.split { marks.contains($0) }.map { $0.trimmingCharacters(in: .whitespacesAndNewlines) }
            .filter { !$0.isEmpty }
    }

    mutating func flags(_ line: DraftSheetReader.Line) -> [String] {
        (list(line) ?? []).compactMap { word in
            let flag = words.value(word, family: "flag", of: PrivacyFlag.allCases.map(\.rawValue))
            return flag ?? flaw(.unknownOption, line, word)
        }
    }

    // MARK: - People

    mutating func grades(_ line: DraftSheetReader.Line?) -> [Int]? {
        guard let line, let value = text(line) else { return nil }
        if words.isNobody(value) { return [] }
        guard let list = GradeList(argument: value) else {
            _ = flaw(.unknownGrade, line)
            return nil
        }
        return list.grades
    }

    mutating func classes(_ line: DraftSheetReader.Line?) -> [String]? {
        guard let line, let value = text(line) else { return nil }
        guard let list = ClassList(argument: value) else {
            _ = flaw(.unknownClass, line)
            return nil
        }
        return list.classes
    }

    // MARK: - Days and times

    mutating func day(_ line: DraftSheetReader.Line?) -> String? {
        guard let line, let value = text(line) else { return nil }
        return start(value, line, isDayOnly: true)?.day.text
    }

    mutating func days(_ line: DraftSheetReader.Line?) -> [String]? {
        guard let line, let values = list(line) else { return nil }
        return values.compactMap { start($0, line, isDayOnly: true)?.day.text }
    }

    mutating func start(_ line: DraftSheetReader.Line?) -> String? {
        guard let line, let value = text(line) else { return nil }
        return start(value, line, isDayOnly: false)?.text
    }

    /// A clock time alone is meant on the day of the start.
    mutating func end(_ line: DraftSheetReader.Line?, from start: String?) -> String? {
        guard let line, let value = text(line) else { return nil }
        if let time = WallTime(value.plainForm) {
            return start.map { "\($0.prefix(10))T\(time.text)" }
        }
        return self.start(value, line, isDayOnly: false)?.text
    }

    mutating func time(_ line: DraftSheetReader.Line?) -> String? {
        guard let line, let value = text(line) else { return nil }
        guard let time = WallTime(value.plainForm) else { return flaw(.impossibleTime, line) }
        return time.text
    }

    /// 「2026-05-23(土) 08:30」; a weekday that is written has to fit.
    private mutating func start(_ value: String, _ line: DraftSheetReader.Line, isDayOnly: Bool) -> StartArgument? {
        var plain = value.plainForm
        var weekday: String?
        if let open = plain.firstIndex(of: "("), let close = plain[open...].firstIndex(of: ")") {
            weekday = String(plain[plain.index(after: open)..<close])
            plain.replaceSubrange(open...close, with: " ")
        }
        let parts = plain.split { $0 == " " || $0 == "T" }.map(String.init)
        guard let first = parts.first, parts.count <= (isDayOnly ? 1 : 2) else {
            _ = flaw(.malformed, line, value)
            return nil
        }
        guard let day = SchoolDay(argument: first) else {
            let isDate = first.split { $0 == "-" || $0 == "/" }.count == 3
            _ = flaw(isDate ? .impossibleDate : .malformed, line, first)
            return nil
        }
        if let weekday, words.weekday(weekday) != day.weekday {
            let right = Strings.label("weekday", "\(day.weekday)")
            _ = flaw(.weekdayMismatch, line, "\(day.text)(\(right)) ≠ \(weekday)")
            return nil
        }
        guard parts.count == 2 else { return StartArgument(day: day, time: nil) }
        guard let time = WallTime(parts[1]) else {
            _ = flaw(.impossibleTime, line, parts[1])
            return nil
        }
        return StartArgument(day: day, time: time)
    }

    private mutating func flaw(_ code: Flaw.Code, _ line: DraftSheetReader.Line, _ value: String? = nil) -> String? {
        flaws.append(Flaw(code, row: line.number, column: line.label, value: value ?? line.value))
        return nil
    }
}
