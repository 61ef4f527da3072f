import Glibc
import ICalKit

/// `generate FOLDER`, or `parse|write|rules|window|idle FILE [ROUNDS]`: one line a round, the same numbers as the C driver.
///
/// Like the library without Foundation, whose code alone would be a third of the resident memory.
@main struct ICalBenchmark {
    static func main() throws {
        let arguments = CommandLine.arguments
        guard arguments.count >= 3 else { exit(64) }
        if arguments[1] == "generate" { return try generate(into: arguments[2]) }
        let bytes = contents(of: arguments[2])
        let rounds = arguments.count > 3 ? Int(arguments[3]) ?? 1 : 1
        for _ in 0..<rounds { print(try round(arguments[1], bytes)) }
    }

    private static func generate(into folder: String) throws {
        var corpus = Corpus(seed: 2_026)
        let calendar = try corpus.calendar(events: 10_000)
        write(calendar, to: "\(folder)/corpus.ics")
        write(try corpus.rules(count: 1_000), to: "\(folder)/rules.txt")
        print("corpus.ics \(calendar.count) bytes")
    }

    private static func write(_ bytes: [UInt8], to path: String) {
        guard let file = fopen(path, "wb") else { exit(73) }
        guard fwrite(bytes, 1, bytes.count, file) == bytes.count, fclose(file) == 0 else { exit(73) }
    }

    private static func contents(of path: String) -> [UInt8] {
        guard let file = fopen(path, "rb") else { exit(66) }
        defer { fclose(file) }
        fseek(file, 0, SEEK_END)
        let size = ftell(file)
        rewind(file)
        let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
            count = fread(buffer.baseAddress, 1, size, file)
        }
        guard bytes.count == size else { exit(66) }
        return bytes
    }

    private static func round(_ work: String, _ bytes: [UInt8]) throws -> String {
        var result = ""
        let took: Double
        switch work {
        case "parse":
            // The document outlives the measurement, as it does in the C driver.
            var document: CalendarDocument?
            took = try seconds {
                let parsed = try CalendarReader().read(bytes).document
                result = totals(parsed)
                document = parsed
            }
            withExtendedLifetime(document) {}
        case "rules":
            took = try seconds { result = try rules(bytes) }
        case "idle":
            took = 0
        case "write":
            let document = try CalendarReader().read(bytes).document
            took = seconds { result = "bytes=\(document.bytes.count)" }
        default:
            let document = try CalendarReader().read(bytes).document
            took = try seconds { result = try window(document) }
        }
        return "\(result) seconds=\(Self.fourPlaces(took)) resident_kib=\(resident())"
    }

    private static func fourPlaces(_ seconds: Double) -> String {
        let parts = Int((seconds * 10_000).rounded())
        return "\(parts / 10_000).\(String(parts % 10_000 + 10_000).dropFirst())"
    }

    /// Seconds of processor time: others may be busy on the machine.
    private static func seconds(_ work: () throws -> Void) rethrows -> Double {
        let start = processorTime()
        try work()
        return processorTime() - start
    }

    private static func processorTime() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }

    private static func totals(_ document: CalendarDocument) -> String {
        var totals = Totals()
        for component in document.components { totals.visit(component) }
        return "components=\(totals.components) properties=\(totals.properties) parameters=\(totals.parameters) "
            + "rules=\(totals.rules) sum=\(Checksum.text(totals.sum.value))"
    }

    private static func rules(_ bytes: [UInt8]) throws -> String {
        guard let tokyo = TimeZoneDatabase().rules("Asia/Tokyo") else { exit(69) }
        var instances = 0
        var sum = Checksum()
        for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n") {
            let parts = line.split(separator: " ")
            guard let start = CalendarTime(String(parts[0]), timeZone: "Asia/Tokyo") else { exit(65) }
            let set = RecurrenceSet(
                start: start, zone: tokyo, rules: [try RecurrenceRule(String(parts[1]))], includesStart: false)
            for instance in set.instances().prefix(1_000) {
                instances += 1
                sum.mix(instance.local)
                sum.add(instance.moment)
            }
        }
        return "instances=\(instances) sum=\(Checksum.text(sum.value))"
    }

    private static func window(_ document: CalendarDocument) throws -> String {
        guard let from = CalendarDate(year: 2_026, month: 4, day: 1),
            let to = CalendarDate(year: 2_028, month: 4, day: 1)
        else { exit(70) }
        let occurrences = try CalendarExpansion(document).occurrences(from: from, to: to)
        var sum: UInt64 = 0
        for occurrence in occurrences {
            sum &+= UInt64(bitPattern: occurrence.startMoment) &* 3 &+ UInt64(bitPattern: occurrence.endMoment)
        }
        return "occurrences=\(occurrences.count) sum=\(Checksum.text(sum))"
    }

    private static func resident() -> Int {
        var usage = rusage()
        getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
        return usage.ru_maxrss
    }
}
