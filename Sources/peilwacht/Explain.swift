import ArgumentParser
import Assessment
import Daemon
import Indicators
import Telling

struct Explain: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Explain why an indicator has the light it has: rule by rule, with the numbers."
    )

    @OptionGroup var options: GlobalOptions

    @Argument(help: "The id of the indicator, such as wmo-maatwerk.")
    var indicator: String

    func run() async throws {
        try await answering {
            let id = IndicatorID(indicator)
            let query = try Query(options) { active throws(Failure) in
                guard active.register.indicators[id] == nil else { return }
                throw Failure(
                    .usage,
                    "peilwacht: there is no indicator '\(indicator.shownSafely())'; 'peilwacht targets' lists them"
                )
            }
            let keys = try await query.loader.allKeys().filter { $0.indicator == id }
            let document = query.active.register.indicators[id]
                .flatMap { query.active.register.programme($0.programme)?.source }
            let opening = try await query.openingStates()
            let texts = try await query.assessments(of: keys).map { subject, assessment in
                ExplainReport(
                    subject,
                    assessment,
                    zone: query.active.zone,
                    document: document,
                    openingState: opening[subject.history.key],
                    phrases: query.active.phrases
                ).text
            }
            printResult(texts.joined(separator: "\n"))
        }
    }
}
