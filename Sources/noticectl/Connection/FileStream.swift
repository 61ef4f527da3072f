import Foundation
import NIOCore

/// A file read piece by piece while it is sent, so that its size never matters to memory.
struct FileStream: AsyncSequence, Sendable {
    let path: String
    let progress: Progress?

    struct Iterator: AsyncIteratorProtocol {
        let path: String
        let progress: Progress?
        var handle: FileHandle?
        var sent: Int64 = 0

        mutating func next() async throws -> ByteBuffer? {
            do {
                let open = try handle ?? FileHandle(forReadingFrom: URL(fileURLWithPath: path))
                handle = open
                guard let piece = try open.read(upToCount: 64 << 10), !piece.isEmpty else { return nil }
                progress?.update(sent + Int64(piece.count), before: sent)
                sent += Int64(piece.count)
                return ByteBuffer(bytes: piece)
            } catch {
                throw LocalFailure.fileUnreadable(path)
            }
        }
    }

    func makeAsyncIterator() -> Iterator { Iterator(path: path, progress: progress) }
}
