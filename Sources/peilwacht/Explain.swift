import ArgumentParser
import Daemon

struct Explain: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Explain why an indicator has the light it has: rule by rule, with the numbers.",
        discussion: GlobalOptions.whatCounts
    )

    @OptionGroup var options: GlobalOptions

    @Argument(help: "The id of the indicator, such as wmo-maatwerk.")
    var indicator: String

    @OptionGroup var disclosing: DisclosureOption

    func run() async throws {
        try await printAnswer(to: .explain(indicator: indicator), disclosing: disclosing, options)
    }
}
