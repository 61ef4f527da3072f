import ArgumentParser
import NoticeCore

/// `noticectl slip`: registration slips (登録カード) on paper.
struct SlipCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "slip", abstract: Strings[.slipAbstract], subcommands: [Print.self, List.self, Cancel.self])

    /// `noticectl slip list`: which slips are out; never their codes.
    struct List: SessionCommand {
        static let configuration = CommandConfiguration(commandName: "list", abstract: Strings[.slipListAbstract])

        @OptionGroup var signIn: SignInOptions
        @OptionGroup var output: OutputOptions

        func run(in session: Session) async throws {
            let list = try await session.client.get(SlipListBody.self, SiteRoute.slips)
            try session.output.print(list) {
                TextTable(
                    [
                        Strings[.fieldSerial], Strings[.fieldState], Strings[.fieldSchool], Strings[.fieldGrade],
                        Strings[.fieldClass], Strings[.fieldSchoolYear], Strings[.fieldExpires], Strings[.fieldBatch],
                    ],
                    rows: list.slips.map { slip in
                        [
                            slip.serial, Strings.label("slip", slip.state), slip.school, "\(slip.grade)",
                            slip.class.map(String.init) ?? "", "\(slip.schoolYear)",
                            ShownDate.text(start: slip.expires, end: nil), slip.batch,
                        ]
                    }
                ).text
            }
        }
    }

    /// `noticectl slip cancel`: one slip that got lost, or a whole stack.
    struct Cancel: SessionCommand {
        static let configuration = CommandConfiguration(commandName: "cancel", abstract: Strings[.slipCancelAbstract])

        @Argument(help: ArgumentHelp(Strings[.slipCancelSerial], valueName: "SERIAL"))
        var serial: String?

        @Option(help: ArgumentHelp(Strings[.slipCancelBatch], valueName: "ID"))
        var batch: String?

        @OptionGroup var signIn: SignInOptions
        @OptionGroup var output: OutputOptions

        func validate() throws {
            guard (serial == nil) != (batch == nil) else { throw ValidationError(Strings[.slipCancelEither]) }
        }

        func run(in session: Session) async throws {
            let path =
                batch.map { SiteRoute.slipBatch($0.pathSegment) }
                ?? SiteRoute.slip((serial ?? "").plainForm.uppercased().pathSegment)
            let cancelled = try await session.client.send(.delete(path), for: CancelledSlipsBody.self)
            try session.output.print(cancelled) { Strings[.slipCancelDone, ["count": "\(cancelled.cancelled)"]] }
        }
    }
}

/// One class on the command line: `2`, or `3-2` where the grade has to agree.
struct ClassNumber: Equatable, Sendable {
    let grade: Int?
    let number: Int
}

extension ClassNumber: ExpressibleByArgument {
    init?(argument: String) {
        if let number = Int(argument.plainForm.filter { $0 != "組" }), (1...99).contains(number) {
            self.init(grade: nil, number: number)
            return
        }
        guard let classes = ClassList(argument: argument)?.classes, classes.count == 1 else { return nil }
        let numbers = classes[0].split(separator: "-").compactMap { Int($0) }
        guard numbers.count == 2 else { return nil }
        self.init(grade: numbers[0], number: numbers[1])
    }
}
