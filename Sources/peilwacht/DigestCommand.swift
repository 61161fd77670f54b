import ArgumentParser
import Daemon

struct DigestCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "digest",
        abstract: "Show the digest as it would be sent now; sends nothing."
    )

    @OptionGroup var options: GlobalOptions

    @Option(
        help: ArgumentHelp("Only for this recipient or subscription.", valueName: "who"),
        completion: Completions.recipients
    )
    var to: String?

    func run() async throws { try await printAnswer(to: .digest(recipient: to), options) }
}
