import ArgumentParser
import Daemon
import Foundation
import Indicators
import Telling

struct TestRules: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "test",
        abstract: "Try your own tests of targets, rules and subscriptions.",
        discussion: """
            A test says which rows come in at which moments, and which lights, alerts and mails follow. Each is played by \
            the daemon's own engine in a folder of its own; the store is not touched and nothing is sent. docs/testing.md \
            shows how to write them.

            Exit status 1 where something is not as expected, 78 where a file of tests has a fault.
            """
    )

    @OptionGroup var options: GlobalOptions

    @Argument(help: "Files with tests (YAML).", completion: .file(extensions: ["yaml", "yml"]))
    var files: [String]

    @Option(help: ArgumentHelp("Write the results as JUnit XML too.", valueName: "file"), completion: .file())
    var junit: String?

    @Flag(help: "List every indicator that no test names.")
    var coverage = false

    func run() async throws {
        try await answering {
            let active = try options.active()
            for file in files where !FileManager.default.fileExists(atPath: file) {
                throw Failure(.noSuchFile, "peilwacht: there is no file '\(file.shownSafely())'")
            }
            let report = try await RuleTestCommand(active: active).report(on: files)
            if let junit { try write(report.junit, to: junit) }
            printResult(report.text(isFull: coverage))
            if !report.isPassed { throw ExitCode.incomplete }
        }
    }

    private func write(_ text: String, to path: String) throws(Failure) {
        do {
            try Data(text.utf8).write(to: URL(filePath: path))
        } catch {
            throw Failure(error, writing: path)
        }
    }
}
