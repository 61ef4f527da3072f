extension PublishedEvent {
    /// What households see once `item` is published over what they saw.
    ///
    /// - Parameters:
    ///   - old: The revision that households see now; `nil` at the first publication.
    ///   - source: Whose words the change set carries.
    static func publishing(
        _ item: ChangeItem, over old: PublishedEvent?, source: NoticeSource, in association: Association.ID,
        at moment: Moment
    ) -> PublishedEvent {
        // LAST-MODIFIED has whole seconds and only moves forward, even when two publications share one or the clock was put back.
        let moment = old.map { max(moment, $0.published.adding(seconds: 1)) } ?? moment
        return PublishedEvent(
            id: item.event, association: association, revision: item.revision, content: item.content,
            isWithdrawn: item.action == .withdraw, published: moment,
            change: change(to: item.content, from: old, at: moment),
            rainDatesHold: rainDatesHold(item.content, after: old),
            source: old?.source == .school ? .school : source
        )
    }

    /// Only a change of date, time or place is told; a quiet correction keeps telling the last one (PRODUCT, "Changing
    /// things").
    private static func change(to content: EventContent, from old: PublishedEvent?, at moment: Moment) -> VisibleChange?
    {
        guard let old, !old.isWithdrawn else { return nil }
        guard content.isVisibleChange(from: old.content) else { return old.change }
        return VisibleChange(
            oldDay: old.content.firstDay, oldStart: old.content.start, oldPlace: old.content.place, published: moment
        )
    }

    /// A move drops the rain dates of the old date, unless new ones came with it.
    private static func rainDatesHold(_ content: EventContent, after old: PublishedEvent?) -> Bool {
        guard let old, !old.isWithdrawn else { return true }
        if content.rainDates != old.content.rainDates { return true }
        return content.isMoved(from: old.content) ? false : old.rainDatesHold
    }
}
