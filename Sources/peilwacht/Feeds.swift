import ArgumentParser
import Catalogue
import Daemon
import Feeds
import Files
import Indicators

struct FeedsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "feeds",
        abstract: "Describe the files of suppliers.",
        subcommands: [FeedsSuggest.self]
    )
}

struct FeedsSuggest: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "suggest",
        abstract: "Write a feed profile for a file that nobody has described yet.",
        discussion: """
            What is certain is filled in; where a person has to decide stands '# vul in' (in English '# fill in'), with the \
            indicators whose titles look like the column's. Put the profile in the configuration's folder of feeds, fill in \
            what is open, and look at it with 'peilwacht check' and 'peilwacht import --dry-run'. Where the first sheet of a \
            workbook only explains the figures, the sheet that has them is described, and named ('sheet').

            Exit status: 0 done; 65 the file is no table that a profile can describe; 66 no such file; 78 configuration.
            """
    )

    @OptionGroup var options: GlobalOptions

    @Argument(help: "The file.", completion: .file())
    var file: String

    /// Enough of a file to see every member of its properties.
    private static let sample = 1 << 20

    /// The start of a table, and what holds it.
    private struct Sample {
        let bytes: [UInt8]
        let isWhole: Bool
        let container: TableContainer
    }

    func run() async throws {
        try await answering {
            let configuration = try options.load()
            do {
                let sample = try tableSample()
                let suggestion = try ProfileSuggestion(
                    sample.bytes,
                    isWholeFile: sample.isWhole,
                    fileName: FileName(file.split(separator: "/").last.map(String.init) ?? file),
                    container: sample.container,
                    register: configuration.register,
                    language: configuration.language
                )
                printResult(suggestion.yaml)
            } catch let fault as FileFault {
                throw refusal(.fault(fault), configuration.language)
            } catch let reason as NoSuggestion {
                throw refusal(reason, configuration.language)
            }
        }
    }

    private func refusal(_ reason: NoSuggestion, _ language: Language) -> Failure {
        let sentences = reason.sentences(language).joined(separator: " ")
        return Failure(.dataRefused, "peilwacht: \(file.shownSafely()): \(sentences)")
    }

    /// Looks into the file: at its text, or at the lines of what it holds.
    private func tableSample() throws -> Sample {
        let file = try opened()
        var table = try OpenedTable(file, asOpened: file.status())
        // The first sheet may be there to explain the figures on another one.
        if let likely = try table.otherSheets()?.likely, !likely.look.isOwnForm {
            table = try OpenedTable(file, asOpened: file.status(), sheets: [likely.name])
        }
        var bytes: [UInt8] = []
        if var lines = try table.lines() {
            while bytes.count < Self.sample, let chunk = try lines.nextChunk() { bytes += chunk }
        } else {
            bytes = try file.bytes(upTo: Self.sample)
        }
        return Sample(bytes: bytes, isWhole: bytes.count < Self.sample, container: try table.container())
    }

    private func opened() throws(Failure) -> OpenFile {
        do {
            return try OpenFile.open(file)
        } catch {
            throw Failure(.noSuchFile, "peilwacht: '\(file.shownSafely())' cannot be read: \(error)")
        }
    }
}
