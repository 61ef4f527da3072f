import NoticeCore

/// What a stack of registration slips (登録カード) says, apart from the slips themselves.
struct SlipSheet: Equatable {
    let batch: SlipBatchBody
    let schoolName: String
    /// What the association calls itself: 育友会, PTA.
    let associationName: String
    let orderedBy: String
    let orderedOn: SchoolDay
    /// Whom a parent may ask, if the officer named somebody.
    let contact: String?
    /// By serial. Extras: a slip without one is complete.
    let qrCodes: [String: QRCode]
    let language: Language
    let words: StringTable
    let style: String

    /// Slips on one A4 page, two by two.
    private static let perPage = 4

    /// A complete HTML page: the counted cover sheet, then the slips.
    var html: String {
        var html = """
            <!doctype html>
            <html lang="\(language.rawValue)">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="robots" content="noindex">
            <meta name="referrer" content="no-referrer">
            <title>\(HTML.escaped(say(.slipSheetTitle))) \(HTML.escaped(schoolName)) \(HTML.escaped(audience))</title>
            <style>
            \(style)
            </style>
            </head>
            <body>
            \(cover)

            """
        var rest = batch.slips[...]
        while !rest.isEmpty {
            html += "<main class=\"page slips\">\n"
            html += rest.prefix(Self.perPage).map(slip).joined()
            html += "</main>\n"
            rest = rest.dropFirst(Self.perPage)
        }
        return html + "</body>\n</html>\n"
    }

    /// 「3年2組」.
    private var audience: String {
        guard let number = batch.class else { return say(.slipGrade, ["grade": "\(batch.grade)"]) }
        return say(.slipGradeClass, ["grade": "\(batch.grade)", "class": "\(number)"])
    }

    private func say(_ key: StringKey, _ values: [String: String] = [:]) -> String { words[key, values] }

    private func paragraph(_ key: StringKey, _ values: [String: String] = [:], class name: String) -> String {
        "<p class=\"\(name)\">\(HTML.escaped(say(key, values)))</p>\n"
    }

    /// For the officer and the teacher who hand the stack over: how many, from where to where, what to do.
    private var cover: String {
        let facts: [(StringKey, String)] = [
            (.slipCoverSchool, schoolName), (.slipCoverClass, audience),
            (.slipCoverYear, say(.slipSchoolYear, ["year": "\(batch.schoolYear)"])),
            (.slipCoverCount, say(.slipCount, ["count": "\(batch.slips.count)"])),
            (.slipCoverSerials, "\(batch.slips.first?.serial ?? "") – \(batch.slips.last?.serial ?? "")"),
            (.slipCoverExpires, batch.slips.first.map { day($0.expires) } ?? ""),
            (.slipCoverOrdered, "\(associationName) \(orderedBy) / \(day(orderedOn.text))"),
            (.slipCoverBatch, batch.batch),
        ]
        let rows = facts.map {
            "<tr><th>\(HTML.escaped(say($0.0)))</th><td>\(HTML.escaped($0.1))</td></tr>\n"
        }
        let steps = [StringKey.slipCoverStep1, .slipCoverStep2, .slipCoverStep3, .slipCoverStep4].map {
            "<li>\(HTML.escaped(say($0, ["count": "\(batch.slips.count)", "batch": batch.batch])))</li>\n"
        }
        return """
            <section class="page cover">
            <p class="kicker">\(HTML.escaped(say(.slipCoverKicker)))</p>
            <h1>\(HTML.escaped(schoolName)) <span class="chip">\(HTML.escaped(audience))</span></h1>
            <p class="count">\(HTML.escaped(say(.slipCount, ["count": "\(batch.slips.count)"])))</p>
            <table>
            \(rows.joined())</table>
            <ol>
            \(steps.joined())</ol>
            <div class="sign"><span>\(HTML.escaped(say(.slipCoverSignDate)))</span>\
            <span>\(HTML.escaped(say(.slipCoverSignName)))</span></div>
            </section>
            """
    }

    private func slip(_ slip: PrintedSlipBody) -> String {
        let address = String(slip.joinURL.prefix { $0 != "#" })
        let qr = qrCodes[slip.serial]
        let first: StringKey = qr == nil ? .slipStep1WithoutQR : .slipStep1
        let steps = [first, .slipStep2, .slipStep3].map { "<li>\(HTML.escaped(say($0)))</li>" }
        let help =
            contact.map { say(.slipContactNamed, ["contact": $0, "serial": slip.serial]) }
            ?? say(.slipContact, ["association": associationName, "serial": slip.serial])
        return """
            <article class="slip">
            <header><div><p class="school">\(HTML.escaped(schoolName))</p>\
            <h2>\(HTML.escaped(say(.slipTitle)))</h2></div>\
            <div class="who"><span class="chip">\(HTML.escaped(audience))</span>\
            <span class="serial">\(HTML.escaped(slip.serial))</span></div></header>
            \(paragraph(.slipPromise, class: "promise"))<div class="way">\(qr?.svg ?? "")<ol>\(steps.joined())</ol></div>
            <p class="address"><span>\(HTML.escaped(say(.slipAddress)))</span> <b>\(HTML.escaped(address))</b></p>
            <p class="code"><span>\(HTML.escaped(say(.slipCode)))</span>\
            <b>\(HTML.escaped(slip.code))</b></p>
            \(paragraph(.slipOnce, class: "once"))\
            \(paragraph(.slipExpires, ["day": day(slip.expires)], class: "expires"))\
            <footer><p>\(HTML.escaped(help))</p>
            <p lang="ja-simple">\(HTML.escaped(say(.slipSimpleLine)))</p>\
            <p lang="en">\(HTML.escaped(say(.slipEnglishLine)))</p></footer>
            </article>

            """
    }

    /// A day as it is read aloud: 2026年6月30日（火）.
    private func day(_ text: String) -> String {
        guard let day = SchoolDay(String(text.prefix(10))) else { return text }
        let weekday = StringKey(rawValue: "weekday.\(day.weekday)").map { words[$0] } ?? ""
        return say(
            .slipDay,
            ["year": "\(day.year)", "month": "\(day.month)", "day": "\(day.dayOfMonth)", "weekday": weekday])
    }
}
