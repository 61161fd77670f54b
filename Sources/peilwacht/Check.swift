import ArgumentParser
import Catalogue
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

    func run() async throws {
        try await answering {
            let configuration = try options.load()
            guard notes else { return }
            printResult(NotesReport(configuration.notes, phrases: Phrases(configuration.language)).text)
        }
    }
}
