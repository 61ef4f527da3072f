import Foundation
import ICalKit

extension NoticeStore {
    /// Looks at what the service depends on and says what to do about what is wrong.
    public func doctor() async -> DoctorBody {
        let checks = [clockCheck, timeZoneCheck, diskCheck, permissionCheck, baseURLCheck] + (await engineChecks())
        return DoctorBody(healthy: checks.allSatisfy { $0.result != "failed" }, checks: checks)
    }

    public func doctor(for officer: Officer) async throws -> DoctorBody {
        try officer.require([.admin])
        return await doctor()
    }

    private static func check(_ name: String, _ isGood: Bool, _ message: String, otherwise result: String = "failed")
        -> DoctorCheckBody
    {
        DoctorCheckBody(name: name, result: isGood ? "ok" : result, message: message)
    }

    private var clockCheck: DoctorCheckBody {
        let now = effects.now()
        // Nothing of this product is older than its first year; a machine without a battery starts in 1970.
        let isPlausible = now.day.year >= 2026
        return Self.check("clock", isPlausible, "\(now.text)" + (isPlausible ? "" : ": set the clock (timedatectl)"))
    }

    private var timeZoneCheck: DoctorCheckBody {
        let isThere = (try? Self.tokyo()) != nil
        return Self.check("time_zone_data", isThere, isThere ? "Asia/Tokyo" : "install Debian's tzdata")
    }

    private var diskCheck: DoctorCheckBody {
        let attributes = try? FileManager.default.attributesOfFileSystem(forPath: folder.path)
        let free = (attributes?[.systemFreeSize] as? NSNumber)?.int64Value ?? 0
        let megabytes = free / 1_048_576
        return Self.check(
            "disk", megabytes >= 200,
            "\(megabytes) MB free" + (megabytes >= 200 ? "" : ": make room, writing stops at 0"),
            otherwise: megabytes == 0 ? "failed" : "warning"
        )
    }

    private var permissionCheck: DoctorCheckBody {
        let names = ["", "notice.sqlite", "first-steps.json"]
        let open = names.filter { name in
            let path = name.isEmpty ? folder.path : folder.appendingPathComponent(name).path
            var status = stat()
            return stat(path, &status) == 0 && status.st_mode & 0o077 != 0
        }
        let files = open.map { $0.isEmpty ? "the data folder" : $0 }.joined(separator: ", ")
        return Self.check(
            "permissions", open.isEmpty,
            open.isEmpty ? "only this user can read the data" : "others can read \(files): chmod go-rwx"
        )
    }

    private var baseURLCheck: DoctorCheckBody {
        let isSafe = baseURL.hasPrefix("https://")
        return Self.check(
            "base_url", isSafe, isSafe ? baseURL : "\(baseURL): plain http is for trying out on this machine only",
            otherwise: "warning"
        )
    }

    private func engineChecks() async -> [DoctorCheckBody] {
        guard let found = try? await engine.diagnosis() else {
            return [Self.check("sqlite_version", false, "the database does not answer; see the server's log")]
        }
        let defect = found.defect.map { " (\($0) defect: kept harmless by one writing connection)" } ?? ""
        return [
            Self.check(
                "sqlite_version", found.defect == nil, "\(found.name) \(found.version)\(defect)", otherwise: "warning"
            ),
            Self.check(
                "sync_mode", found.isDurable,
                found.isDurable ? "every answer waits for the disk" : "the disk is not waited for"
            ),
        ]
    }
}
