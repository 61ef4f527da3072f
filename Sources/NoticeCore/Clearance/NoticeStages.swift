/// A change set that its author still writes.
struct NoticeUpload: Equatable, Sendable {
    let subject: ClearanceCase

    /// 確認に出す
    func submitted(at moment: Moment) -> PendingNotice { PendingNotice(subject: subject, submitted: moment) }
}

/// A change set that waits for somebody to look at it.
struct PendingNotice: Equatable, Sendable {
    let subject: ClearanceCase
    let submitted: Moment

    /// Decides a clearance by a second person: four eyes, so never the author's own.
    ///
    /// - Parameter explicitLook: Flags that the approver says to have looked at on purpose.
    func cleared(
        by approver: Officer.ID, explicitLook: Set<PrivacyFlag>, at moment: Moment
    ) throws(NoticeError) -> ClearedNotice {
        guard approver != subject.author else { throw .forbidden(.approverIsAuthor) }
        try refuseBlockingFlags()
        guard subject.privacyFlags.isSubset(of: explicitLook) else { throw .conflict(.explicitLookNeeded) }
        return ClearedNotice(clearance: .officer(approver, at: moment))
    }

    /// Decides a clearance without a second person, where the association's setting asks for none.
    func clearedByRule(at moment: Moment) throws(NoticeError) -> ClearedNotice {
        try refuseBlockingFlags()
        guard !subject.needsSecondPerson else { throw .conflict(.needsSecondPerson) }
        return ClearedNotice(clearance: .notRequired(at: moment))
    }

    private func refuseBlockingFlags() throws(NoticeError) {
        if subject.privacyFlags.contains(where: \.blocksPublishing) { throw .conflict(.blockedByPrivacyFlag) }
    }
}

/// A change set that may be published; only clearing makes one.
struct ClearedNotice: Equatable, Sendable {
    let clearance: Clearance

    fileprivate init(clearance: Clearance) {
        self.clearance = clearance
    }

    /// Reads back a clearance that was decided before; the schema holds the same rules.
    init(recorded clearance: Clearance) {
        self.clearance = clearance
    }
}
