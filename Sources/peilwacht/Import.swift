import ArgumentParser
import Daemon
import Feeds
import Files
import Foundation
import Indicators
import SystemPackage

struct Import: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Take files in by hand and print the receipts.",
        discussion: "Hands the files to the daemon where one runs; the files themselves stay where they are."
    )

    @OptionGroup var options: GlobalOptions

    @Argument(help: "Measurement files.")
    var files: [String]

    @Flag(help: "Only say what would be taken in.")
    var dryRun = false

    @Flag(help: "Print the receipts as JSON.")
    var json = false

    func run() async throws {
        try await answering {
            let active = try options.active()
            let clock = try options.clock(in: active.zone)
            for file in files { try requireFile(file) }
            let importer = HandImport(active: active, clock: clock, environment: ProcessInfo.processInfo.environment)
            var results: [ControlResponse] = []
            for file in files { results.append(try await importer.take(path: file, isDryRun: dryRun)) }
            let texts = results.map { json ? $0.json : $0.text }
            let isList = json && files.count > 1
            printResult(isList ? JSONValue.array(written: texts) + "\n" : texts.joined(separator: "\n"))
            try Self.end(results)
        }
    }

    private func requireFile(_ path: String) throws(Failure) {
        guard FilePath(path).isThere else {
            throw Failure(.noSuchFile, "peilwacht: there is no file '\(path.shownSafely())'")
        }
    }

    private static func end(_ results: [ControlResponse]) throws {
        let refused = results.count { $0.status != 0 }
        guard refused > 0 else { return }
        throw refused == results.count ? ExitCode.dataRefused : ExitCode.incomplete
    }
}
