extension LetterWalk {
    /// Takes what one sentence gave: drafts, and what it says of the drafts before it.
    mutating func take(_ reader: SentenceReader) {
        resolver = reader.resolver
        former = reader.former
        mismatches += reader.mismatches
        contingencies += reader.contingencies
        moves += reader.moves
        for (index, days) in reader.rain { addRain(days, to: index) }
        // What is asked for below the rows of a table is for all of them.
        let isForParts = drafts.last?.isPart == true && reader.line.bullet == .remark
        let target = drafts.indices.last { $0 >= itemStart && drafts[$0].kind != .deadline } ?? drafts.count - 1
        for index in drafts.indices where index == target || isForParts && drafts[index].isPart {
            drafts[index].items += reader.moreItems.filter { !drafts[index].items.contains($0) }
        }
        for index in drafts.indices
        where drafts[index].isMain && drafts[index].kind == .event && drafts[index].items.isEmpty {
            drafts[index].items = reader.mainItems
        }
        if let title = reader.announced, scope == outer, scopes[scope].titleSpan != nil, !scopes[scope].hasMain {
            scopes[scope].title = scopes[scope].title ?? title
        }
        if let place = reader.morePlace, let last = drafts.indices.last, drafts.count > itemStart {
            drafts[last].place = drafts[last].place ?? place
        }
        if let hours = reader.moreHours {
            for index in drafts.indices.suffix(max(1, drafts.count - itemStart))
            where drafts[index].start == nil && !drafts[index].isRange && drafts[index].kind == .event {
                (drafts[index].start, drafts[index].end) = (hours.start, hours.end)
            }
        }
        if let gathering = reader.gathering, scopes[outer].gathering == nil {
            scopes[outer].gathering = (nil, gathering, nil)
        }
        if let start = reader.itemGathering {
            for index in drafts.indices.dropFirst(itemStart)
            where drafts[index].kind == .event && !drafts[index].isRange { drafts[index].start = start }
        }
        if let named = reader.namedItems {
            for index in drafts.indices where drafts[index].title == named.title && drafts[index].items.isEmpty {
                drafts[index].items = named.items
            }
        }
        for mention in reader.targets {
            for index in drafts.indices where drafts[index].scope == scope && index >= itemStart {
                drafts[index].grades.formUnion(mention.grades)
            }
        }
        drafts += reader.drafts
        if let day = reader.drafts.last?.first, scopes[scope].day == nil || scope != outer { scopes[scope].day = day }
        if let scopeRain = reader.scopeRain, !scopeRain.isEmpty { addRain(scopeRain, said: reader.sentence) }
    }

    mutating func addRain(_ days: [SchoolDay], to index: Int) {
        guard drafts.indices.contains(index) else { return }
        drafts[index].rainDates += days.filter { !drafts[index].rainDates.contains($0) }
    }

    /// A rain date belongs to the event before it on the line, else to the block's main event.
    mutating func addRain(_ days: [SchoolDay], said sentence: LetterText.Span? = nil) {
        if let sentence {
            // 「軟式野球と男子ソフトテニスの予備日は…」 names the events it is for.
            let words = text.string(sentence)
            let named = drafts.indices.filter {
                drafts[$0].kind == .event && drafts[$0].title.count >= 3 && words.contains(drafts[$0].title)
            }
            if !named.isEmpty {
                for index in named { addRain(days, to: index) }
                return
            }
        }
        // 「予備日は18日です」 in a line of its own is for what the letter is about.
        if sentence != nil, drafts.count == itemStart, scope == outer, !scopes[scope].hasMain, let subject {
            let title = drafts[subject].title
            for index in drafts.indices where drafts[index].title == title && drafts[index].kind == .event {
                addRain(days, to: index)
            }
            return
        }
        if let index = drafts.lastIndex(where: { $0.scope == scope && $0.kind == .event }),
            scope != outer || !scopes[scope].hasMain
        {
            addRain(days, to: index)
        } else {
            let target = scopes[scope].hasMain ? scope : scopes.indices.last { scopes[$0].hasMain } ?? scope
            scopes[target].rainDates += days.filter { !scopes[target].rainDates.contains($0) }
        }
    }
}
