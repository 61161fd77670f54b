import ArgumentParser
import Daemon
import Storage
import Telling

struct Alerts: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Show the open alerts.")

    @OptionGroup var options: GlobalOptions

    @Flag(help: "Print one JSON array.")
    var json = false

    @Flag(help: "Show closed episodes too.")
    var all = false

    func run() async throws {
        try await answering {
            let query = try Query(options)
            let episodes =
                all ? try await query.store?.allEpisodes(limit: 100_000) : try await query.store?.openEpisodes()
            let report = AlertsReport(episodes ?? [], zone: query.active.zone, phrases: query.active.phrases)
            printResult(json ? report.json + "\n" : report.text)
        }
    }
}
