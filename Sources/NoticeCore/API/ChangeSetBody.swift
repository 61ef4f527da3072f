/// A change set: everything that is cleared and published as one.
public struct ChangeSetBody: Codable, Equatable, Sendable {
    public var id: String
    /// `letter`, `import`, `events`, `move`, `cancel` or `withdraw`.
    public var kind: String
    /// `draft`, `pending`, `returned`, `cleared`, `published` or `discarded`.
    public var state: String
    @Nullable public var school: String?
    public var author: OfficerReferenceBody
    public var created: String
    /// Why, in the author's words: of a move, a cancellation or a withdrawal.
    @Nullable public var reason: String?
    @Nullable public var submitted: String?
    @Nullable public var clearance: ClearanceBody?
    @Nullable public var published: String?
    /// Why it was returned, in the second person's words.
    @Nullable public var returned: String?
    /// Whether somebody other than the author has to look before it can be published.
    public var needsSecondPerson: Bool
    /// Flags that block publishing or ask for an explicit look.
    public var privacyFlags: [String]
    @Nullable public var notice: NoticeBody?
    public var changes: [EventChangeBody]
    public var reach: ReachBody
}

public struct ClearanceBody: Codable, Equatable, Sendable {
    /// `officer` or `not_required`.
    public var by: String
    public var officer: OfficerReferenceBody?
    public var at: String
}

public struct OfficerReferenceBody: Codable, Equatable, Sendable {
    public var id: String
    public var name: String
}

/// One event of a change set.
public struct EventChangeBody: Codable, Equatable, Sendable {
    /// `create`, `revise`, `cancel` or `withdraw`.
    public var action: String
    @Nullable public var before: EventBody?
    public var after: EventBody
}

/// Whom a publication reaches.
public struct ReachBody: Codable, Equatable, Sendable {
    /// By school: the grades concerned.
    public var schools: [SchoolReachBody]
    /// Households; absent when under five (no one can be singled out).
    @Nullable public var households: Int?
}

public struct SchoolReachBody: Codable, Equatable, Sendable {
    public var school: String
    public var grades: [Int]
}

public struct ChangeSetListBody: Codable, Equatable, Sendable {
    public var changeSets: [ChangeSetBody]
    public var next: String?
}

/// `POST …/approve`. `explicitLook` lists flags that ask for it (`area_assignment`).
public struct ApprovalBody: Codable, Equatable, Sendable {
    public var explicitLook: [String]?

    public init(explicitLook: [String]? = nil) {
        self.explicitLook = explicitLook
    }
}

/// `POST /imports`: what an import did, or with `dry_run` would do.
public struct ImportReportBody: Codable, Equatable, Sendable {
    /// Absent on a dry run and when nothing changed.
    @Nullable public var changeSet: String?
    public var created: [ImportedEventBody]
    public var revised: [ImportedEventBody]
    public var unchanged: Int
    /// Events of an earlier file that this one no longer has: listed, never cancelled.
    public var missing: [ImportedEventBody]
    /// Rows left out (`partial`) and remarks that did not stop the import.
    public var problems: [FlawBody]
    /// Rows for people outside the school: in no household's calendar.
    public var emptyAudience: [ImportedEventBody]
    public var dryRun: Bool
    /// How the table was read: `list` or `matrix`.
    public var layout: String
    /// The school year that completed dates without a year.
    @Nullable public var schoolYear: Int?
    /// The columns of a list, and how each heading was understood; empty for a matrix.
    public var columns: [ListColumnBody]
}

/// A heading of an imported list.
public struct ListColumnBody: Codable, Equatable, Sendable {
    public var heading: String
    /// The column that it is read as, by the name in the guide for officers (開始日); null when it is not read.
    @Nullable public var field: String?
    /// `name`, `synonym`, `remembered`, `given` or `unknown`.
    public var origin: String

    public init(_ column: ListColumn) {
        heading = column.heading
        field = column.column?.rawValue
        origin = column.origin.rawValue
    }
}

public struct ImportedEventBody: Codable, Equatable, Sendable {
    /// Absent for an event that a dry run would create.
    public var id: String?
    public var externalID: String?
    public var title: String
    public var start: String
    public var row: Int?
    /// The month's heading, for the cell of a matrix.
    public var column: String?
    /// True when the row had no 行事ID and was matched by title, kind and grades.
    public var guessed: Bool?
    /// The fields that differ, for a revised one.
    public var fields: [String]?

    enum CodingKeys: String, CodingKey {
        case id, title, start, row, column, guessed, fields
        case externalID = "externalId"
    }
}
