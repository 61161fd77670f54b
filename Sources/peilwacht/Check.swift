import ArgumentParser
import Catalogue
import Daemon
import Foundation
import Indicators
import Telling

struct Check: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Read the whole configuration and report every fault as FILE:LINE:COLUMN.",
        discussion: "Silent when all is well. What the settings leave open is a note, and no fault."
    )

    @OptionGroup var options: GlobalOptions

    @Flag(help: "List all notes, also where the documents contradict themselves, as FILE:LINE:COLUMN: note: …")
    var notes = false

    @Flag(
        help: """
            Try folders, store and relay too, as the daemon would; run it as the daemon's user. Writes 16 KiB into each \
            folder, so that a full disk shows, and removes them. Leaves nothing behind and sends no mail.
            """
    )
    var probe = false

    func run() async throws {
        try await answering {
            let configuration = try options.load()
            let phrases = Phrases(configuration.language)
            if notes {
                printResult(NotesReport(configuration.notes, phrases: phrases).text)
            } else {
                // No fault and no result: what is left open is for whoever reads along.
                let open = configuration.notes.filter(\.contradiction.isOfSettings)
                FileHandle.standardError.write(Data(NotesReport(open, phrases: phrases).text.utf8))
            }
            if probe { try await probe(ActiveConfiguration(configuration)) }
        }
    }

    private func probe(_ active: ActiveConfiguration) async throws {
        let probe = Probe(active: active)
        if let note = probe.aboutPictures(environment: ProcessInfo.processInfo.environment) {
            FileHandle.standardError.write(Data("\(options.config.shownSafely()): note: \(note)\n".utf8))
        }
        let findings = await probe.findings()
        guard !findings.isEmpty else { return }
        let lines = findings.map { "\(options.config.shownSafely()): error: \($0.key): \($0.why)" }
        let isWritten = findings.contains { $0.status == .configuration }
        throw Failure(isWritten ? .configuration : .tryAgainLater, lines.joined(separator: "\n"))
    }
}
