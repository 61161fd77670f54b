import ArgumentParser
import Daemon
import Foundation
import Indicators
import Storage

struct Backup: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Copy the store into a new file, also while the daemon runs, and check the copy.",
        discussion: """
            The copy is whole as of one moment. SQLite's own check is run on it, and every table's rows are counted, before \
            it has its name; an existing file is never written over. Run it as a user who may read the store.
            """
    )

    @OptionGroup var options: GlobalOptions

    @Argument(help: ArgumentHelp("The file to make.", valueName: "file"), completion: .file())
    var file: String

    @Flag(help: "Print one JSON object.")
    var json = false

    func run() async throws {
        try await answering {
            let command = BackupCommand(active: try options.active())
            let response = try await Progress.shown("backup") { try command.backUp(to: file) }
            printResult(json ? response.json + "\n" : response.text)
        }
    }
}

struct Restore: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Put a backup in the place of the store, while no daemon runs.",
        discussion: """
            The store that was there is kept beside it. A file that is damaged, no backup, or of a later version is refused, \
            and everything stays as it was. Alert log and outbox are made whole by the next start; mails that lie in the \
            outbox's folder 'sent' do not go out again.
            """
    )

    @OptionGroup var options: GlobalOptions

    @Argument(help: ArgumentHelp("What 'backup' made.", valueName: "file"), completion: .file())
    var file: String

    @Flag(help: "Print one JSON object.")
    var json = false

    func run() async throws {
        try await answering {
            let active = try options.active()
            let now = try options.clock(in: active.zone).now()
            let response = try await Progress.shown("restore") {
                try await BackupCommand(active: active).restore(from: file, at: now)
            }
            printResult(json ? response.json + "\n" : response.text)
        }
    }
}
