/// Counts of households below five are not shown: nobody can be singled out (PRODUCT, R2).
enum SmallCount {
    static func shown(_ count: Int) -> Int? { count < 5 ? nil : count }
}
