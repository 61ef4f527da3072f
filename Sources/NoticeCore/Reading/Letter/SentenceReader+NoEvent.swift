extension SentenceReader {
    // MARK: - What is no event

    mutating func isNoEvent(_ clause: Clause, kind: EventKind, day: SchoolDay) -> Bool {
        let issued = walk.facts.issued
        let distance = day.daysSince1970 - issued.daysSince1970
        if distance > 550 || distance < -400 { return true }
        let isImmediate = clause.phrase.superseded != nil
        if distance < 0, !isListed, !isImmediate { return true }
        let after = clause.after.lowerBound..<min(clause.after.upperBound, clause.after.lowerBound + 40)
        if clause.phrase.isRelative, isPassing(clause, kind: kind) { return true }
        if isCondition(clause) { return true }
        if text.contains(LetterWords.ordinary, in: clause.whole),
            !text.contains(LetterWords.cancelled, in: clause.whole)
        {
            return true
        }
        if kind == .event,
            text.contains(
                ["は祝日", "、祝日", "は祝日"],
                in: clause.phrase.span.lowerBound..<min(clause.after.upperBound, clause.phrase.span.upperBound + 8))
        {
            return true
        }
        if kind == .event, text.contains(["の日」", "の日』", "記念の日"], in: clause.after) { return true }
        if text.contains(["再振替"], in: clause.before)
            || walk.tableHead(at: clause.phrase.span.lowerBound).map({ text.contains(["再振替"], in: $0) }) == true
        {
            return true
        }
        let isRow = isListed && line.content.lowerBound == clause.phrase.span.lowerBound
        let isCell = clause.phrase.span.lowerBound - text.trimmed(clause.before).upperBound >= 2
        let hasHours = isCell && ItemHours(in: clause.after, text: text).start != nil
        let isOffered =
            isRow && text.contains(["の返却"], in: after)
            || (clause.phrase.isRange || hasHours) && walk.cutter.title(from: text.trimmed(clause.before)) != nil
        if text.contains(LetterWords.tellings, in: after), !hasDeadlineWord(clause),
            !isOffered || text.contains(["配付", "配布", "配ります"], in: after)
        {
            return true
        }
        if distance <= 0, text.contains(LetterWords.past, in: clause.after) { return true }
        // 「明日からの台風のため、26日は休校とします」: why, not what.
        if clause.after.upperBound < sentence.upperBound,
            text.ends(with: ["ため", "ため、", "ので、"], text.trimmed(clause.after)) != nil
        {
            return true
        }
        // 「6月14日の第1回では…購入しました」: a day of the past that only seems to lie a year ahead.
        if distance > 200, !isListed, clause.phrase.days.first?.mismatch == nil,
            text.contains(["ました", "でした", "ていました"], in: clause.after)
        {
            return true
        }
        // 「本日は全校で34名が欠席しています」, 「1月17日で、震災から32年になります」
        if kind == .event, distance == 0, text.contains(["しています", "しております", "から連絡済"], in: clause.after) { return true }
        if kind == .event, !isListed, text.contains(["年になります", "周年です", "周年を", "周年になり"], in: clause.after) {
            return true
        }
        // 「台風の接近により、本日夕方から風雨が強まる見込みです」
        if kind == .event, text.contains(["見込みです", "予報です", "おそれがあ", "恐れがあ", "予想され"], in: clause.after),
            text.contains(["風雨", "強風", "暴風", "大雨", "大雪", "台風", "警報", "気温"], in: sentence)
        {
            return true
        }
        // 「正しくは5月26日です（前回は5月28日）」
        if text.ends(with: ["前回は", "前回の", "当初は", "前号では", "以前は"], text.trimmed(clause.before)) != nil { return true }
        // 「Bの場合は10日(木)の同じ時間に移します」
        if kind == .event, !isRain, !text.contains(["A"], in: clause.before),
            text.ends(with: ["場合は", "場合は、", "場合、", "ときは", "ときは、"], text.trimmed(clause.before)) != nil
        {
            contingencies.append(sentence)
            return true
        }
        // 「26日に教室で音読し、大きな拍手がおこりました。」
        if kind == .event, clause.phrase.isBare || hasNoWeekday(clause), !isListed,
            clause.after.upperBound == sentence.upperBound,
            text.ends(with: ["ました。", "でした。"], sentence) != nil,
            !text.contains(LetterWords.moved + ["決まり", "なりました", "決定"], in: sentence)
        {
            return true
        }
        // 「11月23日は勤労感謝の日のため」
        if kind == .event,
            let topic = text.end(of: ["は", "の"], at: clause.phrase.span.upperBound, before: sentence.upperBound),
            text.end(of: LetterWords.commemorations, at: topic, before: sentence.upperBound) != nil
        {
            return true
        }
        // 「忘れ物のお問い合わせは5日(水)以降にお願いします」
        if kind == .event, text.has("以降", at: clause.phrase.span.upperBound, before: sentence.upperBound),
            text.contains(["お願い", "連絡", "問い合わせ", "ください"], in: clause.after)
        {
            return true
        }
        // 「修理の完了は1月29日(金)の見込みです」, 「練習はお休みです」
        if kind == .event, text.has("の見込み", at: clause.phrase.span.upperBound, before: sentence.upperBound) {
            return true
        }
        if text.contains(["練習は", "練習が", "部活動は"], in: clause.whole), text.contains(["休み"], in: clause.after) {
            return true
        }
        // 「復旧は明日の夕方になる見込みです」
        if kind == .event, clause.phrase.isRelative, text.contains(["見込みです"], in: clause.after) { return true }
        // 「きょう　みどりの玉が　五つ」: a poem.
        if kind == .event, clause.phrase.isRelative, line.bullet == nil, text.ends(with: ["。"], line.span) == nil,
            ["きょう", "あした", "あす", "あさって"].contains(text.string(clause.phrase.span))
        {
            return true
        }
        if kind == .event, tellsLunchOnly(clause) { return true }
        if isUnlikely(clause) || isPast(clause) || isFamilyCall(clause, kind: kind) { return true }
        // 「8月6日は平和について考えましょう」, 「品物の受付(11日)もありません」
        if kind == .event, text.contains(["ましょう"], in: clause.after) { return true }
        if text.contains(
            ["もありません", "はありません", "からありません"],
            in: clause.after.lowerBound..<min(clause.after.upperBound, clause.after.lowerBound + 12)), kind == .event,
            clause.isAfter || text.scalars[clause.before].contains("(")
        {
            return true
        }
        // Nobody is at school over the turn of the year.
        if kind == .event, !isListed, day.month == 12 && day.dayOfMonth >= 29 || day.month == 1 && day.dayOfMonth <= 3 {
            return true
        }
        // 「6月2日から少しずつ持たせてください」
        if kind == .event, clause.phrase.runsOn, text.contains(["持たせ", "持ってき", "お持ち"], in: clause.after) {
            return true
        }
        if clause.phrase.isBare, !isListed, kind == .event, clause.isAfter,
            text.end(
                of: [" ", "(", "は", "に", "の", "~", "、", "、"], at: clause.phrase.span.upperBound,
                before: sentence.upperBound) == nil
        {
            return true
        }
        return false
    }

    private func hasNoWeekday(_ clause: Clause) -> Bool {
        DateScanner(text: text).dates(in: clause.phrase.span).allSatisfy { $0.weekday == nil && $0.year == nil }
    }

    /// 「14日は給食がありません」, 「雨天のときも、2日は…」
    private func tellsLunchOnly(_ clause: Clause) -> Bool {
        guard let topic = text.end(of: ["は", "も"], at: clause.phrase.span.upperBound, before: sentence.upperBound)
        else {
            return false
        }
        let rest = topic..<min(clause.after.upperBound, topic + 9)
        return text.contains(["給食がありません", "給食はありません", "給食があります", "給食もあります", "給食なし"], in: rest)
            && !text.contains(["弁当の日"], in: clause.after)
    }

    /// 「4月8日に入学した1年生」, 「12月10日は…採択された日です」, 「…は学校給食週間です」
    func isPast(_ clause: Clause) -> Bool {
        let isRow =
            line.content.lowerBound == clause.phrase.span.lowerBound
            && text.has("  ", at: clause.phrase.span.upperBound, before: sentence.upperBound)
        guard !isListed, !isMain, !isRow else { return false }
        let near = clause.after.lowerBound..<min(clause.after.upperBound, clause.after.lowerBound + 26)
        if text.contains(["された日", "した日です", "年の日", "週間です", "記念日です"], in: near) { return true }
        let close = near.lowerBound..<min(near.upperBound, near.lowerBound + 14)
        guard text.contains(["した", "続けた", "始まった", "行った", "あった", "生まれた"], in: close) else { return false }
        return !text.contains(["したい", "したら", "した場合", "していた", "したとき", "した上", "したうえ"], in: close)
    }

    /// 「都合の悪い方は、20日までにお知らせください」: only a few families call.
    func isFamilyCall(_ clause: Clause, kind: EventKind) -> Bool {
        let cannot: [Word] = [
            "受けられない", "ご欠席", "御欠席", "できない", "来られない", "出られない", "見合わせる", "欠席される", "を欠席", "都合が悪", "都合の悪", "都合がつか",
            "やむを得ない事情", "やむをえない", "休むとき",
            "欠席するとき", "変更を希望",
        ]
        if kind == .event,
            text.contains(
                ["に参加できない", "に来られない", "に出られない"],
                in: clause.after.lowerBound..<min(clause.after.upperBound, clause.after.lowerBound + 10))
        {
            return true
        }
        guard kind == .deadline, text.contains(cannot, in: sentence) else { return false }
        return text.contains(["連絡", "電話", "お知らせ", "ご相談", "一報"], in: clause.after)
            && !text.contains(["提出", "申込", "申し込"], in: sentence)
    }

    /// 「連続14日達成」: a bare number with 日 in the middle of a sentence, without what stands around a day.
    func isUnlikely(_ clause: Clause) -> Bool {
        guard clause.phrase.isBare, !isListed, clause.phrase.span.lowerBound > sentence.lowerBound else { return false }
        let before = text.scalars[clause.phrase.span.lowerBound - 1]
        return !" 、。は(「~・:|\n".unicodeScalars.contains(before)
    }

    func hasDeadlineWord(_ clause: Clause) -> Bool {
        text.end(of: ["まで", "〆", "締", "必着"], at: behindTime(clause), before: sentence.upperBound) != nil
            && !text.contains(["持ち帰"], in: clause.after)
    }

    /// 「当日は…」, 「前日までに残高を」 in passing: only a closure, or something to hand in, counts.
    func isPassing(_ clause: Clause, kind: EventKind) -> Bool {
        guard clause.phrase.isFromLast else { return false }
        if kind == .deadline {
            if text.contains(
                ["提出", "出し", "連絡", "申込", "申し込", "電話", "回答", "お知らせください", "届け出", "渡し", "返して", "返却"], in: clause.after)
            {
                return false
            }
            // 「委任状は総会の前日の正午までに担任へ」
            return !text.contains(["は", "を"], in: clause.before)
                || text.contains(["残高", "確認", "準備", "お知らせします", "ご連絡します", "配信"], in: clause.after)
        }
        if text.has("  ", at: clause.phrase.span.upperBound, before: sentence.upperBound) { return false }
        // 「当日は午前9時40分から授業公開を行います」
        if ItemHours(in: clause.after, text: text).start != nil,
            text.contains(["を行", "を開", "を実施", "があり", "お集まり", "集合", "登校", "で開", "で行"], in: clause.after)
        {
            return false
        }
        return !text.contains(LetterWords.closures + LetterWords.holidays, in: clause.whole)
    }

    /// 「9日に大雨の予報が出ている場合は」: the day is part of the condition.
    mutating func isCondition(_ clause: Clause) -> Bool {
        let rest = clause.after.lowerBound..<min(clause.after.upperBound, clause.after.lowerBound + 24)
        guard
            text.end(of: ["が", "に", "の", "も"], at: clause.phrase.span.upperBound, before: sentence.upperBound) != nil,
            text.contains(
                [
                    "場合は", "場合、", "場合に", "場合も", "ときは", "とき、", "時は", "なかった人", "なかった方", "忘れた人", "忘れた方", "れない人", "れない方",
                    "きない人", "きない方",
                ], in: rest),
            clause.after.upperBound < sentence.upperBound
                || text.contains(["中止と", "中止し", "中止です", "配信", "連絡", "延期し"], in: clause.after)
        else { return false }
        if text.contains(["場合", "とき", "時は"], in: rest) { contingencies.append(sentence) }
        return true
    }

    func isCommemoration(_ title: String, kind: EventKind) -> Bool {
        guard kind != .closure else { return false }
        // 「休み(海の日)」
        if title.hasPrefix("休み("), title.contains(anyOf: LetterWords.commemorations) {
            return true
        }
        guard !LetterWords.isClosure(title) else { return false }
        return title.contains(anyOf: LetterWords.commemorations.filter { title.count <= $0.count + 1 })
    }

    /// 「6月2日から少しずつ持たせてください」 is a request without an event.
    func isInstruction(_ title: String, kind: EventKind) -> Bool {
        kind == .event
            && ["さん", "くん", "ちゃん", "ください", "ましょう", "ません", "ます", "一週間前", "日前", "週間前", "次の配信"].contains {
                title.hasSuffix($0)
            }
    }
}
