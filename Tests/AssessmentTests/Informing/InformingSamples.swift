import Indicators
import Testing

@testable import Assessment

/// Series of many values, for the rules that inform.
extension Sample {
    static func indicator(
        _ unit: MeasureUnit,
        _ better: Better = .lower,
        _ kind: PeriodKind = .year,
        breaks: [SeriesBreak] = [],
        rebases: [SeriesBreak] = []
    ) -> Indicator {
        Indicator(
            id: "wmo",
            title: "Wmo",
            unit: unit,
            better: better,
            cadence: Cadence(kind, dueDays: 120),
            programme: "p",
            package: "6N",
            breaks: breaks,
            rebases: rebases
        )
    }

    static func broken(_ date: String, _ reason: String = "andere vraagstelling") throws -> SeriesBreak {
        SeriesBreak(date: try self.date(date), reason: reason)
    }

    /// A series of values in successive periods.
    static func run(
        _ values: [String],
        from first: String,
        _ indicator: Indicator,
        targets: [IndicatorTarget] = [],
        provisional: Set<String> = []
    ) throws -> SeriesSubject {
        var period: Period? = try self.period(first)
        let observations = try values.map { value in
            let own = try #require(period)
            period = own.next
            // Recorded long after all of them.
            return try observation(
                own.description,
                value,
                status: provisional.contains(own.description) ? .provisional : .definitive,
                recordedAt: 2_000_000_000
            )
        }
        return SeriesSubject(indicator: indicator, history: history(observations), targets: targets)
    }
}

extension Rule {
    init() { self.init(Parameters()) }

    /// The judgement; it does not depend on the day.
    func evidence(for series: SeriesSubject) throws -> Evidence {
        try #require(finding(for: series, on: CalendarDate(dayNumber: 0)).evidence.of(Evidence.self))
    }
}

extension InformingEvidence {
    /// What it says in Dutch: the sentence, then the numbers.
    func lines(_ unit: MeasureUnit, _ language: Language = .nl) -> [String] {
        [sentence(unit, in: Phrases(language))] + numbers(unit, in: Phrases(language))
    }
}
