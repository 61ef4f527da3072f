import NoticeCore

/// A digest as an Atom feed with one entry a week (RFC 4287).
enum DigestAtom {
    static func render(_ digest: WeekDigest, title: String, link: String) -> String {
        let updated = Moment(startOf: digest.lastConfirmed ?? digest.week.firstDay)
        let (title, week) = (escaped(title), digest.week.text)
        return """
            <?xml version="1.0" encoding="utf-8"?>
            <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="\(digest.language.rawValue)">
              <id>\(escaped(link))</id>
              <title>\(title)</title>
              <updated>\(updated.text)</updated>
              <author><name>\(escaped(digest.associationNames.map(\.text).joined(separator: "・")))</name></author>
              <link rel="self" href="\(escaped(link)).atom"/>
              <link rel="alternate" type="text/html" href="\(escaped(link))"/>
              <entry>
                <id>\(escaped(link))?week=\(week)</id>
                <title>\(title)（\(week)）</title>
                <updated>\(updated.text)</updated>
                <link rel="alternate" type="text/html" href="\(escaped(link))?week=\(week)"/>
                <content type="text">\(escaped(digest.text()))</content>
              </entry>
            </feed>

            """
    }

    /// Characters that XML keeps for itself become references; those it forbids are dropped (XML 1.0, section 2.2).
    static func escaped(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            case "\n", "\t": result.unicodeScalars.append(scalar)
            case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{FFFE}", "\u{FFFF}": continue
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}
