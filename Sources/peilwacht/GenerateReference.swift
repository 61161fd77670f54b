import ArgumentParser
import Assessment
import Catalogue
import Feeds
import Files
import Foundation
import Telling

/// Writes the documents that follow from the code, so that they cannot differ from it.
struct GenerateReference: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "generate-reference",
        abstract: "Write docs/ and man/ from the commands, the configuration keys and what programs can ask.",
        shouldDisplay: false
    )

    @Argument(help: "The folder to write docs/ and man/ into.")
    var folder: String

    @Option(help: "The folder with the pages that are written by hand: manual pages are made of some.")
    var pages = "docs"

    func run() async throws {
        try await answering {
            let docs = try Directory.open("\(folder)/docs", creating: 0o755)
            try write("commands.md", CommandReference.markdown, in: docs)
            try write("configuration.md", configurationReferenceMarkdown(), in: docs)
            try write("openapi.json", OpenAPIDescription(rules: .standard).json, in: docs)
            let man = try Directory.open("\(folder)/man", creating: 0o755)
            for file in try Manual(page: page).files() { try write(file.name, file.text, in: man) }
        }
    }

    /// One of the pages that are written by hand.
    private func page(_ name: String) throws -> String {
        String(decoding: try Data(contentsOf: URL(filePath: "\(pages)/\(name)")), as: UTF8.self)
    }

    private func write(_ name: String, _ text: String, in folder: Directory) throws {
        try DurableFile.write(Array(text.utf8), as: FileName(name), in: folder, mode: 0o644)
    }
}
