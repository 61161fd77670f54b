import Alerting
import ArgumentParser
import Daemon

struct Note: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Explain an open alert: its cause, its consequence, and the measure that is taken.",
        discussion: "Each answer is kept with your name and shown with the alert; a later one takes its place."
    )

    @OptionGroup var order: HandlingOptions

    @Argument(help: HandlingOptions.alertHelp, completion: Completions.indicators)
    var alert: String

    @Option(
        name: [.customLong("oorzaak"), .customLong("cause")],
        help: ArgumentHelp("The cause (oorzaak).", valueName: "text")
    )
    var cause: String?

    @Option(
        name: [.customLong("gevolg"), .customLong("consequence")],
        help: ArgumentHelp("The consequence (gevolg).", valueName: "text")
    )
    var consequence: String?

    @Option(
        name: [.customLong("bijsturing"), .customLong("measure")],
        help: ArgumentHelp("The measure that is taken (bijsturing).", valueName: "text")
    )
    var measure: String?

    @Flag(help: "Print the alert as a JSON array of one.")
    var json = false

    private var answers: [Explanation.Part: String] {
        let all = [(Explanation.Part.cause, cause), (.consequence, consequence), (.measure, measure)]
        return Dictionary(all.compactMap { part, text in text.map { (part, $0) } }) { first, _ in first }
    }

    func validate() throws {
        guard !answers.isEmpty else { throw ValidationError("give --oorzaak, --gevolg or --bijsturing") }
        guard !answers.values.contains(where: { $0.allSatisfy(\.isWhitespace) }) else {
            throw ValidationError("an answer needs a text")
        }
    }

    func run() async throws {
        try await order.carryOut(why: nil, isJSON: json) { _ in .explain(alert, answers) }
    }
}
