import ArgumentParser
import Assessment
import Catalogue
import Daemon
import Indicators
import Storage
import Telling

struct Status: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Show every series: value, target, light, reasons.")

    @OptionGroup var options: GlobalOptions

    @Flag(help: "Print one JSON array.")
    var json = false

    func run() async throws {
        try await answering {
            let query = try Query(options)
            let assessments = try await query.assessments(of: query.loader.allKeys()).map(\.1)
            let report = StatusReport(
                assessments,
                rules: query.active.configuration.rules.registry,
                openingStates: Set(try await query.openingStates().keys),
                phrases: query.active.phrases
            )
            printResult(json ? report.json + "\n" : report.text)
            try await tellOfOutbox(query)
        }
    }

    private static let mostFailuresNamed = 100

    /// What cannot be delivered is said here too, and shows in the exit status.
    private func tellOfOutbox(_ query: Query) async throws {
        guard let counts = try await query.store?.outboxCounts(), counts.failed > 0 else { return }
        let failures = try await query.queue().filter { $0.message.folder == .failed }
        let lines = failures.suffix(Self.mostFailuresNamed).map {
            "  \($0.message.id) \($0.recipient): \($0.subject) — \($0.reply ?? "")".shownSafely(limit: 300) + "\n"
        }
        throw Failure(
            .incomplete,
            "peilwacht: \(counts.failed) mail(s) could not be delivered; see 'peilwacht queue':\n\(lines.joined())"
        )
    }
}
