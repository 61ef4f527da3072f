/// How the headings of one school's lists are to be understood, as its officers said.
public struct ColumnMap: Equatable, Sendable {
    public enum Choice: Equatable, Sendable {
        case column(EventListColumn)
        /// The column holds nothing of ours.
        case ignored
        /// Forget what was said before.
        case automatic
    }

    public struct Entry: Equatable, Sendable {
        /// As it was written.
        public let heading: String
        public let choice: Choice

        public init(heading: String, choice: Choice) {
            self.heading = heading
            self.choice = choice
        }

        /// The form in which headings are compared.
        public var key: String { matchingKey(of: heading) }
    }

    public private(set) var entries: [Entry] = []

    public init(_ entries: [Entry] = []) {
        for entry in entries { add(entry) }
    }

    /// Reads 「期日=開始日」, 「メモ=無視」, 「期日=自動」; English words do as well.
    ///
    /// - Throws: ``NoticeError/invalid(_:)`` for what is none of these, and for more than fifty.
    public init(parsing texts: [String]) throws(NoticeError) {
        guard texts.count <= 50 else { throw .invalid(.tooMany, field: "column", value: "50") }
        for text in texts {
            guard let sign = text.lastIndex(where: { $0 == "=" || $0 == "＝" }),
                case .success(let heading) = CheckedText.line(String(text[..<sign]), limit: 100), !heading.isEmpty,
                let choice = Self.choice(String(text[text.index(after: sign)...]))
            else { throw .invalid(.unknownOption, field: "column", value: text) }
            add(Entry(heading: heading, choice: choice))
        }
    }

    private static func choice(_ word: String) -> Choice? {
        switch matchingKey(of: word) {
        case "無視", "ignore", "": .ignored
        case "自動", "auto": .automatic
        default: EventListColumn(word: word).map(Choice.column)
        }
    }

    private mutating func add(_ entry: Entry) {
        entries.removeAll { $0.key == entry.key }
        entries.append(entry)
    }

    func choice(for heading: String) -> Choice? {
        let key = matchingKey(of: heading)
        return entries.first { $0.key == key }?.choice
    }

    /// What was remembered, corrected by what is said now.
    func corrected(by newer: ColumnMap) -> ColumnMap {
        var map = self
        for entry in newer.entries { map.add(entry) }
        map.entries.removeAll { $0.choice == .automatic }
        return map
    }
}

/// A column of a list, and how it was understood.
public struct ListColumn: Equatable, Sendable {
    /// How it came about.
    public enum Origin: String, CaseIterable, Sendable {
        /// It bears the name of our own list.
        case name
        /// A word that schools use for it.
        case synonym
        /// Said with an earlier table of the school.
        case remembered
        /// Said with this one.
        case given
        /// Nobody knows it.
        case unknown
    }

    public let heading: String
    /// `nil` when it is not read.
    public let column: EventListColumn?
    public let origin: Origin
}
