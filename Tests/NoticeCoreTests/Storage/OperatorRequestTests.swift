import Foundation
import Testing

@testable import NoticeCore

@Suite struct OperatorRequestTests {
    private let request = OperatorRequest(association: "hama", role: "admin", name: "会長")

    @Test func runningServer_answersAndLeavesNothingBehind() async throws {
        let test = try await TestStore.make()
        let answer = try await request.send(to: test.folder, pauses: 3, effects: test.world.effects) {
            await #expect(throws: Never.self) { try await test.store.runUpkeep() }
        }
        let code = try #require(answer?.code)
        let signedIn = try await test.store.signIn(SignInBody(code: code, device: "新しい端末"), adding: nil)
        #expect(signedIn.officer.role == "admin")
        let left = try FileManager.default.contentsOfDirectory(atPath: OperatorRequest.folder(in: test.folder).path)
        #expect(left.isEmpty)
        try await test.end()
    }

    @Test func silentServer_isGivenUp() async throws {
        let test = try await TestStore.make()
        var pauses = 0
        let answer = try await request.send(to: test.folder, pauses: 5, effects: test.world.effects) { pauses += 1 }
        #expect(answer == nil)
        #expect(pauses == 5)
        let left = try FileManager.default.contentsOfDirectory(atPath: OperatorRequest.folder(in: test.folder).path)
        #expect(left.isEmpty)
        try await test.end()
    }

    @Test(arguments: [
        OperatorRequest(association: "nowhere", role: "admin", name: "x"),
        OperatorRequest(association: "hama", role: "king", name: "x"),
    ])
    func requestThatNobodyCanFulfil_isNotAnswered(request: OperatorRequest) async throws {
        let test = try await TestStore.make()
        let answer = try await request.send(to: test.folder, pauses: 2, effects: test.world.effects) {
            await #expect(throws: Never.self) { try await test.store.runUpkeep() }
        }
        #expect(answer == nil)
        try await test.end()
    }
}
