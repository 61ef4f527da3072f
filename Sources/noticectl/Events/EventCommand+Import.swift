import ArgumentParser
import NoticeCore

extension EventCommand {
    /// `noticectl event import`: a year plan, all of it or nothing.
    struct Import: SessionCommand {
        static let configuration = CommandConfiguration(
            commandName: "import", abstract: Strings[.eventImportAbstract],
            discussion: Strings[.eventImportDiscussion])

        enum Layout: String, ExpressibleByArgument, CaseIterable {
            case auto, list, matrix
        }

        @Argument(help: ArgumentHelp(Strings[.eventImportFile], valueName: "FILE"))
        var file: String

        @Option(help: ArgumentHelp(Strings[.eventImportLayout]))
        var layout = Layout.auto

        @Option(help: ArgumentHelp(Strings[.optionSchoolYear], valueName: "YYYY"))
        var schoolYear: Int?

        @Option(
            name: .customLong("column"), help: ArgumentHelp(Strings[.eventImportColumn], valueName: "HEADING=FIELD"))
        var columns: [String] = []

        @Flag(help: ArgumentHelp(Strings[.eventImportDryRun]))
        var dryRun = false

        @Flag(help: ArgumentHelp(Strings[.eventImportPartial]))
        var partial = false

        @Option(help: ArgumentHelp(Strings[.optionSchool], valueName: "ID"))
        var school: String?

        @OptionGroup var signIn: SignInOptions
        @OptionGroup var output: OutputOptions

        func validate() throws {
            guard columns.allSatisfy({ $0.contains { "=＝".contains($0) } }) else {
                throw ValidationError(Strings[.eventImportColumnInvalid])
            }
        }

        func run(in session: Session) async throws {
            let table = try LocalFile(file)
            var request = APIRequest.post(SiteRoute.imports).asking("school", school)
                .asking("layout", layout.rawValue).asking("school_year", schoolYear)
                .asking("dry_run", dryRun ? "true" : nil).asking("partial", partial ? "true" : nil)
                .asking("file_name", table.name).uploading(table, as: "text/csv")
            for column in columns { request = request.asking("column", column) }
            let progress = Progress(Strings[.uploading, ["file": table.name]], total: table.size)
            let answer = try await session.client.answer(to: request, progress: progress)
            progress.finish()
            let report = try answer.decode(ImportReportBody.self, from: session.client.server)
            try session.output.print(report) { ImportReport.text(report) }
            if let changeSet = report.changeSet {
                session.output.note(Strings[.eventImportNext, ["id": changeSet]])
            }
        }
    }
}
