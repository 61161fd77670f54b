import ArgumentParser
import Catalogue
import Indicators
import Telling

struct Targets: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Show every target and goal as understood from the configuration.",
        subcommands: [TargetsRead.self]
    )

    @OptionGroup var options: GlobalOptions

    @Flag(help: "Print one JSON array.")
    var json = false

    func run() async throws {
        try await answering {
            let configuration = try options.load()
            let report = TargetsReport(configuration.register, phrases: Phrases(configuration.language))
            printResult(json ? report.json + "\n" : report.text)
        }
    }
}
