import ArgumentParser
import Daemon

struct Alerts: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Show the open alerts: the gravest first, and of those the ones that are open longest."
    )

    @OptionGroup var options: GlobalOptions

    @Flag(help: "Print one JSON array.")
    var json = false

    @Flag(help: "Show closed episodes too.")
    var all = false

    @OptionGroup var disclosing: DisclosureOption

    func run() async throws {
        try await printAnswer(
            to: .alerts(isAll: all, on: json ? nil : Terminal.layout),
            isJSON: json,
            disclosing: disclosing,
            options
        )
    }
}
