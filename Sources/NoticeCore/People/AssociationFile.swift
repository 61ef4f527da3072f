import Foundation

/// Reads an association's folder (`Documentation/association-folder.md`).
enum AssociationFile {
    static func load(folder: URL, name: String) throws(ConfigurationFault) -> Association {
        guard let id = Association.ID(name) else {
            throw ConfigurationFault(
                "\(folder.path): rename this folder to a–z, 0–9 and hyphens; it is the association's ID")
        }
        let keys = try SettingsFile(folder.appendingPathComponent("association.yaml"))
        try keys.allow("name", "short_name", "two_person", "republish", "week_starts", "slip_days", "holidays")
        return Association(
            id: id,
            name: try keys.localized("name"),
            shortName: try keys.text("short_name"),
            twoPersonRule: try keys.word("two_person", default: TwoPersonRule.flagged),
            republish: try republish(keys),
            weekStart: try keys.word("week_starts", default: WeekStart.sunday),
            slipDays: try keys.number("slip_days", in: 1...365, default: 30),
            holidays: try holidays(keys),
            schools: try schools(in: folder.appendingPathComponent("schools"))
        )
    }

    private static func republish(_ keys: SettingsFile) throws(ConfigurationFault) -> [NoticeSource: RepublishSetting] {
        guard let map = try keys.map("republish") else { return [:] }
        try map.allow("school", "association")
        var settings: [NoticeSource: RepublishSetting] = [:]
        for source in NoticeSource.allCases {
            guard let entry = try map.map(source.rawValue) else { continue }
            try entry.allow("level", "agreed")
            let fallback: RepublishLevel = source == .school ? .dates : .text
            let level = try entry.word("level", default: fallback)
            let agreed = try entry.day("agreed")
            if source == .school, level != .dates, agreed == nil {
                throw entry.fault("agreed", "say on which day the school agreed, as YYYY-MM-DD")
            }
            settings[source] = RepublishSetting(level: level, agreed: agreed)
        }
        return settings
    }

    private static func holidays(_ keys: SettingsFile) throws(ConfigurationFault) -> Holidays {
        guard let map = try keys.map("holidays") else { return Holidays() }
        try map.allow("add", "remove")
        var added: [SchoolDay: String] = [:]
        for (key, name) in try map.map("add")?.texts() ?? [:] {
            guard let day = SchoolDay(key) else { throw map.fault("add", "“\(key)” is not a day YYYY-MM-DD") }
            added[day] = name
        }
        var removed: Set<SchoolDay> = []
        for text in try map.list("remove") {
            guard let day = SchoolDay(text) else { throw map.fault("remove", "“\(text)” is not a day YYYY-MM-DD") }
            removed.insert(day)
        }
        return Holidays(added: added, removed: removed)
    }

    private static func schools(in folder: URL) throws(ConfigurationFault) -> [School] {
        var schools: [School] = []
        for name in try AssociationRegister.listing(of: folder).sorted() where name.hasSuffix(".yaml") {
            let file = folder.appendingPathComponent(name)
            guard let id = School.ID(String(name.dropLast(5))) else {
                throw ConfigurationFault(
                    "\(file.path): rename this file to a–z, 0–9 and hyphens; it is the school's ID")
            }
            schools.append(try school(id, SettingsFile(file)))
        }
        guard !schools.isEmpty else {
            throw ConfigurationFault("\(folder.path): no school found; add one as <school>.yaml")
        }
        return schools
    }

    private static func school(_ id: School.ID, _ keys: SettingsFile) throws(ConfigurationFault) -> School {
        try keys.allow("name", "stage", "label", "classes", "group_names")
        guard let stage = try Stage(rawValue: keys.text("stage")) else {
            throw keys.fault("stage", "use elementary, junior_high or compulsory")
        }
        var classes: [Int: [Int]] = [:]
        if let map = try keys.map("classes") {
            for key in map.keys {
                guard let grade = Int(key), stage.grades.contains(grade) else {
                    throw keys.fault("classes", "the school has no grade “\(key)”")
                }
                classes[grade] = try map.countOrList(key)
            }
        }
        return School(
            id: id, name: try keys.localized("name"), stage: stage,
            label: try keys.text("label", default: stage.label), classes: classes,
            groupNames: try keys.map("group_names")?.texts() ?? [:]
        )
    }
}
