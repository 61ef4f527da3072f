import ArgumentParser
import Foundation
import NoticeCore

extension SlipCommand {
    /// `noticectl slip print`: orders one class's slips and lays them out for the printer.
    ///
    /// The only moment at which codes are known: everything that can fail is tried before they are ordered.
    struct Print: SessionCommand {
        static let configuration = CommandConfiguration(
            commandName: "print", abstract: Strings[.slipPrintAbstract], discussion: Strings[.slipPrintDiscussion])

        @Option(help: ArgumentHelp(Strings[.optionGrade], valueName: "N"))
        var grade: Int

        @Option(name: .customLong("class"), help: ArgumentHelp(Strings[.slipPrintClass], valueName: "N"))
        var classNumber: ClassNumber?

        @Option(help: ArgumentHelp(Strings[.slipPrintCount], valueName: "N"))
        var count: Int

        @Option(help: ArgumentHelp(Strings[.optionSchoolYear], valueName: "YYYY"))
        var schoolYear: Int?

        @Option(help: ArgumentHelp(Strings[.optionSchool], valueName: "ID"))
        var school: String?

        @Option(name: .customLong("output"), help: ArgumentHelp(Strings[.slipPrintOutput], valueName: "FILE.html"))
        var file: String?

        @Option(help: ArgumentHelp(Strings[.slipPrintContact], valueName: "TEXT"))
        var contact: String?

        @Option(help: ArgumentHelp(Strings[.slipPrintLanguage], valueName: "ja|en|ja-simple"))
        var language = Language.ja

        @OptionGroup var signIn: SignInOptions
        @OptionGroup var output: OutputOptions

        func validate() throws {
            guard (1...1000).contains(count) else { throw ValidationError(Strings[.slipPrintCountRange]) }
            guard !output.json || file == nil else { throw ValidationError(Strings[.slipPrintOutputClash]) }
            guard classNumber?.grade == nil || classNumber?.grade == grade else {
                throw ValidationError(Strings[.slipPrintClassGrade])
            }
        }

        func run(in session: Session) async throws {
            let order = SlipOrderBody(
                school: school, grade: grade, class: classNumber?.number, count: count, schoolYear: schoolYear)
            guard !output.json else {
                let batch = try await session.client.send(
                    .post(SiteRoute.slips).sending(order), for: SlipBatchBody.self)
                return try session.output.print(batch) { "" }
            }
            let words = try StringTable(language, in: ResourceBundle())
            let style = String(decoding: try ResourceBundle().contents(of: "slip-sheet.css"), as: UTF8.self)
            let association = try await session.client.get(AssociationBody.self, SiteRoute.association)
            let me = try await session.client.get(MeBody.self, SiteRoute.me)
            if let file { try PrivateFile.create(file, contents: Data()) }
            let batch: SlipBatchBody
            do {
                batch = try await session.client.send(.post(SiteRoute.slips).sending(order), for: SlipBatchBody.self)
            } catch {
                if let file { unlink(file) }
                throw error
            }
            let sheet = SlipSheet(
                batch: batch,
                schoolName: association.schools.first { $0.id == batch.school }?.name ?? batch.school,
                associationName: association.shortName,
                orderedBy: me.officers.first { $0.association == association.id }?.name ?? "",
                orderedOn: session.effects.now().day, contact: contact, qrCodes: qrCodes(of: batch, in: session),
                language: language, words: words, style: style)
            try deliver(sheet, in: session)
        }

        private func qrCodes(of batch: SlipBatchBody, in session: Session) -> [String: QRCode] {
            guard let program = QRCodeProgram() else {
                session.output.note(Strings[.slipPrintNoQR])
                return [:]
            }
            let progress = Progress(Strings[.slipPrintDrawing], total: Int64(batch.slips.count))
            defer { progress.finish() }
            var codes: [String: QRCode] = [:]
            for (done, slip) in batch.slips.enumerated() {
                codes[slip.serial] = program.code(of: slip.joinURL)
                progress.update(Int64(done) + 1, before: Int64(done))
            }
            if codes.count < batch.slips.count { session.output.note(Strings[.slipPrintNoQR]) }
            return codes
        }

        private func deliver(_ sheet: SlipSheet, in session: Session) throws {
            let bytes = Array(sheet.html.utf8)
            do {
                if let file {
                    try PrivateFile.replace(file, contents: Data(bytes), effects: session.effects)
                    session.output.note(Strings[.slipPrintWritten, ["path": file]])
                } else if !StandardStream.output.write(bytes) {
                    throw LocalFailure.cannotWrite("-")
                }
            } catch {
                session.output.note(Strings[.slipPrintLost, ["batch": sheet.batch.batch]])
                throw error
            }
        }
    }
}
