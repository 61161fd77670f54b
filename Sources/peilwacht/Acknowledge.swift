import Alerting
import ArgumentParser
import Daemon
import Indicators

struct Acknowledge: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ack",
        abstract: "Take an open alert up: it is shown with your name, and only worsening and its end are told.",
        discussion: """
            It stays open and keeps its light. It ends with the alert, or earlier by --until: where the alert is still open \
            then, that is told once. Where it becomes worse, it ends at once, and everybody is told as ever.
            """
    )

    @OptionGroup var order: HandlingOptions

    @Argument(help: HandlingOptions.alertHelp, completion: Completions.indicators)
    var alert: String

    @Option(help: ArgumentHelp("The reason, which is shown with your name.", valueName: "text"))
    var why: String?

    @Option(
        help: ArgumentHelp(
            "Until the beginning of a day as 2026-12-01, 'next-measurement' or 'resolved'.",
            valueName: "end"
        )
    )
    var until = "resolved"

    @Flag(help: "Print the alert as a JSON array of one.")
    var json = false

    func validate() throws {
        guard why?.allSatisfy(\.isWhitespace) != true else { throw ValidationError("--why needs a reason") }
    }

    func run() async throws {
        try await order.carryOut(why: why, isJSON: json) { _ in .acknowledge(alert, until: try end()) }
    }

    private func end() throws -> Acknowledgement.End {
        guard let end = Acknowledgement.End(until) else {
            throw Failure(
                .usage,
                "peilwacht: --until '\(until.shownSafely())' is no day; write 2026-12-01, 'next-measurement' or 'resolved'"
            )
        }
        return end
    }
}
