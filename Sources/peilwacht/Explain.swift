import ArgumentParser
import Assessment
import Daemon
import Indicators
import Storage
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
            var texts: [String] = []
            for (subject, assessment) in try await query.assessments(of: keys) {
                let report = ExplainReport(
                    subject,
                    assessment,
                    zone: query.active.zone,
                    document: document,
                    corrections: try await query.store?.corrections(of: assessment.key) ?? [],
                    phrases: query.active.phrases
                )
                texts.append(report.text)
            }
            printResult(texts.joined(separator: "\n"))
        }
    }
}
