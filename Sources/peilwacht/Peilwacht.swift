import ArgumentParser
import Daemon
import Telling

/// The command line: parses, calls, prints; nothing else.
@main
struct Peilwacht: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "peilwacht",
        abstract: "Watches the indicators of a municipality's social domain.",
        discussion: """
            Reads targets from programme files, takes in measurement files from a watched folder, judges every indicator \
            and mails what deviates.

            Exit status: 0 done; 1 done, but something was refused or could not be delivered; 64 usage; 65 data refused; \
            66 no such file; 70 a fault of the program's own; 75 try again later; 78 configuration.
            """,
        version: programVersion,
        subcommands: [
            Run.self, InitialiseCommand.self, Check.self, CheckService.self, Import.self, Status.self, Targets.self,
            Alerts.self,
            Explain.self, DigestCommand.self,
            Acknowledge.self, SilenceCommand.self, Unsilence.self, Note.self, Withdraw.self, Undo.self, Queue.self,
            Ledger.self, Report.self, MailCommand.self, FeedsCommand.self, Backup.self, Restore.self,
            TestRules.self, ReplayHistory.self, GenerateReference.self,
        ]
    )

    static func main() async {
        let arguments = GlobalOptions.behindCommand(Array(CommandLine.arguments.dropFirst()))
        if arguments.first == "run", !arguments.contains("--once") { Hangup.remember() }
        do {
            var command = try parseAsRoot(arguments)
            if var command = command as? any AsyncParsableCommand {
                try await command.run()
            } else {
                try command.run()
            }
        } catch let failure as Failure {
            failure.tell()
            exit(withError: failure.status)
        } catch {
            exit(withError: error)
        }
    }
}
