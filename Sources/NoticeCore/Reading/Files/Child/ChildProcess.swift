import Foundation
import Subprocess
import SystemPackage

/// Runs the tools of one job.
///
/// Input and output are files of the job's folder rather than pipes: the kernel then holds the output to its limit, and a child
/// that is killed leaves nothing half read.
struct ChildProcess: Sendable {
    let tools: FileTools
    let folder: JobFolder

    /// Runs a tool to its end and returns what it wrote.
    ///
    /// - Parameters:
    ///   - input: A file of the folder that becomes its standard input.
    ///   - settings: More of its environment.
    /// - Throws: ``NoticeError/missingTool(_:)``, ``ChildFailure``, or `CancellationError`.
    func output(
        of tool: ReadingTool, _ arguments: [String], input: String? = nil, settings: [String: String] = [:],
        limits: ChildLimits = ChildLimits()
    ) async throws -> [UInt8] {
        try await run(tool, arguments, input: input, output: "output", settings: settings, limits: limits)
        defer { folder.delete("output") }
        return try folder.contents(of: "output")
    }

    /// Runs a tool to its end; what it wrote is in the file `output` of the folder.
    func run(
        _ tool: ReadingTool, _ arguments: [String], input: String? = nil, output: String,
        settings: [String: String] = [:], limits: ChildLimits = ChildLimits()
    ) async throws {
        let command = try tools.command(tool, arguments, limits: limits)
        let ending = try await Self.limited(to: limits.time) {
            try await status(of: command, input: input, output: output, settings: settings)
        }
        try Task.checkCancellation()
        guard let ending else { throw ChildFailure.timedOut }
        guard folder.size(of: output) < limits.fileSize else { throw ChildFailure.tooMuchOutput }
        switch ending {
        case .exited(0): return
        case .exited(let code): throw ChildFailure.exited(status: code)
        case .signaled: throw ChildFailure.killed
        }
    }

    private func status(
        of command: [String], input: String?, output: String, settings: [String: String]
    ) async throws -> TerminationStatus {
        let source = try FileDescriptor.open(input.map(folder.file) ?? "/dev/null", .readOnly)
        defer { Self.close(source) }
        let sink = try FileDescriptor.open(
            folder.file(output), .writeOnly, options: [.create, .truncate], permissions: .ownerReadWrite)
        defer { Self.close(sink) }
        return try await Subprocess.run(
            .path(FilePath(command[0])), arguments: Arguments(Array(command.dropFirst())),
            environment: environment(settings), workingDirectory: FilePath(folder.path), platformOptions: Self.group,
            input: .fileDescriptor(source, closeAfterSpawningProcess: false),
            output: .fileDescriptor(sink, closeAfterSpawningProcess: false), error: .discarded
        ).terminationStatus
    }

    /// A process group of its own, killed as one when time is up or the job is cancelled.
    private static var group: PlatformOptions {
        var options = PlatformOptions()
        options.processGroupID = 0
        options.teardownSequence = [
            .send(signal: .kill, toProcessGroup: true, allowedDurationToNextStep: .seconds(1))
        ]
        return options
    }

    /// Nothing of ours reaches a child but where programs are, the language of the bytes, and its folder.
    private func environment(_ settings: [String: String]) -> Subprocess.Environment {
        var values = [
            "PATH": tools.folders.joined(separator: ":"), "LC_ALL": "C.UTF-8",
            "HOME": folder.path, "TMPDIR": folder.path,
            // One thread each: the limits count all of them, and pages are what runs beside each other.
            "OMP_THREAD_LIMIT": "1", "VIPS_CONCURRENCY": "1",
            // glibc otherwise reserves 64 MB of address space for every thread.
            "MALLOC_ARENA_MAX": "1",
        ]
        values.merge(settings) { $1 }
        // Taken as C strings: without its NUL an entry would run on into whatever lies behind it.
        return .custom(values.map { name, value in Array("\(name)=\(value)".utf8) + [0] })
    }

    /// - Returns: `nil` when the time is up; by then the work has been cancelled and has ended.
    private static func limited<Result: Sendable>(
        to time: Duration, _ work: @escaping @Sendable () async throws -> Result
    ) async throws -> Result? {
        try await withThrowingTaskGroup(of: Result?.self) { group in
            group.addTask { try await work() }
            group.addTask {
                try await Task.sleep(for: time)
                return nil
            }
            defer { group.cancelAll() }
            return try await group.next() ?? nil
        }
    }

    private static func close(_ file: FileDescriptor) {
        // The child has its own copy; nothing of ours is lost when closing fails.
        _ = try? file.close()
    }
}
