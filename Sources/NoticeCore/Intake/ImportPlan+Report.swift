extension ImportPlan {
    /// - Parameter identifiers: At least one for each addition.
    func items(identifiers: [Event.ID]) -> [ChangeItem] {
        let born = zip(additions, identifiers).map { addition, id in
            ChangeItem(
                event: id, action: .create, baseRevision: 0, content: addition.content,
                birth: .init(externalID: addition.row.externalID, source: .school)
            )
        }
        let corrected = revisions.map { revision in
            ChangeItem(
                event: revision.known.event, action: revision.known.isPublished ? .revise : .create,
                baseRevision: revision.known.revision, content: revision.content
            )
        }
        return born + corrected
    }

    func report(
        changeSet: ChangeSet.ID?, identifiers: [Event.ID], of reading: TableReading, _ options: ImportOptions
    ) -> ImportReportBody {
        let created = additions.enumerated().map { index, addition in
            ImportedEventBody(
                id: index < identifiers.count ? identifiers[index].text : nil, externalID: addition.row.externalID,
                title: addition.content.title, start: EventSpan(addition.content).startText, row: addition.row.row,
                column: addition.row.column, guessed: nil, fields: nil
            )
        }
        let emptyAudience = zip(additions, created).filter { $0.0.content.audience.isEmpty }.map(\.1)
        return ImportReportBody(
            changeSet: changeSet?.text, created: created,
            revised: revisions.map { revision in
                ImportedEventBody(
                    id: revision.known.event.text, externalID: revision.known.externalID, title: revision.content.title,
                    start: EventSpan(revision.content).startText, row: revision.row.row,
                    column: revision.row.column, guessed: revision.isGuess ? true : nil,
                    fields: revision.fields.map(\.rawValue)
                )
            },
            unchanged: unchanged,
            missing: missing.map { known in
                ImportedEventBody(
                    id: known.event.text, externalID: known.externalID, title: known.current.title,
                    start: EventSpan(known.current).startText, row: nil, column: nil, guessed: nil,
                    fields: nil
                )
            },
            problems: (reading.flaws + reading.remarks).map { FlawBody($0, in: options.language) },
            emptyAudience: emptyAudience, dryRun: options.dryRun,
            layout: (reading.columns.isEmpty ? ImportOptions.Layout.matrix : .list).rawValue,
            schoolYear: reading.schoolYear?.year, columns: reading.columns.map(ListColumnBody.init)
        )
    }
}
