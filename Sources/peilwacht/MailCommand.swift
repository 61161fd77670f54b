import ArgumentParser
import Daemon
import Foundation
import Indicators

struct MailCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "mail",
        abstract: "Try the way out for mail.",
        subcommands: [MailTest.self]
    )
}

struct MailTest: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "test",
        abstract: "Hand one mail to the relay now, and show the relay's words.",
        discussion: """
            The running daemon does it, with its own credentials; where none runs, the command itself. Nothing is kept of it.

            Exit status: 0 the relay has accepted it; 1 the relay refuses it, most often its address; 64 this is no address; \
            75 not now, or it is not known; 78 the settings and the relay do not fit.
            """
    )

    @OptionGroup var options: GlobalOptions

    @Argument(help: "Where the mail goes.", completion: Completions.recipients)
    var address: String

    @Flag(help: "Print one JSON object.")
    var json = false

    func run() async throws {
        try await answering {
            let active = try options.active()
            let command = MailTestCommand(active: active)
            let order = MailTestOrder(
                address: address,
                relay: command.relay,
                by: SystemUser.name(environment: ProcessInfo.processInfo.environment),
                at: try options.clock(in: active.zone).now()
            )
            let response = try await command.carryOut(order)
            // What came of it is a result; why nothing was tried is not.
            guard response.json.hasPrefix("{") else { throw Failure(response) }
            printResult(json ? response.json + "\n" : response.text)
            guard response.status == 0 else { throw ExitCode(Int32(response.status)) }
        }
    }
}
