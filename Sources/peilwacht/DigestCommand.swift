import Alerting
import ArgumentParser
import Daemon
import Indicators

struct DigestCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "digest",
        abstract: "Show the digest as it would be sent now; sends nothing."
    )

    @OptionGroup var options: GlobalOptions

    @Option(help: ArgumentHelp("Only for this recipient or subscription.", valueName: "who"))
    var to: String?

    func run() async throws {
        try await answering {
            let query = try Query(options)
            let chosen = query.active.subscriptions.filter { to == nil || $0.id == to || $0.who.address == to }
            guard !chosen.isEmpty else {
                throw Failure(.usage, "peilwacht: nobody is subscribed as '\((to ?? "").shownSafely())'")
            }
            for subscription in chosen {
                let digest = try await query.preview(for: subscription)
                printResult(query.active.previewText(digest))
            }
        }
    }
}
