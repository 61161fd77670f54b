import ArgumentParser
import Catalogue
import Daemon
import Indicators
import Telling

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
            if notes { printResult(NotesReport(configuration.notes, phrases: Phrases(configuration.language)).text) }
            if probe { try await probe(ActiveConfiguration(configuration)) }
        }
    }

    private func probe(_ active: ActiveConfiguration) async throws {
        let findings = await Probe(active: active).findings()
        guard !findings.isEmpty else { return }
        let lines = findings.map { "\(options.config.shownSafely()): error: \($0.key): \($0.why)" }
        let isWritten = findings.contains { $0.status == .configuration }
        throw Failure(isWritten ? .configuration : .tryAgainLater, lines.joined(separator: "\n"))
    }
}
