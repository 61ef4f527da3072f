import Foundation
import NoticeCore

/// Reads a sheet that an officer has edited, and says of every mistake on which line it stands.
struct DraftSheetReader {
    /// A line that says something.
    struct Line: Equatable {
        let number: Int
        let label: String
        var value: String
    }

    /// The lines under one heading.
    struct Section {
        let line: Int
        let heading: String
        var lines: [Line] = []
    }

    private let words: DraftSheetWords
    private var flaws: [Flaw] = []

    /// - Throws: ``NoticeError/invalid(_:)`` with every flaw.
    static func read(_ text: String) throws -> DraftSheet {
        var reader = DraftSheetReader(words: try DraftSheetWords())
        let sections = reader.sections(of: text)
        var sheet = DraftSheet(letter: nil, entries: [])
        for section in sections {
            let fields = reader.fields(of: section)
            if reader.words.isLetter(section.heading) {
                sheet.letter = reader.letter(fields)
            } else if !fields.isEmpty {
                sheet.entries.append(reader.entry(fields, of: section))
            }
        }
        guard reader.flaws.isEmpty else { throw NoticeError.invalid(reader.flaws) }
        return sheet
    }

    private init(words: DraftSheetWords) {
        self.words = words
    }

    // MARK: - Lines

    private mutating func sections(of text: String) -> [Section] {
        var sections: [Section] = []
        let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        for (index, raw) in lines.enumerated() {
            let number = index + 1
            let line = raw.trimmingCharacters(in: CharacterSet(charactersIn: "\u{FEFF}"))
            let content = line.trimmingCharacters(in: .whitespaces)
            if content.isEmpty || content.hasPrefix("#") || content.hasPrefix("＃") { continue }
            if let heading = Self.heading(content) {
                sections.append(Section(line: number, heading: heading))
            } else if sections.isEmpty {
                flaws.append(Flaw(.malformed, row: number, value: content))
            } else if line.first?.isWhitespace == true, let last = sections[sections.count - 1].lines.indices.last {
                sections[sections.count - 1].lines[last].value += "\n" + content
            } else if let colon = content.firstIndex(where: { $0 == ":" || $0 == "：" }) {
                let value = content[content.index(after: colon)...].trimmingCharacters(in: .whitespaces)
                sections[sections.count - 1].lines.append(
                    Line(number: number, label: String(content[..<colon]), value: value))
            } else {
                flaws.append(Flaw(.malformed, row: number, value: content))
            }
        }
        return sections
    }

    /// 「[3]」, 「［お便り］」.
    private static func heading(_ line: String) -> String? {
        guard let open = line.first, open == "[" || open == "［",
            let close = line.firstIndex(where: { $0 == "]" || $0 == "］" })
        else { return nil }
        return line[line.index(after: line.startIndex)..<close].trimmingCharacters(in: .whitespaces)
    }

    private mutating func fields(of section: Section) -> [DraftSheet.Field: Line] {
        var fields: [DraftSheet.Field: Line] = [:]
        for line in section.lines {
            guard let field = words.field(line.label), fields[field] == nil else {
                flaws.append(Flaw(.unknownOption, row: line.number, value: line.label))
                continue
            }
            fields[field] = line
        }
        return fields
    }

    // MARK: - Sections

    private mutating func letter(_ fields: [DraftSheet.Field: Line]) -> DraftSheet.Letter {
        var reader = SheetValues(words: words)
        defer { flaws += reader.flaws }
        return DraftSheet.Letter(
            title: reader.text(fields[.title]), issued: reader.day(fields[.issued]),
            grades: reader.grades(fields[.grades]), classes: reader.classes(fields[.classes]),
            flags: fields[.flags].map { reader.flags($0) })
    }

    private mutating func entry(_ fields: [DraftSheet.Field: Line], of section: Section) -> DraftSheet.Entry {
        var reader = SheetValues(words: words)
        defer { flaws += reader.flaws }
        var draft = EventDraftBody()
        draft.id = reader.text(fields[.id])
        draft.title = reader.text(fields[.title])
        draft.kind = reader.word(fields[.kind], family: "kind", of: EventKind.allCases.map(\.rawValue))
        draft.start = reader.start(fields[.start])
        draft.end = reader.end(fields[.end], from: draft.start)
        draft.allDay = reader.answer(fields[.allDay])
        draft.datePrecision = reader.precision(fields[.precision])
        draft.status = reader.word(fields[.status], family: "status", of: DraftSheet.statuses)
        draft.wholeAssociation = reader.answer(fields[.wholeAssociation]) == true ? true : nil
        draft.grades = reader.grades(fields[.grades])
        draft.classes = reader.classes(fields[.classes])
        draft.groups = reader.list(fields[.groups])
        draft.place = reader.text(fields[.place])
        draft.rainDates = reader.days(fields[.rainDates])
        draft.items = reader.list(fields[.items])
        draft.reception = reader.time(fields[.reception])
        draft.note = reader.text(fields[.note])
        for (field, value) in [(DraftSheet.Field.title, draft.title), (.start, draft.start)]
        where value == nil && reader.flaws.isEmpty {
            let line = fields[field]?.number ?? section.line
            reader.flaws.append(Flaw(.missing, row: line, column: Strings[field.key]))
        }
        return DraftSheet.Entry(number: Int(section.heading), draft: draft.completed)
    }
}

extension EventDraftBody {
    /// What a sheet leaves empty is meant to be empty also where an event had something there.
    fileprivate var completed: EventDraftBody {
        var draft = self
        if draft.allDay == nil, let start, !start.contains("T") { draft.allDay = true }
        draft.datePrecision = datePrecision ?? "exact"
        guard id != nil else { return draft }
        draft.end = end ?? ""
        draft.classes = classes ?? []
        draft.groups = groups ?? []
        draft.place = place ?? ""
        draft.rainDates = rainDates ?? []
        draft.items = items ?? []
        draft.reception = reception ?? ""
        draft.note = note ?? ""
        return draft
    }
}
