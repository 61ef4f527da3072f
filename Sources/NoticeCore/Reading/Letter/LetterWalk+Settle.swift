import Foundation

extension LetterWalk {
    /// Gives what the labels of a block say to the events of that block, and puts ranges and repetitions together.
    mutating func settleScopes() {
        for index in drafts.indices {
            let scope = scopes[drafts[index].scope]
            if drafts[index].kind == .deadline, let audience = scope.audience, !scope.isOpenToOthers,
                drafts[index].grades.isEmpty
            {
                drafts[index].grades = audience.grades
            }
            guard drafts[index].isMain || drafts[index].isPart || isFirst(index) || isOfList(index, scope) else {
                continue
            }
            if drafts[index].kind == .deadline { continue }
            settleHours(index, scope)
            settleDetails(index, scope)
        }
        settleReserves()
        settleSubject()
        settleSteps()
        settleOrphanItems()
        joinMeetings()
        dropProgramHeads()
        joinRunningRanges()
        dropTimetables()
        mergeRepetitions()
        for index in drafts.indices { settleAudience(index) }
    }

    /// The first event of a bullet's own block.
    private func isFirst(_ index: Int) -> Bool {
        drafts[index].kind != .deadline
            && drafts.firstIndex { $0.scope == drafts[index].scope && $0.kind != .deadline } == index
            && !drafts.contains { $0.scope == drafts[index].scope && $0.isMain }
            && scopes[drafts[index].scope].day != nil
    }

    /// 「時間　9:00～10:30」 and 「会場　図工室」 over a list of days are for each of them.
    private func isOfList(_ index: Int, _ scope: LetterScope) -> Bool {
        scope.hours?.start != nil && !scope.hasMain && drafts[index].kind == .event && drafts[index].start == nil
            && drafts.count { $0.scope == drafts[index].scope && $0.kind == .event && $0.start == nil } >= 2
    }

    private mutating func settleHours(_ index: Int, _ scope: LetterScope) {
        guard !drafts[index].isPart else { return }
        if let hours = scope.hours {
            if drafts[index].isRange {
                if let start = hours.start {
                    drafts[index].notes.append(start.text + (hours.end.map { "～" + $0.text } ?? "～"))
                }
            } else {
                if drafts[index].start == nil, hours.start != nil {
                    drafts[index].start = hours.start
                    drafts[index].end = hours.end
                }
                drafts[index].reception = drafts[index].reception ?? hours.reception
            }
        }
        drafts[index].reception = drafts[index].reception ?? scope.reception
        settleMeeting(index, scope)
    }

    /// 集合 and 解散: the hours of a trip.
    private mutating func settleMeeting(_ index: Int, _ scope: LetterScope) {
        guard let gathering = scope.gathering?.time else {
            if let parting = scope.parting?.time, !drafts[index].isRange, drafts[index].start != nil {
                drafts[index].end = drafts[index].end ?? parting
            }
            return
        }
        if let day = scope.gathering?.day, day != drafts[index].first { return }
        if drafts[index].isRange {
            guard let parting = scope.parting?.time else { return }
            drafts[index].isContinuous = true
            drafts[index].start = gathering
            drafts[index].end = parting
            drafts[index].notes.removeAll()
        } else {
            drafts[index].start = gathering
            drafts[index].end = scope.parting?.time ?? drafts[index].end
        }
    }

