import Foundation
import Testing

/// The inputs that the fuzzer found interesting, run again.
@Suite struct FuzzCorpusTests {
    @Test func savedCorpus_holds() throws {
        let folder = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appendingPathComponent("Fuzz/Corpus")
        let files = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
        for file in files {
            let bytes = [UInt8](try Data(contentsOf: folder.appendingPathComponent(file)))
            #expect(Exercise.failure(bytes) == nil, "\(file)")
        }
        #expect(files.count > 20)
        print("fuzz corpus: ran \(files.count) inputs")
    }
}
