import Foundation

/// The files of `Tests/Fixtures/csv` and its neighbours.
enum CSVFixture {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "Fixtures")

    static func bytes(_ name: String, in kind: String = "csv") throws -> [UInt8] {
        [UInt8](try Data(contentsOf: folder.appending(path: "\(kind)/\(name).csv")))
    }

    static func json(_ name: String, in kind: String = "csv") throws -> Data {
        try Data(contentsOf: folder.appending(path: "\(kind)/\(name).json"))
    }
}

/// SplitMix64: the same numbers in every run, so that what a random test finds can be found again.
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
