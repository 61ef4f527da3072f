import ArgumentParser
import NoticeCore

/// `noticectl doctor`: whether the server and this machine are in order.
struct DoctorCommand: SessionCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor", abstract: Strings[.doctorAbstract], discussion: Strings[.doctorDiscussion])

    @OptionGroup var signIn: SignInOptions
    @OptionGroup var output: OutputOptions

    func run(in session: Session) async throws {
        let answer = try await session.client.answer(to: .get(SiteRoute.doctor))
        var report = try answer.decode(DoctorBody.self, from: session.client.server)
        let clock = Self.clockCheck(ClockSkew(date: answer.date, now: session.effects.now()))
        report.checks.append(clock)
        if clock.result == "failed" { report.healthy = false }
        try session.output.print(report) {
            TextTable(
                [Strings[.fieldCheck], Strings[.fieldResult], Strings[.fieldMessage]],
                rows: report.checks.map {
                    [Strings.label("check", $0.name), Strings.label("result", $0.result), $0.message]
                }
            ).text
        }
        guard report.healthy else { throw ExitCode.internalError }
    }

    static func clockCheck(_ skew: ClockSkew?) -> DoctorCheckBody {
        guard let skew else {
            return DoctorCheckBody(name: "clock_skew", result: "warning", message: Strings[.doctorNoDate])
        }
        let message = Strings[.doctorSkew, ["seconds": "\(skew.seconds)"]]
        return DoctorCheckBody(name: "clock_skew", result: skew.result, message: message)
    }
}
