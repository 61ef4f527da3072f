public import ArgumentParser
public import NoticeCore

extension Language {
    /// The language of this run: Japanese unless the locale asks for English.
    ///
    /// `NOTICECTL_LANG` (`ja`, `en`, `ja-simple`) wins; then the first of `LC_ALL`, `LC_MESSAGES` and `LANG` that is set
    /// (POSIX, "Internationalization Variables"). A C locale is what servers and scripts have, so it says nothing.
    static func preferred(in environment: [String: String]) -> Language {
        if let chosen = environment["NOTICECTL_LANG"].flatMap(Language.init(rawValue:)) { return chosen }
        let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap { environment[$0] }.first { !$0.isEmpty }
        return locale?.lowercased().hasPrefix("en") == true ? .en : .ja
    }
}

extension Language: ExpressibleByArgument {}
