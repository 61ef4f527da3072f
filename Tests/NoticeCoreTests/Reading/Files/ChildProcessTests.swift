import Foundation
import Synchronization
import Testing

@testable import NoticeCore

/// Scripts stand in for the tools, so that each limit meets a child that runs into it.
@Suite struct ChildProcessTests {
    /// Folders with a stand-in for `pdfinfo`, before the machine's own programs.
    private func tools(_ script: String, in folder: JobFolder, isSandboxed: Bool) throws -> FileTools {
        let path = folder.file("pdfinfo")
        try folder.write("#!/bin/sh\n\(script)\n", as: "pdfinfo")
        try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: path)
        return FileTools(folders: [folder.path, "/usr/bin", "/bin"], isSandboxed: isSandboxed)
    }

    private func output(
        of script: String, limits: ChildLimits = ChildLimits(), isSandboxed: Bool = false
    ) async throws -> String {
        try await JobFolder.with { programs in
            let tools = try tools(script, in: programs, isSandboxed: isSandboxed)
            return try await JobFolder.with { folder in
                let process = ChildProcess(tools: tools, folder: folder)
                return String(decoding: try await process.output(of: .pdfinfo, [], limits: limits), as: UTF8.self)
            }
        }
    }

    private func limits(_ change: (inout ChildLimits) -> Void) -> ChildLimits {
        var limits = ChildLimits()
        change(&limits)
        return limits
    }

    /// Whether any process of this machine was started with an argument.
    private func isRunning(_ argument: String) throws -> Bool {
        try FileManager.default.contentsOfDirectory(atPath: "/proc").contains { number in
            guard Int(number) != nil, let words = FileManager.default.contents(atPath: "/proc/\(number)/cmdline") else {
                return false
            }
            return words.split(separator: 0).contains { String(decoding: $0, as: UTF8.self) == argument }
        }
    }

    /// The kernel ends the rest of a sandbox behind its first process: that one is waited for, the others die a moment later.
    private func isGone(_ argument: String) async throws -> Bool {
        let clock = ContinuousClock()
        let deadline = clock.now + .seconds(5)
        while try isRunning(argument) {
            guard clock.now < deadline else { return false }
            await Task.yield()
        }
        return true
    }

    @Test func output_isWhatTheToolWrites() async throws {
        #expect(try await output(of: "echo 令和8年; echo secret >&2") == "令和8年\n")
    }

    @Test func environment_isNothingOfOurs() async throws {
        // A shell adds these by itself.
        let own: Set<Substring> = ["PWD", "SHLVL", "_", "OLDPWD"]
        for _ in 0..<20 {
            let lines = try await output(of: "env").split(separator: "\n").filter { line in
                !own.contains(line.prefix { $0 != "=" })
            }
            #expect(lines.count == 7)
            #expect(
                Set(lines).isSuperset(of: [
                    "LC_ALL=C.UTF-8", "OMP_THREAD_LIMIT=1", "VIPS_CONCURRENCY=1", "MALLOC_ARENA_MAX=1",
                ]))
            let names = lines.map { $0.prefix { $0 != "=" } }
            #expect(Set(names).isSuperset(of: ["PATH", "HOME", "TMPDIR"]))
            #expect(
                lines.filter { $0.hasPrefix("HOME=") || $0.hasPrefix("TMPDIR=") }.allSatisfy {
                    $0.contains("/otayori-")
                })
        }
    }

    @Test func failure_saysHowItEndedAndNothingElse() async throws {
        await #expect(throws: ChildFailure.exited(status: 3)) { try await output(of: "echo secret; exit 3") }
        await #expect(throws: ChildFailure.killed) { try await output(of: "kill -SEGV $$") }
    }

    @Test(.timeLimit(.minutes(1))) func time_isUpForTheWholeGroup() async throws {
        let limits = limits { $0.time = .milliseconds(300) }
        await #expect(throws: ChildFailure.timedOut) {
            try await output(of: "sleep 3671.25 & sleep 3671.25", limits: limits)
        }
        #expect(try await isGone("3671.25"))
    }

    @Test(.timeLimit(.minutes(1))) func cancelledJob_leavesNoProcessAndNoFolder() async throws {
        let folders = Mutex<[String]>([])
        let job = Task {
            try await JobFolder.with { programs in
                let tools = try tools("sleep 3672.25 & sleep 3672.25", in: programs, isSandboxed: false)
                folders.withLock { $0.append(programs.path) }
                return try await ChildProcess(tools: tools, folder: programs).output(of: .pdfinfo, [])
            }
        }
        while try !isRunning("3672.25") { await Task.yield() }
        job.cancel()
        await #expect(throws: (any Error).self) { try await job.value }
        #expect(try await isGone("3672.25"))
        #expect(folders.withLock { $0.allSatisfy { !FileManager.default.fileExists(atPath: $0) } })
    }

    @Test func output_isCapped() async throws {
        let limits = limits { $0.fileSize = 64 << 10 }
        await #expect(throws: ChildFailure.tooMuchOutput) {
            try await output(of: "exec head -c 1000000 /dev/zero", limits: limits)
        }
    }

    @Test func memory_isLimited() async throws {
        let limits = limits { $0.memory = 64 << 20 }
        let script = "head -c 200000000 /dev/zero | tail -c 150000000 | wc -c"
        #expect(try await output(of: script).contains("150000000"))
        #expect(try await output(of: script, limits: limits).contains("150000000") == false)
    }

    @Test func processorTime_isLimited() async throws {
        let limits = limits { $0.processorSeconds = 1 }
        await #expect(throws: ChildFailure.killed) { try await output(of: "while :; do :; done", limits: limits) }
    }

    @Test func sandbox_hasNoNetworkAndNoNeighbours() async throws {
        let prepared = try await FileTools.prepared(searchPath: nil, protection: .sandboxWherePossible)
        try #require(prepared.isSandboxed, "this machine refuses unshare")
        let devices = try await output(of: "cat /proc/net/dev", isSandboxed: true)
        #expect(!devices.contains("eth") && devices.contains("lo:"))
        #expect(try await output(of: "echo $$", isSandboxed: true) == "1\n")
    }

    @Test(.timeLimit(.minutes(1))) func sandbox_diesWhenTimeIsUp() async throws {
        let limits = limits { $0.time = .milliseconds(500) }
        await #expect(throws: ChildFailure.timedOut) {
            try await output(of: "setsid sleep 3673.25 & sleep 3673.25", limits: limits, isSandboxed: true)
        }
        #expect(try await isGone("3673.25"))
    }

    @Test func missingTool_isNamedWithItsPackage() async throws {
        let tools = FileTools(folders: ["/nowhere"], isSandboxed: false)
        #expect(await Set(tools.lacking()).isSuperset(of: ReadingTool.allCases))
        #expect(throws: NoticeError.missingTool(.tesseract)) { try tools.path(of: .tesseract) }
        await #expect(throws: NoticeError.missingTool(.prlimit)) {
            try await FileTools.prepared(searchPath: "/nowhere", protection: .sandbox)
        }
        let packages = ReadingTool.packages(of: [.pdfinfo, .tesseract, .pdftotext])
        #expect(packages.hasPrefix("poppler-utils poppler-data tesseract-ocr "))
        #expect(packages.split(separator: " ").count { $0 == "poppler-data" } == 1)
    }

    @Test func machine_thatRefusesTheSandbox_refusesOtherPeoplesFiles() async throws {
        try await JobFolder.with { folder in
            for tool in ["unshare", "prlimit"] {
                let body = tool == "unshare" ? "exit 1" : "exec /usr/bin/prlimit \"$@\""
                try folder.write("#!/bin/sh\n\(body)\n", as: tool)
                try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: folder.file(tool))
            }
            await #expect(throws: NoticeError.unprotected) {
                try await FileTools.prepared(searchPath: folder.path, protection: .sandbox)
            }
            let own = try await FileTools.prepared(searchPath: folder.path, protection: .sandboxWherePossible)
            #expect(!own.isSandboxed)
        }
    }
}
