extension NoticeStore {
    private static let mostFeeds = 30

    public func feeds(of household: Household.ID) async throws -> FeedListBody {
        try await engine.read { database in
            FeedListBody(feeds: try database.feeds(of: household).map { FeedBody($0, url: nil) })
        }
    }

    /// Makes another calendar: one for each device or person, so that one can be stopped alone.
    public func addFeed(_ draft: FeedDraftBody, to household: Household.ID) async throws -> FeedBody {
        let options = try Self.options(draft, base: FeedOptions())
        let label = try draft.label.map { label throws(NoticeError) in try Self.line(label, field: "label", limit: 40) }
        let id: Feed.ID = newID()
        let token = Secret<FeedToken>(effects: effects)
        let now = effects.now()
        let feed = try await engine.transaction { database in
            guard try database.feedIDs(of: household).count < Self.mostFeeds else {
                throw NoticeError.invalid(.tooMany, field: "feeds", value: String(Self.mostFeeds))
            }
            try database.insert(id, token: token, label: label, options: options, of: household, at: now)
            return try database.feed(id, of: household)
        }
        return FeedBody(feed, url: baseURL + SiteRoute.feed(token.text))
    }

    public func updateFeed(_ id: Feed.ID, _ draft: FeedDraftBody, of household: Household.ID) async throws -> FeedBody {
        try await change(household) { database in
            let feed = try database.feed(id, of: household)
            let options = try Self.options(draft, base: feed.options)
            let label = try draft.label.map { try Self.line($0, field: "label", limit: 40) } ?? feed.label
            try database.execute(
                """
                UPDATE feed SET kinds = $1, detail = $2, reminders = $3, language = $4, cancelled_style = $5, label = $6
                WHERE id = $7
                """,
                FeedRow.values(of: options) + [.text(label), .id(id)]
            )
        }
        return try await engine.read { FeedBody(try $0.feed(id, of: household), url: nil) }
    }

    /// Stops one calendar; it explains itself for 30 days.
    public func revokeFeed(_ id: Feed.ID, of household: Household.ID) async throws {
        let now = effects.now()
        try await change(household) { database in
            _ = try database.feed(id, of: household)
            try database.execute(
                "UPDATE feed SET revoked_at = coalesce(revoked_at, $1) WHERE id = $2", .moment(now), .id(id)
            )
        }
    }

    private static func options(_ draft: FeedDraftBody, base: FeedOptions) throws(NoticeError) -> FeedOptions {
        var options = base
        if let kinds = draft.kinds {
            options.kinds = Set(try kinds.map { text throws(NoticeError) in try choice(text, "kinds") })
            guard !options.kinds.isEmpty else { throw .invalid(.missing, field: "kinds") }
        }
        if let detail = draft.detail { options.detail = try choice(detail, "detail") }
        if let language = draft.language { options.language = try choice(language, "language") }
        if let style = draft.cancelledStyle { options.cancelledStyle = try choice(style, "cancelled_style") }
        if let reminders = draft.reminders {
            guard reminders.count <= 5 else { throw .invalid(.tooMany, field: "reminders", value: "5") }
            guard reminders.allSatisfy((0...40_320).contains) else {
                throw .invalid(.outOfRange, field: "reminders", value: "0–40320")
            }
            options.reminders = Set(reminders).sorted()
        }
        return options
    }

    private static func choice<Word: RawRepresentable<String>>(
        _ text: String, _ field: String
    ) throws(NoticeError) -> Word {
        guard let word = Word(rawValue: text) else { throw .invalid(.unknownOption, field: field, value: text) }
        return word
    }
}

extension DatabaseSession {
    fileprivate func feed(_ id: Feed.ID, of household: Household.ID) throws -> Feed {
        guard
            let row = try first(
                "SELECT \(FeedRow.columns) FROM feed WHERE id = $1 AND household_id = $2", .id(id), .id(household)
            )
        else { throw NoticeError.notFound }
        return try FeedRow.feed(from: row, of: household)
    }
}
