import ArgumentParser
import Daemon

struct Alerts: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Show the open alerts.")

    @OptionGroup var options: GlobalOptions

    @Flag(help: "Print one JSON array.")
    var json = false

    @Flag(help: "Show closed episodes too.")
    var all = false

    @OptionGroup var disclosing: DisclosureOption

    func run() async throws {
        try await printAnswer(to: .alerts(isAll: all), isJSON: json, disclosing: disclosing, options)
    }
}
