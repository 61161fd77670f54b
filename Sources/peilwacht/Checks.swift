import ArgumentParser
import Catalogue
import Daemon
import Indicators

struct Check: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Read the whole configuration and report every fault as FILE:LINE:COLUMN.",
        discussion: "Silent when all is well."
    )

    @OptionGroup var options: GlobalOptions

    @Flag(help: "List where the documents contradict themselves, as FILE:LINE:COLUMN: note: …")
    var notes = false

    @Flag(
        help: """
            Try folders, store and relay too, as the daemon would; run it as the daemon's user. Leaves nothing behind and \
            sends no mail.
            """
    )
    var probe = false

    func run() async throws {
        try await answering {
            let configuration = try options.load()
            if notes { tell(configuration) }
            if probe { try await probe(Watch(configuration)) }
        }
    }

    private func probe(_ watch: Watch) async throws {
        let findings = await Probe(watch: watch).findings()
        guard !findings.isEmpty else { return }
        let lines = findings.map { "\(options.config.shownSafely()): error: \($0.key): \($0.why)" }
        let isWritten = findings.contains { $0.status == .configuration }
        throw Failure(isWritten ? .configuration : .tryAgainLater, lines.joined(separator: "\n"))
    }

    private func tell(_ configuration: Configuration) {
        printResult(configuration.notes.map { $0.description.shownSafely(limit: 600) + "\n" }.joined())
    }
}
