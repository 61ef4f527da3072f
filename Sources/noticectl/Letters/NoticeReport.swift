import NoticeCore

/// A letter and a change set, as people read them.
enum NoticeReport {
    static func text(_ notice: NoticeBody) -> String {
        var parts = [fields(of: notice)]
        if !notice.attachments.isEmpty {
            parts.append(
                TextTable(
                    [Strings[.fieldFile], Strings[.fieldMediaType], Strings[.fieldSize]],
                    rows: notice.attachments.map {
                        [$0.fileName, $0.mediaType ?? "", $0.size.map(String.init) ?? ""]
                    }
                ).text)
        }
        if !notice.text.isEmpty { parts.append(SafeText.paragraph(notice.text)) }
        parts.append(events(of: notice))
        return parts.joined(separator: "\n\n")
    }

    /// What `notice add` and `notice revise` answer: enough for the next command.
    static func summary(_ notice: NoticeBody) -> String {
        fields(of: notice) + "\n\n" + events(of: notice)
    }

    static func text(_ changeSet: ChangeSetBody) -> String {
        var parts = [fields(of: changeSet)]
        if let notice = changeSet.notice { parts.append(text(notice)) }
        if !changeSet.changes.isEmpty {
            parts.append(
                TextTable(
                    [
                        Strings[.fieldAction], Strings[.fieldBefore], Strings[.fieldDate], Strings[.fieldKind],
                        Strings[.fieldTitle], Strings[.fieldAudience],
                    ],
                    rows: changeSet.changes.map(row)
                ).text)
        }
        return parts.joined(separator: "\n\n")
    }

    static func fields(of changeSet: ChangeSetBody) -> String {
        FieldList([
            (.fieldChangeSet, changeSet.id), (.fieldKind, Strings.label("change", changeSet.kind)),
            (.fieldState, Strings.label("state", changeSet.state)), (.fieldAuthor, changeSet.author.name),
            (.fieldReason, changeSet.reason), (.fieldClearance, clearance(of: changeSet)),
            (.fieldReturned, changeSet.returned),
            (.fieldFlags, flags(changeSet.privacyFlags)), (.fieldReach, reach(changeSet.reach)),
        ]).text
    }

    /// 「1・2年、12世帯」.
    static func reach(_ reach: ReachBody) -> String {
        let schools = reach.schools.map { school in
            "\(school.school) " + (school.grades.isEmpty ? Strings[.audienceNobody] : Audience.grades(school.grades))
        }
        return (schools + [households(reach.households)]).joined(separator: Strings[.listSeparator])
    }

    /// - Parameter count: Absent when under five, so that no one is singled out.
    static func households(_ count: Int?) -> String {
        count.map { Strings[.householdCount, ["count": "\($0)"]] } ?? Strings[.householdsUnderFive]
    }

    private static func fields(of notice: NoticeBody) -> String {
        FieldList([
            (.fieldNotice, notice.id), (.fieldChangeSet, notice.changeSet), (.fieldTitle, notice.title),
            (.fieldState, Strings.label("state", notice.state)), (.fieldRevision, "\(notice.revision)"),
            (.fieldIssued, ShownDate.text(start: notice.issued, end: nil)), (.fieldSchool, notice.school),
            (
                .fieldAudience,
                Audience.text(
                    wholeAssociation: notice.wholeAssociation, grades: notice.grades, classes: notice.classes)
            ),
            (.fieldFlags, flags(notice.privacyFlags)), (.fieldFiles, "\(notice.attachments.count)"),
        ]).text
    }

    private static func events(of notice: NoticeBody) -> String {
        notice.events.isEmpty ? Strings[.noEvents] : EventTable.text(notice.events)
    }

    private static func clearance(of changeSet: ChangeSetBody) -> String {
        guard let clearance = changeSet.clearance else {
            return changeSet.needsSecondPerson ? Strings[.clearanceNeeded] : Strings[.clearanceNotNeeded]
        }
        return clearance.officer.map { "\($0.name) \(ShownDate.text(start: clearance.at, end: nil))" }
            ?? Strings[.clearanceNotNeeded]
    }

    private static func flags(_ flags: [String]) -> String {
        flags.map { Strings.label("flag", $0) }.joined(separator: Strings[.listSeparator])
    }

    private static func row(_ change: EventChangeBody) -> [String] {
        [
            Strings.label("action", change.action),
            change.before.map { ShownDate.text(start: $0.start, end: $0.end) } ?? "",
            ShownDate.text(start: change.after.start, end: change.after.end),
            Strings.label("kind", change.after.kind), change.after.title, EventTable.audience(of: change.after),
        ]
    }
}
