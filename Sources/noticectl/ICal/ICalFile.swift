import ArgumentParser
import Foundation
import ICalKit

/// The file that an `ical` command reads, and how it fails.
struct ICalFile: ParsableArguments {
    @Argument(help: ArgumentHelp(Strings[.iCalFile]))
    var file: String

    @Option(
        name: .customLong("limit"),
        help: ArgumentHelp(Strings[.iCalLimit, ["names": ICalFile.limitNames.joined(separator: ", ")]]))
    var limitOptions: [String] = []

    static let limitNames = [
        "bytes", "line", "depth", "components", "properties", "values", "rules", "instances", "work",
    ]

    func validate() throws { _ = try limits }

    var limits: ReadingLimits {
        get throws {
            var limits = ReadingLimits()
            for option in limitOptions {
                let parts = option.split(separator: "=", maxSplits: 1)
                guard parts.count == 2, let number = Int(parts[1]), number > 0 else {
                    throw ValidationError("--limit NAME=N: \(option)")
                }
                switch parts[0] {
                case "bytes": limits.bytes = number
                case "line": limits.lineBytes = number
                case "depth": limits.depth = number
                case "components": limits.components = number
                case "properties": limits.properties = number
                case "values": limits.values = number
                case "rules": limits.rules = number
                case "instances": limits.instances = number
                case "work": limits.work = number
                default:
                    throw ValidationError("--limit: \(Self.limitNames.joined(separator: ", "))")
                }
            }
            return limits
        }
    }

    /// Reads the calendar.
    ///
    /// - Throws: ``LocalFailure`` in the reader's language.
    func read(isStrict: Bool = false) throws -> Reading {
        let reader = CalendarReader(limits: try limits, isStrict: isStrict)
        let bytes = try bytes()
        do throws(ReadingError) {
            return try reader.read(bytes)
        } catch {
            throw CalendarWords.failure(file, error)
        }
    }

    private func bytes() throws -> [UInt8] {
        let most = try limits.bytes
        guard file == "-" || access(file, F_OK) == 0 else { throw LocalFailure.fileNotFound(file) }
        do {
            let handle = file == "-" ? .standardInput : try FileHandle(forReadingFrom: URL(fileURLWithPath: file))
            // One byte more than allowed is enough to be refused.
            return [UInt8](try handle.read(upToCount: most + 1) ?? Data())
        } catch {
            throw LocalFailure.fileUnreadable(file)
        }
    }
}
