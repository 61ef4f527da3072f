/// Everything a calendar's content depends on besides the events: two households with equal views share one rendered
/// calendar (ARCHITECTURE, decision 3).
struct HouseholdView: Hashable, Sendable {
    /// Each once, in a fixed order.
    let placements: [Placement]
    let hiddenGroups: [String]
    let options: FeedOptions

    init(seats: [Seat], hiddenGroups: [String], options: FeedOptions) {
        self.init(placements: seats.map(\.placement), hiddenGroups: hiddenGroups, options: options)
    }

    init(placements: [Placement], hiddenGroups: [String], options: FeedOptions) {
        self.placements = Set(placements).sorted()
        self.hiddenGroups = hiddenGroups.sorted()
        self.options = options
    }

    /// The cohorts whose items are read, everybody of each association included.
    var cohorts: Set<Cohort> {
        placements.reduce(into: []) { cohorts, placement in
            cohorts.insert(placement.cohort)
            cohorts.insert(.everyone(of: placement.association))
        }
    }

    /// Whether the household wants to see an item.
    func shows(_ content: EventContent) -> Bool {
        guard options.kinds.contains(content.kind) else { return false }
        return content.groups.isEmpty || !content.groups.allSatisfy(hiddenGroups.contains)
    }
}
