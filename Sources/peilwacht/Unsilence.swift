import Alerting
import ArgumentParser
import Daemon

struct Unsilence: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "End a silence now: what is still wrong is told once."
    )

    @OptionGroup var order: HandlingOptions

    @Argument(help: "The number of the silence, as 'silence --list' shows it.")
    var id: Int

    @Option(help: ArgumentHelp("The reason, which is kept with your name.", valueName: "text"))
    var why: String?

    @Flag(help: "Print one JSON object.")
    var json = false

    func validate() throws {
        guard why?.allSatisfy(\.isWhitespace) != true else { throw ValidationError("--why needs a reason") }
    }

    func run() async throws {
        try await order.carryOut(why: why, isJSON: json) { _ in .unsilence(id) }
    }
}
