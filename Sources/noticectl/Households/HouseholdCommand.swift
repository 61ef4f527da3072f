import ArgumentParser
import NoticeCore

/// `noticectl household`: how many households there are; officers see counts and nothing else.
struct HouseholdCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "household", abstract: Strings[.householdAbstract], subcommands: [List.self])

    /// `noticectl household list`.
    struct List: SessionCommand {
        static let configuration = CommandConfiguration(
            commandName: "list", abstract: Strings[.householdListAbstract])

        @OptionGroup var signIn: SignInOptions
        @OptionGroup var output: OutputOptions

        func run(in session: Session) async throws {
            let counts = try await session.client.get(HouseholdCountsBody.self, SiteRoute.households)
            try session.output.print(counts) {
                let table = TextTable(
                    [Strings[.fieldSchool], Strings[.fieldGrade], Strings[.fieldSeats]],
                    rows: counts.seats.map {
                        [$0.school, "\($0.grade)", $0.seats.map(String.init) ?? Strings[.underFive]]
                    })
                return Strings[.householdTotal, ["count": counts.total.map(String.init) ?? Strings[.underFive]]]
                    + "\n\n" + table.text
            }
        }
    }
}
