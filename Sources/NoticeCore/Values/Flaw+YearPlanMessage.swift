extension Flaw {
    /// What may be wrong with a year plan or a list whose dates name no year.
    var wordsOfYearPlans: (ja: String, en: String, simple: String) {
        switch code {
        case .schoolYearRequired:
            (
                "何年度の表か分かりません。--school-year 2026 のように書いてください。",
                "The school year is not written. Say it, as in --school-year 2026.",
                "なんねんどの ひょうか わかりません。--school-year 2026 のように かいて ください。"
            )
        case .schoolYearMismatch:
            (
                "年度が食い違っています：指定 ≠ 表（\(value)）。ファイルか --school-year を確かめてください。",
                "The school year given is not the table's (\(value)). Check the file or --school-year.",
                "ねんどが ちがいます：\(value)。ファイルか --school-year を たしかめて ください。"
            )
        case .schoolYearInferred:
            (
                "年度が書かれていないので、曜日から \(value) 年度と読みました。", "No school year is written; the weekdays fit \(value).",
                "ねんどが かいて ないので、ようびから \(value)ねんどと よみました。"
            )
        case .weekdaysOfOtherYear:
            (
                "曜日が年度と合いません：\(value)（表の年度 ≠ 曜日の年度）。前の年の表ではありませんか。",
                "The weekdays are those of another school year: \(value). Is it an older plan?",
                "ようびが ほかの としの ものです：\(value)。まえの としの ひょうでは ありませんか。"
            )
        case .noHoliday:
            (
                "この日は祝日ではありません：「\(value)」。取り込みません。", "This day is no public holiday: “\(value)”. It is left out.",
                "この ひは しゅくじつでは ありません：「\(value)」。いれません。"
            )
        case .nothingAbove:
            (
                "「\(value)」の上に行事がありません。", "Nothing stands above “\(value)” that it could repeat.",
                "「\(value)」の うえに よていが ありません。"
            )
        case .rainDateWithoutEvent:
            (
                "何の予備日か分かりません：「\(value)」。そのまま予定として入れます。",
                "It is not clear whose rain date this is: “\(value)”. It becomes an event of its own.",
                "なんの 予備日か わかりません：「\(value)」。そのまま いれます。"
            )
        case .gradesOpen:
            (
                "学年の列がないので、題に学年がなければ全学年の予定とします。",
                "No column says for whom: unless the title does, it is the whole school.",
                "がくねんの れつが ないので、みんなの よていに します。"
            )
        default:
            (
                "時刻ではないので備考に入れます：「\(value)」", "No clock time, so it becomes a note: “\(value)”",
                "じかんでは ないので メモに いれます：「\(value)」"
            )
        }
    }
}
