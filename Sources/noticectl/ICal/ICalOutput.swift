import Foundation

/// JSON and bytes on standard output.
enum ICalOutput {
    static func json(_ value: some Encodable) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        write(try encoder.encode(value))
        write(Data("\n".utf8))
    }

    static func write(_ data: Data) { FileHandle.standardOutput.write(data) }
}
