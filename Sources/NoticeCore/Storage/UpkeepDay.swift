import Synchronization

/// Remembers on which day the daily upkeep last ran in this process.
final class UpkeepDay: Sendable {
    private let day = Mutex<SchoolDay?>(nil)

    /// - Returns: `true` once for each day.
    func takeIfNew(_ today: SchoolDay) -> Bool {
        day.withLock { last in
            guard last != today else { return false }
            last = today
            return true
        }
    }
}