    private mutating func settleDetails(_ index: Int, _ scope: LetterScope) {
        guard drafts[index].kind == .event else { return }
        // Beside the event itself, what else is on its day's program (授業参観 before the 総会) has its own place.
        let isBeside =
            drafts[index].isPart
            && drafts.contains {
                $0.isMain && $0.scope == drafts[index].scope && $0.start != nil && $0.first == drafts[index].first
            }
        if !isBeside {
            drafts[index].place = drafts[index].place ?? scope.place ?? scope.gathering?.place
            if drafts[index].items.isEmpty || drafts[index].isMain {
                drafts[index].items = scope.items + drafts[index].items.filter { !scope.items.contains($0) }
            }
        }
        drafts[index].rainDates += scope.rainDates.filter {
            !drafts[index].rainDates.contains($0) && $0 != drafts[index].first
        }
        if let audience = scope.audience {
            if drafts[index].grades.isEmpty { drafts[index].grades = audience.grades }
            if drafts[index].classes.isEmpty { drafts[index].classes = audience.classes }
            drafts[index].groups += audience.groups.filter { !drafts[index].groups.contains($0) }
        }
        drafts[index].notes += scope.notes
    }

    /// 「13日  体育祭予備日」 in a list is the rain date of the 体育祭.
    private mutating func settleReserves() {
        for index in drafts.indices where drafts[index].kind == .event {
            guard let tail = ["予備日", "(予備日)", "の予備日"].first(where: drafts[index].title.hasSuffix) else { continue }
            let name = drafts[index].title.dropLast(tail.count).trimmingCharacters(in: .whitespaces)
            guard name.count >= 2,
                let event = drafts.firstIndex(where: {
                    $0.kind == .event && $0.title.hasPrefix(name) && !$0.title.contains("予備日")
                })
            else { continue }
            addRain([drafts[index].first], to: event)
            drafts[index].kind = .information
        }
        drafts.removeAll { $0.kind == .information }
    }

    /// 「２ 時間 8時20分登校、15時10分下校」 in a letter whose event is named in its first sentence.
    private mutating func settleSubject() {
        guard let subject, matchingKey(of: drafts[subject].title) == facts.title.map(matchingKey),
            !drafts[subject].isRange,
            !drafts[subject].isPart, !drafts[subject].isMain
        else { return }
        for scope in scopes[..<1] {
            if drafts[subject].start == nil, let hours = scope.hours, hours.start != nil {
                (drafts[subject].start, drafts[subject].end) = (hours.start, hours.end)
            }
            drafts[subject].place = drafts[subject].place ?? scope.place
            if drafts[subject].items.isEmpty { drafts[subject].items = scope.items }
        }
    }

    /// 持ち物 under a heading of its own belongs to what the letter is about.
    private mutating func settleOrphanItems() {
        for (index, scope) in scopes.enumerated() where !drafts.contains(where: { $0.scope == index }) {
            if settleNamed(scope) || scope.items.isEmpty { continue }
            for draft in drafts.indices
            where (drafts[draft].isMain || drafts[draft].isPart) && drafts[draft].items.isEmpty
                && drafts[draft].kind == .event
            {
                drafts[draft].items = scope.items
            }
        }
    }

    /// Labels under 「社会見学のくわしい内容」 speak of the 社会見学 named elsewhere.
    private mutating func settleNamed(_ scope: LetterScope) -> Bool {
        guard let title = scope.title, title.count >= 2 else { return false }
        let named = drafts.indices.filter {
            drafts[$0].kind == .event && (title.contains(drafts[$0].title) || drafts[$0].title.contains(title))
        }
        for index in named {
            if drafts[index].items.isEmpty { drafts[index].items = scope.items }
            drafts[index].place = drafts[index].place ?? scope.place
            if drafts[index].start == nil, !drafts[index].isRange, let hours = scope.hours {
                (drafts[index].start, drafts[index].end) = (hours.start, hours.end)
            }
        }
        return !named.isEmpty
    }

