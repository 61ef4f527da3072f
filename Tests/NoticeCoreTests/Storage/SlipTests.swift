import Foundation
import Testing

@testable import NoticeCore

@Suite struct SlipTests {
    @Test func slip_isOneSeat_andIsUsedUp() async throws {
        let test = try await TestStore.make()
        let batch = try await test.store.printSlips(
            SlipOrderBody(school: nil, grade: 1, class: 2, count: 2, schoolYear: nil), by: test.officer
        )
        #expect(batch.slips.map(\.serial) == ["A-001", "A-002"])
        let code = try SlipCode(typed: batch.slips[0].code.lowercased().replacingOccurrences(of: "-", with: " "))
        let redeemed = try await test.store.redeem(code, household: nil)
        #expect(redeemed.seats.map(\.grade) == [1])
        #expect(redeemed.seats.map(\.class) == [2])
        await #expect(throws: NoticeError.notFound) { try await test.store.redeem(code, household: nil) }
        #expect(try await test.store.slips(for: test.officer).slips.map(\.state) == ["used", "unused"])
        try await test.end()
    }

    @Test func slips_areListedByTheirSerials_howeverManyStacksThereAre() async throws {
        let test = try await TestStore.make()
        for _ in 0..<28 {
            let order = SlipOrderBody(school: nil, grade: 1, class: nil, count: 3, schoolYear: nil)
            _ = try await test.store.printSlips(order, by: test.officer)
        }
        let serials = try await test.store.slips(for: test.officer).slips.map(\.serial)
        #expect(Array(serials.prefix(4)) == ["A-001", "A-002", "A-003", "B-001"])
        #expect(Array(serials.suffix(7)) == ["Z-003", "AA-001", "AA-002", "AA-003", "AB-001", "AB-002", "AB-003"])
        #expect(["B-001", "A-1000", "A-999"].sorted(by: Slip.isPrinted) == ["A-999", "A-1000", "B-001"])
        try await test.end()
    }

    @Test func parallelRedemptions_winOnce() async throws {
        let test = try await TestStore.make()
        let batch = try await test.store.printSlips(
            SlipOrderBody(school: nil, grade: 1, class: nil, count: 1, schoolYear: nil), by: test.officer
        )
        let code = try SlipCode(typed: batch.slips[0].code)
        let wins = await withTaskGroup(of: Bool.self) { group in
            for _ in 0..<20 {
                group.addTask { (try? await test.store.redeem(code, household: nil)) != nil }
            }
            return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
        }
        #expect(wins == 1)
        try await test.end()
    }

    @Test func expiredAndCancelledSlips_endLikeUnknownOnes() async throws {
        let test = try await TestStore.make()
        let batch = try await test.store.printSlips(
            SlipOrderBody(school: nil, grade: 1, class: nil, count: 2, schoolYear: nil), by: test.officer
        )
        _ = try await test.store.cancelSlip("a-001", by: test.officer)
        let codes = try batch.slips.map { try SlipCode(typed: $0.code) } + [SlipCode(effects: test.world.effects)]
        await #expect(throws: NoticeError.notFound) { try await test.store.redeem(codes[0], household: nil) }
        test.world.turn(to: "2026-12-23")
        await #expect(throws: NoticeError.notFound) { try await test.store.redeem(codes[1], household: nil) }
        await #expect(throws: NoticeError.notFound) { try await test.store.redeem(codes[2], household: nil) }
        try await test.end()
    }

    @Test func everySingleMistypedCharacter_isNoticed() throws {
        let digits = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ")
        for seed in 0..<50 {
            let world = TestWorld()
            for _ in 0..<seed { _ = world.effects.uuid() }
            let code = Array(SlipCode(effects: world.effects).text)
            for position in code.indices {
                for digit in digits where digit != code[position] {
                    var mistyped = code
                    mistyped[position] = digit
                    #expect(throws: SlipCode.Mistyped.self) { try SlipCode(typed: String(mistyped)) }
                }
            }
        }
    }

    @Test func typedForms_areReadAsPeopleWriteThem() throws {
        let code = SlipCode(effects: TestWorld().effects)
        let fullWidth = code.printed.applyingTransform(.fullwidthToHalfwidth, reverse: true) ?? ""
        #expect(try SlipCode(typed: fullWidth) == code)
        #expect(try SlipCode(typed: " " + code.printed.lowercased() + "\n") == code)
        #expect(try SlipCode(typed: code.text.replacingOccurrences(of: "0", with: "o")) == code)
    }

    @Test(arguments: [(1, 1, "A-001"), (26, 23, "Z-023"), (27, 1000, "AA-1000"), (703, 7, "AAA-007")])
    func serial_countsStacksInLetters(series: Int, number: Int, expected: String) {
        #expect(Slip.serial(series: series, number: number) == expected)
    }
}
