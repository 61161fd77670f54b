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
            do {
                let (bytes, isWhole) = try sample()
                let suggestion = try ProfileSuggestion(
                    bytes,
                    isWholeFile: isWhole,
                    fileName: FileName(file.split(separator: "/").last.map(String.init) ?? file),
                    register: configuration.register,
                    language: configuration.language
                )
                printResult(suggestion.yaml)
            } catch let fault as FileFault {
                let sentences = fault.faults.map { $0.sentence(configuration.language) }
                throw Failure(.dataRefused, "peilwacht: \(file.shownSafely()): \(sentences.joined(separator: " "))")
            }
        }
    }

    /// The first lines of the table, whatever holds it.
    private func sample() throws -> (bytes: [UInt8], isWhole: Bool) {
        do {
            let opened = try OpenFile.open(file)
            let table = try OpenedTable(opened, asOpened: try opened.status())
            guard var lines = try table.lines() else {
                let bytes = try opened.bytes(upTo: Self.sample)
                return (bytes, bytes.count < Self.sample)
            }
            var bytes: [UInt8] = []
            while bytes.count < Self.sample, let chunk = try lines.nextChunk() { bytes += chunk }
            return (bytes, bytes.count < Self.sample)
        } catch let fault as FileSystemFault {
            throw Failure(.noSuchFile, "peilwacht: '\(file.shownSafely())' cannot be read: \(fault)")
        }
    }
}
