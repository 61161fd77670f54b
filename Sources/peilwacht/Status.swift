import ArgumentParser
import Daemon

struct Status: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Show every series: value, target, light, reasons.")

    @OptionGroup var options: GlobalOptions

    @Flag(help: "Print one JSON array.")
    var json = false

    func run() async throws { try await printAnswer(to: .status, isJSON: json, options) }
}
