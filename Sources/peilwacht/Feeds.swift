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
            what is open, and look at it with 'peilwacht check' and 'peilwacht import --dry-run'.

            Exit status: 0 done; 65 the file is no table that a profile can describe; 66 no such file; 78 configuration.
            """
    )

    @OptionGroup var options: GlobalOptions

    @Argument(help: "The file.", completion: .file())
    var file: String

    /// Enough of a file to see every member of its properties.
    private static let sample = 1 << 20

    func run() async throws {
        try await answering {
            let configuration = try options.load()
            let (bytes, isWhole) = try sample()
            do throws(FileFault) {
                let suggestion = try ProfileSuggestion(
                    bytes,
                    isWholeFile: isWhole,
                    fileName: FileName(file.split(separator: "/").last.map(String.init) ?? file),
                    register: configuration.register,
                    language: configuration.language
                )
                printResult(suggestion.yaml)
            } catch {
                let sentences = error.faults.map { $0.sentence(configuration.language) }
                throw Failure(.dataRefused, "peilwacht: \(file.shownSafely()): \(sentences.joined(separator: " "))")
            }
        }
    }

    private func sample() throws(Failure) -> (bytes: [UInt8], isWhole: Bool) {
        do {
            let path = try OpenFile.open(file)
            let bytes = try path.bytes(upTo: Self.sample)
            return (bytes, bytes.count < Self.sample)
        } catch {
            throw Failure(.noSuchFile, "peilwacht: '\(file.shownSafely())' cannot be read: \(error)")
        }
    }
}
