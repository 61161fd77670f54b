import ArgumentParser
import Daemon
import Indicators

struct ReplayHistory: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "replay",
        abstract: "Show which alerts the rules would have given on the store's own history.",
        discussion: """
            Judges what had been recorded at each moment, revisions and withdrawals included, by the configuration as it is \
            now. What deviates at the first moment is marked as the opening state. Nothing is written and nobody is told.

            With --with, the same history is judged by another configuration too, and only what differs is shown: '-' \
            comes with the present configuration only, '+' with the other one only.
            """
    )

    @OptionGroup var options: GlobalOptions

    @Option(help: ArgumentHelp("When the watch begins: a date, or a moment as for --at.", valueName: "date"))
    var from: String

    @Option(help: ArgumentHelp("The last day that is judged, or the last moment.", valueName: "date"))
    var to: String

    @Option(
        name: .customLong("with"),
        help: ArgumentHelp("Another configuration to compare with.", valueName: "file"),
        completion: .file(extensions: ["yaml", "yml"])
    )
    var other: String?

    @Flag(help: "Print one JSON array, each change in the words of the alert log.")
    var json = false

    @OptionGroup var disclosing: DisclosureOption

    func run() async throws {
        try await answering {
            let active = try options.active()
            let start = try moment(from, "--from", in: active.zone)
            let end = try moment(to, "--to", in: active.zone, isEnd: true)
            guard start <= end else { throw Failure(.usage, "peilwacht: --from lies behind --to") }
            guard active.zone.local(end).date.year <= Self.lastYear else {
                let last = "\(Self.lastYear)-12-31"
                throw Failure(.usage, "peilwacht: --to lies behind \(last), the last day that can be judged")
            }
            let command = ReplayCommand(active: active, other: try otherConfiguration())
            let report = try await Progress.shown("replay") {
                try await command.report(from: start, through: end, isJSON: json, discloser: disclosing.who)
            }
            printResult(report)
        }
    }

    /// No period is known that ends later than in 2200, and what comes due after it would be left out.
    private static let lastYear = 2199

    private func otherConfiguration() throws(Failure) -> ActiveConfiguration? {
        guard let other else { return nil }
        var options = options
        options.config = other
        return try options.active()
    }
}
