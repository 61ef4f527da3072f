import Foundation
import ICalKit

extension NoticeStore {
    /// Looks at what the service depends on and says what to do about what is wrong.
    public func doctor(for officer: Officer, language: Language) async throws -> DoctorBody {
        try officer.require([.admin])
        let words = DoctorWords(language: language)
        let checks =
            [clockCheck(words), timeZoneCheck(words), diskCheck(words), permissionCheck(words), baseURLCheck(words)]
            + (await engineChecks(words)) + [await readingCheck(words)]
        return DoctorBody(healthy: checks.allSatisfy { $0.result != "failed" }, checks: checks)
    }

    private static func check(
        _ name: String, _ isGood: Bool, _ message: String, otherwise result: String = "failed"
    ) -> DoctorCheckBody {
        DoctorCheckBody(name: name, result: isGood ? "ok" : result, message: message)
    }

    private func clockCheck(_ words: DoctorWords) -> DoctorCheckBody {
        let now = effects.now()
        // Nothing of this product is older than its first year; a machine without a battery starts in 1970.
        let isPlausible = now.day.year >= 2026
        return Self.check("clock", isPlausible, isPlausible ? now.text : "\(now.text) \(words.setClock)")
    }

    private func timeZoneCheck(_ words: DoctorWords) -> DoctorCheckBody {
        let isThere = (try? Self.tokyo()) != nil
        return Self.check("time_zone_data", isThere, isThere ? "Asia/Tokyo" : words.installTimeZones)
    }

    private func diskCheck(_ words: DoctorWords) -> DoctorCheckBody {
        let attributes = try? FileManager.default.attributesOfFileSystem(forPath: folder.path)
        let free = (attributes?[.systemFreeSize] as? NSNumber)?.int64Value ?? 0
        let megabytes = Int(free / 1_048_576)
        return Self.check(
            "disk", megabytes >= 200, words.free(megabytes, isEnough: megabytes >= 200),
            otherwise: megabytes == 0 ? "failed" : "warning"
        )
    }

    private func permissionCheck(_ words: DoctorWords) -> DoctorCheckBody {
        let open = ["", "notice.sqlite", "first-steps.json"].filter { name in
            let path = name.isEmpty ? folder.path : folder.appendingPathComponent(name).path
            var status = stat()
            return stat(path, &status) == 0 && status.st_mode & 0o077 != 0
        }
        let names = open.map { $0.isEmpty ? "NOTICE_DATA" : $0 }
        return Self.check("permissions", open.isEmpty, open.isEmpty ? words.onlyOwnerReads : words.othersRead(names))
    }

    private func baseURLCheck(_ words: DoctorWords) -> DoctorCheckBody {
        let isSafe = baseURL.hasPrefix("https://")
        return Self.check(
            "base_url", isSafe, isSafe ? baseURL : "\(baseURL) \(words.plainHTTP)", otherwise: "warning"
        )
    }

    private func engineChecks(_ words: DoctorWords) async -> [DoctorCheckBody] {
        guard let found = try? await engine.diagnosis() else {
            return [Self.check("sqlite_version", false, words.noAnswer)]
        }
        let version = "\(found.name) \(found.version)"
        return [
            Self.check(
                "sqlite_version", found.defect == nil,
                found.defect.map { "\(version) \(words.harmless($0))" } ?? version, otherwise: "warning"
            ),
            Self.check("sync_mode", found.isDurable, found.isDurable ? words.durable : words.notDurable),
        ]
    }

    /// Whether letters can be read: nothing else fails without it.
    private func readingCheck(_ words: DoctorWords) async -> DoctorCheckBody {
        let path = ProcessInfo.processInfo.environment["PATH"]
        do {
            let tools = try await FileTools.prepared(searchPath: path, protection: .sandbox)
            let lacking = await tools.lacking()
            return Self.check(
                "reading_tools", lacking.isEmpty, lacking.isEmpty ? words.readsLetters : words.install(lacking),
                otherwise: "warning"
            )
        } catch NoticeError.missingTool(let tool) {
            return Self.check("reading_tools", false, words.install([tool]), otherwise: "warning")
        } catch {
            return Self.check("reading_tools", false, words.noSandbox, otherwise: "warning")
        }
    }
}
