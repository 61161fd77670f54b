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
        discussion: """
            Hands the files to the daemon where one runs; the files themselves stay where they are.

            A value that the receipt asks about ("bent u zeker?") is taken when its row says bevestigd in the column status.
            """
    )

    @OptionGroup var options: GlobalOptions

    @Argument(help: "Measurement files.", completion: .file())
    var files: [String]

    @Flag(help: "Only say what would be taken in.")
    var dryRun = false

    @Flag(help: "Print the receipts as JSON.")
    var json = false

    func run() async throws {
        try await answering {
            let active = try options.active()
            let clock = try options.clock(in: active.zone)
            for file in files { try Self.requireFile(file) }
            let importer = HandImport(active: active, clock: clock, environment: ProcessInfo.processInfo.environment)
            var results: [Outcome] = []
            for file in files { results.append(await take(file, with: importer)) }
            printResult(of: results)
            try Self.end(results)
        }
    }

    /// What became of one file.
    private struct Outcome {
        let status: Int
        /// The receipt; `nil` where there is none.
        var receipt: ControlResponse?
    }

    /// One file; one that could not be dealt with keeps nobody from hearing of the others.
    private func take(_ file: String, with importer: HandImport) async -> Outcome {
        do {
            let response = try await Progress.shown(file.shownSafely()) {
                try await importer.take(path: file, isDryRun: dryRun)
            }
            guard !response.isResult else { return Outcome(status: response.status, receipt: response) }
            Self.tell(response.text, of: file)
            return Outcome(status: response.status)
        } catch {
            let failure = Failure(error)
            Self.tell(failure.message, of: file)
            return Outcome(status: Int(failure.status.rawValue))
        }
    }

    private static func tell(_ words: String, of file: String) {
        let start = "peilwacht: "
        let bare = words.hasPrefix(start) ? String(words.dropFirst(start.count)) : words
        Failure(.tryAgainLater, "\(start)\(file.shownSafely()): \(bare)").tell()
    }

    private func printResult(of outcomes: [Outcome]) {
        let texts = outcomes.compactMap(\.receipt).map { json ? $0.json : $0.text }
        if json, files.count > 1 {
            peilwacht.printResult(JSONValue.array(written: texts) + "\n")
        } else {
            peilwacht.printResult(texts.joined(separator: "\n"))
        }
    }

    /// A file that can be opened now; what stands in the way only for a while is not the same as a file that is not there.
    private static func requireFile(_ path: String) throws(Failure) {
        let shown = path.shownSafely()
        do throws(FileSystemFault) {
            _ = try OpenFile.open(path)
        } catch {
            let why = error.code?.description ?? error.description
            throw switch error.code {
            case .noSuchFileOrDirectory?: Failure(.noSuchFile, "peilwacht: there is no file '\(shown)'")
            default:
                Failure(error.isPassing ? .tryAgainLater : .noSuchFile, "peilwacht: cannot read '\(shown)': \(why)")
            }
        }
    }

    /// What became of all of them alike is the exit status; where it differs, something was not done.
    private static func end(_ results: [Outcome]) throws {
        let statuses = Set(results.map(\.status))
        guard statuses != [0] else { return }
        throw statuses.count == 1 ? ExitCode(Int32(statuses.first ?? 0)) : .incomplete
    }
}
