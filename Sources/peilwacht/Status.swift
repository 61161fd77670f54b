import ArgumentParser
import Daemon
import Indicators
import Telling

struct Status: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Show every series: value, target, light, reasons.",
        discussion: """
            On a terminal the table fits its width, with the worst first and the lights in colour (not where NO_COLOR is set); \
            in a file or a pipe each series is one line, in the order of the programmes.

            \(GlobalOptions.whatCounts)
            """
    )

    @OptionGroup var options: GlobalOptions

    @Flag(help: "Print one JSON array.")
    var json = false

    @Flag(help: "Only how many series have each light, and the five that deviate most.")
    var brief = false

    @Flag(help: "Show it again and again, on a terminal, until Ctrl-C.")
    var watch = false

    @Option(help: ArgumentHelp("How many seconds lie between two looks of --watch.", valueName: "seconds"))
    var every = 5

    @OptionGroup var choice: ChoiceOptions
    @OptionGroup var disclosing: DisclosureOption

    func validate() throws {
        if json, brief { throw ValidationError("--json and --brief do not go together") }
        if watch, json { throw ValidationError("--json and --watch do not go together") }
        if watch, disclosing.disclose { throw ValidationError("--disclose and --watch do not go together") }
        if every < 1 { throw ValidationError("--every is at least 1") }
    }

    func run() async throws {
        guard watch else {
            let layout = json ? nil : Terminal.layout
            let subject = ReportQuestion.Subject.status(isBrief: brief, of: choice.choice, on: layout)
            return try await printAnswer(to: subject, isJSON: json, disclosing: disclosing, options)
        }
        guard Terminal.layout != nil else {
            throw Failure(.usage, "peilwacht: --watch needs a terminal; in a script, ask again instead")
        }
        while true {
            try await look()
            try await Task.sleep(for: .seconds(every))
        }
    }

    /// One look, on an empty screen: what does not fit is counted.
    private func look() async throws {
        try await answering {
            let active = try options.active()
            let subject = ReportQuestion.Subject.status(isBrief: brief, of: choice.choice, on: Terminal.layout)
            let question = ReportQuestion(subject, at: try options.moment(in: active.zone))
            var text = ""
            let remarks = try await ReportCommand(active: active).answer(question) { text += $0 }
            let words = (remarks?.words).map { "\n\($0.shownSafely(limit: 1000))\n" } ?? ""
            printResult("\u{1B}[H\u{1B}[2J\(Self.cut(text, language: active.language))\(words)")
        }
    }

    private static func cut(_ text: String, language: Language) -> String {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        // The last line of all stays free, as does one for what is said besides.
        guard let height = Terminal.height, height > 4, lines.count > height - 3 else { return text }
        let rest = lines.count - (height - 4) - 1
        let words = Phrases(language).say("… en nog \(rest) regels", "… and \(rest) more lines")
        return (lines.prefix(height - 4) + [words[...]]).joined(separator: "\n") + "\n"
    }
}
