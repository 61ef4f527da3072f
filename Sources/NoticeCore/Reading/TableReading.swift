/// What a school's table says, whatever its layout.
public struct TableReading: Sendable {
    /// The rows without a flaw.
    public var rows: [EventListRow] = []
    /// Every flaw of the others.
    public var flaws: [Flaw] = []
    /// What hinders nothing.
    public var remarks: [Flaw] = []
    /// The school year that completed dates without a year, if one did.
    public var schoolYear: SchoolYear?
    /// How the columns of a list were understood, in their order.
    public var columns: [ListColumn] = []

    init(flaws: [Flaw] = []) { self.flaws = flaws }
}
