import Foundation

/// The one-line failures of the `ical` commands, in Japanese unless the locale is English.
enum ICalText {
    enum Failure {
        case notFound, unreadable, badDate
    }

    static func fail(_ failure: Failure, _ detail: String) {
        FileHandle.standardError.write(Data("\(text(failure)): \(detail)\n".utf8))
    }

    private static func text(_ failure: Failure) -> String {
        switch (failure, isEnglish) {
        case (.notFound, false): "ファイルを読めません"
        case (.notFound, true): "cannot read the file"
        case (.unreadable, false): "カレンダーとして読めません"
        case (.unreadable, true): "not readable as a calendar"
        case (.badDate, false): "日付は YYYY-MM-DD の形で書いてください"
        case (.badDate, true): "write dates as YYYY-MM-DD"
        }
    }

    private static var isEnglish: Bool {
        let environment = ProcessInfo.processInfo.environment
        let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap { environment[$0] }.first { !$0.isEmpty }
        return locale?.hasPrefix("en") ?? false
    }
}
