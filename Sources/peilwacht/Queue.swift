import ArgumentParser
import Daemon
import Foundation
import Indicators
import Storage

struct Queue: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Show the mails that wait or failed, try one again, or drop it.",
        discussion: "A mail that failed makes 'status' exit with 1 until it is tried again or dropped.",
        subcommands: [QueueList.self, QueueRetry.self, QueueDrop.self],
        defaultSubcommand: QueueList.self
    )
}

struct QueueList: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "Show the mails that wait or failed."
    )

    @OptionGroup var options: GlobalOptions

    @Flag(help: "Print one JSON array.")
    var json = false

    func run() async throws { try await printAnswer(to: .queue, isJSON: json, options) }
}

struct QueueRetry: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "retry",
        abstract: "Try a mail again now, and for as long as a new one."
    )

    @OptionGroup var order: QueueOrderOptions

    func run() async throws { try await order.carryOut(.retry) }
}

struct QueueDrop: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "drop",
        abstract: "Give a mail up: it is not sent, and no longer counts as failed.",
        discussion: "It stays in the ledger, and its file in the outbox's folder 'failed', where it may be removed."
    )

    @OptionGroup var order: QueueOrderOptions

    func run() async throws { try await order.carryOut(.drop) }
}

/// What both orders say.
struct QueueOrderOptions: ParsableArguments {
    @OptionGroup var options: GlobalOptions

    @Argument(help: "The number of the mail, as 'queue' shows it.")
    var id: Int

    @Option(help: ArgumentHelp("The reason, which is kept with your name.", valueName: "text"))
    var why: String

    @Flag(help: "Print the mail as a JSON array of one.")
    var json = false

    func validate() throws {
        guard !why.allSatisfy(\.isWhitespace) else { throw ValidationError("--why needs a reason") }
    }

    func carryOut(_ verb: QueueOrder.Verb) async throws {
        try await answering {
            let active = try options.active()
            let order = QueueOrder(
                verb: verb,
                message: id,
                by: SystemUser.name(environment: ProcessInfo.processInfo.environment),
                why: why,
                at: try options.clock(in: active.zone).now()
            )
            let response = try await QueueCommand(active: active).carryOut(order)
            guard response.status == 0 else { throw Failure(response) }
            printResult(json ? response.json + "\n" : response.text)
        }
    }
}
