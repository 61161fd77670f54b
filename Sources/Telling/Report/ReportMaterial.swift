package import Alerting
package import Assessment
package import Indicators

/// What the report of a programme is made of, all of it as it was known at one moment.
package struct ReportMaterial: Sendable {
    /// A measured cell that the document itself shows.
    package struct DocumentCell: Hashable, Sendable {
        /// As the document writes it: `2,3%`, `Nb`, `-`.
        package let text: String
        /// `nil` where it holds no number.
        package let value: ExactDecimal?

        package init(text: String, value: ExactDecimal?) {
            self.text = text
            self.value = value
        }
    }

    /// A series with its judgement, exact.
    package struct Judged: Sendable {
        package let subject: SeriesSubject
        package let assessment: SeriesAssessment

        package init(_ subject: SeriesSubject, _ assessment: SeriesAssessment) {
            self.subject = subject
            self.assessment = assessment
        }
    }

    package let programme: Programme
    package let register: IndicatorRegister
    /// The day as of which it was judged.
    package let day: CalendarDate
    /// What the document shows of each year.
    package let documented: [IndicatorID: [Int: DocumentCell]]
    let judged: [SeriesKey: Judged]
    let alerts: [SeriesKey: [Episode]]
    let disclosure: Disclosure

    /// Material of exact values, which are told as far as the disclosure lets them.
    ///
    /// - Parameters:
    ///   - programme: the programme that is reported.
    ///   - register: what the configuration says of its indicators.
    ///   - day: the day as of which it was judged.
    ///   - documented: what the document shows of each year.
    ///   - judged: the series of the programme.
    ///   - open: the episodes that were open.
    ///   - disclosure: what may be told.
    package init(
        of programme: Programme,
        in register: IndicatorRegister,
        on day: CalendarDate,
        documented: [IndicatorID: [Int: DocumentCell]],
        judged: [Judged],
        open: [Episode],
        by disclosure: Disclosure
    ) {
        self.programme = programme
        self.register = register
        self.day = day
        self.documented = documented
        self.judged = Dictionary(judged.map { ($0.assessment.key, $0) }) { first, _ in first }
        let told = open.sorted { $0.alert < $1.alert }.map { $0.told(by: disclosure) }
        alerts = Dictionary(grouping: told, by: \.alert.series)
        self.disclosure = disclosure
    }
}

extension Programme {
    /// The indicators that its report is about: those of its packages and of its goals, each once, in their order.
    package var reportedIndicators: [IndicatorID] {
        let all = packages.flatMap { $0.goals.flatMap(\.targets).map(\.indicator) + $0.indicators }
        var seen: Set<IndicatorID> = []
        return all.filter { seen.insert($0).inserted }
    }
}