    /// 「24日は7:50までに体育館へ集合、26日は15:40ごろ解散」 are the ends of the trip.
    private mutating func joinMeetings() {
        for index in drafts.indices where drafts[index].kind == .event && !drafts[index].isRange {
            let isGathering = ["集合", "出発"].contains { drafts[index].title.hasSuffix($0) }
            let isParting = ["解散", "帰着", "帰校", "到着", "解散の予定"].contains { drafts[index].title.hasSuffix($0) }
            guard isGathering || isParting, let time = drafts[index].start,
                let trip = drafts.firstIndex(where: {
                    $0.isRange && $0.kind == .event && (isGathering ? $0.first : $0.last) == drafts[index].first
                })
            else { continue }
            if isGathering { drafts[trip].start = time } else { drafts[trip].end = time }
            drafts[trip].isContinuous = drafts[trip].start != nil && drafts[trip].end != nil
            drafts[index].kind = .information
        }
        drafts.removeAll { $0.kind == .information }
    }

    /// A day whose program names its parts is told by the parts.
    private mutating func dropProgramHeads() {
        let withParts = Set(drafts.filter(\.isPart).map { "\($0.scope) \($0.first.daysSince1970)" })
        for head in drafts where head.isMain && !head.isRange {
            for index in drafts.indices
            where drafts[index].isPart && drafts[index].scope == head.scope && drafts[index].first == head.first {
                drafts[index].rainDates += head.rainDates.filter { !drafts[index].rainDates.contains($0) }
                if drafts[index].items.isEmpty { drafts[index].items = head.items }
            }
        }
        dropNamedByParts()
        drafts.removeAll {
            $0.isMain && !$0.isRange && $0.start == nil && withParts.contains("\($0.scope) \($0.first.daysSince1970)")
        }
    }

    /// 「土曜参観・引き渡し訓練」, whose hours a block below tells one by one.
    private mutating func dropNamedByParts() {
        let parts = drafts.indices.filter { drafts[$0].isPart }
        var told: Set<Int> = []
        for whole in drafts.indices
        where drafts[whole].kind == .event && !drafts[whole].isPart && drafts[whole].start == nil
            && !drafts[whole].isRange
        {
            let own = parts.filter {
                drafts[$0].first == drafts[whole].first && drafts[$0].title.count >= 3
                    && drafts[whole].title.contains(drafts[$0].title) && drafts[whole].title != drafts[$0].title
            }
            guard !own.isEmpty else { continue }
            for part in parts where drafts[part].first == drafts[whole].first {
                drafts[part].superseded = drafts[part].superseded ?? drafts[whole].superseded
                if drafts[whole].status != .confirmed { drafts[part].status = drafts[whole].status }
            }
            told.insert(whole)
        }
        drafts = drafts.indices.filter { !told.contains($0) }.map { drafts[$0] }
    }

    // MARK: - Ranges

    /// 22(水)～夏季休業 … ～30(日)夏季休業 is one closure.
    private mutating func joinRunningRanges() {
        for index in drafts.indices where drafts[index].isRunningOn && !drafts[index].isRange {
            let title = matchingKey(of: drafts[index].title)
            if let end = drafts.indices.first(where: {
                $0 > index && drafts[$0].isOnlyEnd && drafts[$0].first > drafts[index].first
                    && matchingKey(of: drafts[$0].title) == title
            }) {
                drafts[index].last = drafts[end].last
                drafts[end].kind = .information
            } else if drafts[index].kind == .closure {
                drafts[index].last = endOfHolidays(from: drafts[index])
            }
        }
        drafts.removeAll { $0.kind == .information }
        for index in drafts.indices
        where drafts[index].isOnlyEnd && drafts[index].kind == .closure && !drafts[index].isRange {
            let first =
                SchoolDay(year: drafts[index].last.year, month: drafts[index].last.month, day: 1) ?? facts.issued
            drafts[index].first = max(facts.issued, min(first, drafts[index].last))
        }
    }

    /// Until the day before school begins again, at the latest until the school year ends.
    private func endOfHolidays(from draft: LetterDraft) -> SchoolDay {
        let begins = drafts.filter {
            $0.first > draft.first
                && ($0.title.contains("始業式") || $0.title.contains("登校開始") || $0.title.contains("授業開始"))
        }.map(\.first).min()
        let yearEnd = draft.first.schoolYear.lastDay
        guard draft.title.contains("休業") || draft.title.contains("休み") else { return draft.first }
        if let begins, begins <= yearEnd.adding(days: 10) { return begins.adding(days: -1) }
        return draft.title.contains("年度末") || draft.title.contains("学年末") || draft.title.contains("春")
            ? yearEnd : draft.first
    }

