import Foundation
import NoticeCore

/// `--events FILE`: JSON, an array of events or an object whose `events` alone is read; or a sheet of drafts (``DraftSheet``).
///
/// Fields as in the corpus of letters; ones that mean nothing here (`evidence`) are passed over.
struct EventsFile: Equatable {
    /// What is sent.
    let events: [EventDraftBody]
    /// Titles of events left out because a newer date has replaced theirs.
    let superseded: [String]
    /// What a sheet says of its letter.
    let letter: DraftSheet.Letter?

    /// - Throws: ``NoticeError/invalid(_:)`` that names the field, ``LocalFailure`` for a file that cannot be read.
    init(_ path: String) throws {
        let file = try LocalFile(path)
        let data = try file.contents()
        guard !data.isEmpty else { throw LocalFailure.emptyFile(path) }
        guard let text = String(data: data, encoding: .utf8) else { throw LocalFailure.badEncoding(path) }
        if Self.isSheet(text) {
            try self.init(sheet: DraftSheetReader.read(text))
        } else {
            try self.init(json: text)
        }
    }

    private init(sheet: DraftSheet) {
        events = sheet.entries.map(\.draft)
        superseded = []
        letter = sheet.letter
    }

    /// A sheet begins with a remark or a heading, 「[1]」; JSON with a brace, or a bracket before one.
    static func isSheet(_ text: String) -> Bool {
        let start = text.drop { $0 == "\u{FEFF}" || $0.isWhitespace }
        switch start.first {
        case "#", "＃", "［": return true
        case "[":
            let next = start.dropFirst().first { !$0.isWhitespace }
            return next != nil && next != "{" && next != "]"
        default: return false
        }
    }

    init(json text: String) throws {
        let json = text.hasPrefix("\u{FEFF}") ? String(text.dropFirst()) : text
        let isArray = json.first { !$0.isWhitespace } == "["
        let wrapped = isArray ? #"{"events":"# + json + "}" : json
        let all = try APICoding.decode(Wrapper.self, from: Data(wrapped.utf8)).events
        events = all.filter { $0.status != Self.replaced }
        superseded = all.filter { $0.status == Self.replaced }.map { $0.title ?? $0.start ?? "?" }
        letter = nil
    }

    /// An old date that the letter mentions only to replace it: a calendar must never show it.
    private static let replaced = "superseded"

    private struct Wrapper: Decodable {
        let events: [EventDraftBody]
    }
}
