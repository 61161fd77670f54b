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
            let query = try Query(options) { active throws(Failure) in
                guard chosen(in: active).isEmpty else { return }
                throw Failure(.usage, "peilwacht: nobody is subscribed as '\((to ?? "").shownSafely())'")
            }
            guard try await query.standing(asked: options.at) == .now else {
                throw Failure(
                    .usage,
                    "peilwacht: what was decided after \(options.at?.shownSafely() ?? "") cannot be left out of a digest; the mails "
                        + "that were sent are in outbox/sent, and 'alerts --at' shows the alerts as they stood then"
                )
            }
            for subscription in chosen(in: query.active) {
                let digest = try await query.preview(for: subscription)
                printResult(query.active.previewText(digest))
            }
        }
    }

    private func chosen(in active: ActiveConfiguration) -> [Subscription] {
        active.subscriptions.filter { to == nil || $0.id == to || $0.who.address == to }
    }
}
