import ArgumentParser
import Daemon

struct Status: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Show every series: value, target, light, reasons.",
        discussion: GlobalOptions.whatCounts
    )

    @OptionGroup var options: GlobalOptions

    @Flag(help: "Print one JSON array.")
    var json = false

    @Flag(help: "Only how many series have each light, and the five that deviate most.")
    var brief = false

    @OptionGroup var disclosing: DisclosureOption

    func validate() throws {
        if json, brief { throw ValidationError("--json and --brief do not go together") }
    }

    func run() async throws {
        try await printAnswer(to: .status(isBrief: brief), isJSON: json, disclosing: disclosing, options)
    }
}
