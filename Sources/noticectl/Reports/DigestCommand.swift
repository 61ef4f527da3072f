import ArgumentParser
import Foundation
import NoticeCore

/// `noticectl digest`: one grade's week, to paste (text), to print (HTML) or to work with (JSON).
struct DigestCommand: SessionCommand {
    static let configuration = CommandConfiguration(
        commandName: "digest", abstract: Strings[.digestAbstract], discussion: Strings[.digestDiscussion])

    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text, html, json
    }

    @Option(help: ArgumentHelp(Strings[.optionGrade], valueName: "N"))
    var grade: Int

    @Option(help: ArgumentHelp(Strings[.digestWeek], valueName: "2026-W21"))
    var week: WeekArgument?

    @Option(help: ArgumentHelp(Strings[.digestFormat]))
    var format: Format?

    @Option(help: ArgumentHelp(Strings[.optionSchool], valueName: "ID"))
    var school: String?

    @OptionGroup var signIn: SignInOptions
    @OptionGroup var output: OutputOptions

    func validate() throws {
        guard !output.json || format == nil || format == .json else {
            throw ValidationError(Strings[.digestFormatClash])
        }
    }

    func run(in session: Session) async throws {
        let chosen = output.json ? .json : format ?? .text
        let request = APIRequest.get(SiteRoute.gradeDigest).asking("school", school).asking("grade", grade)
            .asking("week", week?.text).asking("format", chosen.rawValue)
        let answer = try await session.client.answer(to: request)
        let body = try answer.successBody(from: session.client.server)
        if chosen == .json, (try? JSONSerialization.jsonObject(with: body)) == nil {
            throw LocalFailure.foreignAnswer(server: session.client.server.text)
        }
        let endsLine = body.last == UInt8(ascii: "\n")
        try StandardStream.output.deliver(Array(body) + (endsLine ? [] : [UInt8(ascii: "\n")]))
    }
}
