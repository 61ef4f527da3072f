import ArgumentParser

/// `--reason` and `--revision`, on every command that changes what was published.
struct ChangeOptions: ParsableArguments {
    @Option(help: ArgumentHelp(Strings[.optionReason], valueName: "TEXT"))
    var reason: String?

    /// The revision that the change builds on; without one, the newest.
    @Option(help: ArgumentHelp(Strings[.optionRevision], valueName: "N"))
    var revision: Int?
}
