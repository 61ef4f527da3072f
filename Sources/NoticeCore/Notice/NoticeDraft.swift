/// Turns what an officer said of a letter into valid content, or into every flaw of it.
struct NoticeDraft {
    let body: NoticeDraftBody
    let association: Association
    /// What the letter said before, when the draft revises one.
    let base: NoticeContent?
    let today: SchoolDay

    /// - Throws: ``NoticeError/invalid(_:)`` with all flaws at once.
    func content() throws(NoticeError) -> NoticeContent {
        var flaws: [Flaw] = []
        let source = source(&flaws)
        let title = title(&flaws)
        let text = text(&flaws)
        let issued = issued(&flaws)
        let reader = AudienceReader(association: association, inherited: base?.audience)
        let audience = reader.audience(
            school: body.school, wholeAssociation: body.wholeAssociation, grades: body.grades, classes: body.classes,
            flaws: &flaws
        )
        let flags = Self.flags(body.privacyFlags, kept: base?.privacyFlags ?? [], field: "privacy_flags", &flaws)
        let attachments = attachments(&flaws)
        guard flaws.isEmpty, let source, let title, let text, let issued, let audience else { throw .invalid(flaws) }
        return NoticeContent(
            source: source, title: title, text: text, issued: issued, audience: audience, privacyFlags: flags,
            attachments: attachments
        )
    }

    private func source(_ flaws: inout [Flaw]) -> NoticeSource? {
        guard let text = body.source else { return base?.source ?? .school }
        guard let source = NoticeSource(rawValue: text) else {
            flaws.append(Flaw(.unknownOption, field: "source", value: text))
            return nil
        }
        return source
    }

    private func title(_ flaws: inout [Flaw]) -> String? {
        guard let given = body.title else {
            if base == nil { flaws.append(Flaw(.missing, field: "title")) }
            return base?.title
        }
        switch CheckedText.line(given, limit: 200) {
        case .success(let text) where text.isEmpty: flaws.append(Flaw(.missing, field: "title"))
        case .success(let text): return text
        case .failure(let fault): flaws.append(fault.flaw(field: "title"))
        }
        return nil
    }

    private func text(_ flaws: inout [Flaw]) -> String? {
        guard let given = body.text else { return base?.text ?? "" }
        switch CheckedText.paragraph(given, limit: 50_000) {
        case .success(let text): return text
        case .failure(let fault):
            flaws.append(fault.flaw(field: "text"))
            return nil
        }
    }

    private func issued(_ flaws: inout [Flaw]) -> SchoolDay? {
        guard let given = body.issued else { return base?.issued ?? today }
        guard let day = SchoolDay(given) else {
            flaws.append(Flaw(.impossibleDate, field: "issued", value: given))
            return nil
        }
        guard EventSpan.isNear(day, today: today) else {
            flaws.append(Flaw(.dateOutOfRange, field: "issued", value: given))
            return nil
        }
        return day
    }

    private func attachments(_ flaws: inout [Flaw]) -> [AttachedFile] {
        guard let given = body.attachments else { return base?.attachments ?? [] }
        guard given.count <= 20 else {
            flaws.append(Flaw(.tooMany, field: "attachments", value: "20"))
            return []
        }
        return given.enumerated().compactMap { index, reference in
            let field = "attachments[\(index)]"
            guard let digest = Digest(hex: reference.digest) else {
                flaws.append(Flaw(.malformed, field: field + ".digest", value: reference.digest))
                return nil
            }
            guard case .success(let name) = CheckedText.line(reference.fileName, limit: 200), !name.isEmpty else {
                flaws.append(Flaw(.malformed, field: field + ".file_name"))
                return nil
            }
            let flags = Self.flags(reference.privacyFlags, kept: [], field: field + ".privacy_flags", &flaws)
            return AttachedFile(digest: digest, fileName: name, privacyFlags: flags)
        }
    }

    private static func flags(
        _ given: [String]?, kept: Set<PrivacyFlag>, field: String, _ flaws: inout [Flaw]
    ) -> Set<PrivacyFlag> {
        guard let given else { return kept }
        var flags: Set<PrivacyFlag> = []
        for (index, text) in given.enumerated() {
            if let flag = PrivacyFlag(rawValue: text) {
                flags.insert(flag)
            } else {
                flaws.append(Flaw(.unknownOption, field: "\(field)[\(index)]", value: text))
            }
        }
        return flags
    }
}
