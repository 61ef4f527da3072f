import NoticeCore

/// What an import did, or would do, as people read it.
enum ImportReport {
    static func text(_ report: ImportReportBody) -> String {
        var parts = [head(of: report)]
        if showsColumns(of: report) { parts.append(Strings[.importColumns] + "\n" + columns(of: report)) }
        if !report.created.isEmpty {
            parts.append(Strings[.importCreated] + "\n" + table(report.created, with: []))
        }
        if !report.revised.isEmpty {
            parts.append(Strings[.importRevised] + "\n" + table(report.revised, with: [.fieldFields]))
        }
        if !report.missing.isEmpty {
            parts.append(Strings[.importMissing] + "\n" + table(report.missing, with: []))
        }
        if !report.emptyAudience.isEmpty {
            parts.append(Strings[.importEmptyAudience] + "\n" + table(report.emptyAudience, with: []))
        }
        if !report.problems.isEmpty {
            let lines = report.problems.map { "  " + FlawLine.text($0) }
            parts.append(([Strings[.importProblems]] + lines).joined(separator: "\n"))
        }
        return parts.joined(separator: "\n\n")
    }

    /// A trial shows how it reads; else only what goes without saying is left out.
    private static func showsColumns(of report: ImportReportBody) -> Bool {
        !report.columns.isEmpty && (report.dryRun || report.columns.contains { $0.origin != "name" })
    }

    private static func columns(of report: ImportReportBody) -> String {
        TextTable(
            [.fieldHeading, .fieldReadAs, .fieldOrigin].map { (key: StringKey) in Strings[key] },
            rows: report.columns.map { column in
                [
                    SafeText.line(column.heading), column.field.map(SafeText.line) ?? Strings[.importUnread],
                    Strings.label("origin", column.origin),
                ]
            }
        ).text
    }

    private static func head(of report: ImportReportBody) -> String {
        let counts = Strings[
            .importCounts,
            [
                "created": "\(report.created.count)", "revised": "\(report.revised.count)",
                "unchanged": "\(report.unchanged)", "missing": "\(report.missing.count)",
            ]]
        let lead = report.dryRun ? Strings[.importDryRun] + "\n" : ""
        let year = report.schoolYear.map { "\n" + Strings[.importSchoolYear, ["year": "\($0)"]] } ?? ""
        return lead + counts + year + (report.changeSet.map { "\n" + Strings[.fieldChangeSet] + "  " + $0 } ?? "")
    }

    /// The row, and in a year plan the month: 「12 6月」.
    private static func place(of event: ImportedEventBody) -> String {
        [event.row.map(String.init), event.column.map(SafeText.line)].compactMap { $0 }.joined(separator: " ")
    }

    private static func table(_ events: [ImportedEventBody], with extra: [StringKey]) -> String {
        let header: [StringKey] = [.fieldRow, .fieldExternalID, .fieldDate, .fieldTitle]
        return TextTable(
            (header + extra).map { Strings[$0] },
            rows: events.map { event in
                let guess = event.guessed == true ? Strings[.importGuessed] : ""
                let fields = (event.fields ?? []).map { Strings.label("changed", $0) }
                return [
                    place(of: event), event.externalID ?? guess,
                    ShownDate.text(start: event.start, end: nil), event.title,
                ] + extra.map { _ in fields.joined(separator: Strings[.listSeparator]) }
            }
        ).text
    }
}
