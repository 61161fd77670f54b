import ArgumentParser
import Daemon

struct Explain: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Explain why an indicator has the light it has: rule by rule, with the numbers.",
        discussion: GlobalOptions.whatCounts
    )

    @OptionGroup var options: GlobalOptions

    @Argument(
        help: ArgumentHelp(
            """
            The id of the indicator, such as wmo-maatwerk; one area of it as wmo-maatwerk/GM0303, one series as \
            wmo-maatwerk/GM0303/leeftijd=65+.
            """,
            valueName: "indicator"
        ),
        completion: Completions.indicators
    )
    var series: String

    @OptionGroup var disclosing: DisclosureOption

    func run() async throws {
        try await printAnswer(to: .explain(indicator: series), disclosing: disclosing, options)
    }
}