    // MARK: - Rows that are no events, repetitions

    private static let subjects = Set("国数理社英音美体保技家道総学活外算図書生特・･／/、 :012345678９").union(["語", "会", "科", "術", "庭", "育"])

    /// A row of the timetable: 国・理・保体.
    private mutating func dropTimetables() {
        drafts.removeAll { draft in
            draft.title.count >= 2 && draft.kind == .event && draft.title.contains { "・／/、".contains($0) }
                && draft.title.allSatisfy { Self.subjects.contains($0) }
        }
    }

    /// One event that is named twice is one event; what the second mention adds is kept.
    private mutating func mergeRepetitions() {
        var kept: [LetterDraft] = []
        for draft in drafts {
            if let index = kept.firstIndex(where: { Self.isSame($0, draft) }) {
                if kept[index].start == nil { (kept[index].start, kept[index].end) = (draft.start, draft.end) }
                kept[index].place = kept[index].place ?? draft.place
                kept[index].rainDates += draft.rainDates.filter { !kept[index].rainDates.contains($0) }
                if kept[index].items.isEmpty { kept[index].items = draft.items }
                if draft.status == .cancelled || draft.status == .rescheduled { kept[index].status = draft.status }
                if kept[index].superseded == nil { kept[index].superseded = draft.superseded }
            } else {
                kept.append(draft)
            }
        }
        drafts = kept
    }

    private static func isSame(_ one: LetterDraft, _ other: LetterDraft) -> Bool {
        guard one.kind == other.kind, one.grades.isEmpty || other.grades.isEmpty || one.grades == other.grades,
            one.classes == other.classes
        else { return false }
        let isWithin = one.first <= other.first && other.last <= one.last
        guard isWithin, one.first == other.first || one.isRange && one.kind == .closure else { return false }
        if let start = one.start, let second = other.start, start != second { return false }
        let (a, b) = (matchingKey(of: one.title), matchingKey(of: other.title))
        return a.contains(b) || b.contains(a)
    }

    // MARK: - Audience

    /// Who is not named inherits the letter's own audience; from 1 April it is the grade above (SCHEMA, "grades").
    private mutating func settleAudience(_ index: Int) {
        let isNextYear = drafts[index].first.schoolYear > facts.issued.schoolYear
        // 新7年生 before 1 April are still the grade below.
        if drafts[index].isNewGrade, !isNextYear, facts.issued.month <= 3 || facts.issued.month == 12 {
            drafts[index].grades = Set(drafts[index].grades.map { max(context.grades.lowerBound, $0 - 1) })
        }
        if drafts[index].grades.isEmpty, drafts[index].isEverybody || facts.grades.isEmpty {
            drafts[index].grades = Set(context.grades)
        }
        guard drafts[index].grades.isEmpty else { return }
        // Something for the other school of a joint letter.
        if drafts[index].groups.contains(where: { $0.hasPrefix("elementary:") }) { return }
        if isNextYear, drafts[index].title.contains("入学式"), !drafts[index].title.contains("始業式"),
            !drafts[index].title.contains("準備")
        {
            drafts[index].grades = [context.grades.lowerBound]
            return
        }
        if isNextYear, facts.isForSome, !facts.isForNewcomers {
            drafts[index].grades = Set(facts.grades.map { $0 + 1 }.filter(context.grades.contains))
            if drafts[index].grades.isEmpty { drafts[index].grades = facts.grades }
            return
        }
        drafts[index].grades = facts.grades
        if drafts[index].classes.isEmpty { drafts[index].classes = facts.classes }
    }
}
