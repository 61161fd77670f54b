import ArgumentParser
import Daemon
import Foundation
import Indicators
import Telling

struct Report: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Write the table of a programme for a moment of planning and control.",
        discussion: """
            In the form of the document: for each package its goals, then the indicators with what was realised and what is \
            aimed at by year, the light, and cause, consequence and measure; the activities; and the lines of the budget.

            With --as-of it is as it was known at the end of that day: values and answers that came later do not count. \
            Targets are those of the configuration as it is now. What has changed is told since the last of the \
            'planning_moments' before that day, or since three months earlier where there is none, or since --since.

            html prints on A4, csv is one table with a row for each line, xlsx a workbook with a sheet for each kind of line.
            """
    )

    @OptionGroup var options: GlobalOptions

    @Argument(help: "The id of the programme, such as dronten-2026.", completion: Completions.programmes)
    var programme: String

    @Option(help: ArgumentHelp("The day of the report (default: today).", valueName: "date"))
    var asOf: String?

    @Option(help: ArgumentHelp("Tell what has changed since this day.", valueName: "date"))
    var since: String?

    @Option(help: "What to write: html, xlsx or csv.")
    var format = ReportForm.html

    @Option(
        help: ArgumentHelp("Write into this file instead of standard output.", valueName: "file"),
        completion: .file()
    )
    var output: String?

    @OptionGroup var disclosing: DisclosureOption

    func validate() throws {
        for (name, text) in [("--as-of", asOf), ("--since", since)] {
            guard let text, CalendarDate(text) == nil else { continue }
            throw ValidationError("\(name) '\(text.shownSafely())' cannot be read; write '2026-04-01'")
        }
        guard format == .workbook, output == nil, isatty(STDOUT_FILENO) == 1 else { return }
        throw ValidationError("a workbook is not for a terminal; give --output FILE")
    }

    func run() async throws {
        let address = ReportAddress(
            asOf: asOf.flatMap { CalendarDate($0) },
            since: since.flatMap { CalendarDate($0) },
            form: format
        )
        var content = ""
        try await askForAnswer(
            to: .report(programme: programme, address),
            disclosing: disclosing,
            options,
            saying: "report",
            { content += $0 },
            done: { try write(content) }
        )
    }

    /// Writes the whole report, or nothing of it.
    private func write(_ content: String) throws {
        // A workbook comes as text, as every answer does.
        let written = format == .workbook ? Data(base64Encoded: content) : Data(content.utf8)
        guard let written else { throw Failure(.ownFault, "peilwacht: the workbook did not come whole") }
        guard let output else { return printResult(written) }
        do {
            try written.write(to: URL(filePath: output), options: .atomic)
        } catch {
            throw Failure(error, writing: output)
        }
    }
}

extension ReportForm: ExpressibleByArgument {}
