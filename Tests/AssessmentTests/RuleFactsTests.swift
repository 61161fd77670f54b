import AlertSamples
import Assessment
import Foundation
import Indicators
import Testing

/// What an alert keeps of a milestone, a budget line or money that ends.
@Suite struct RuleFactsTests {
    private static func indicator(
        _ unit: MeasureUnit,
        better: Better = .higher,
        budget: Budget? = nil,
        ending: Ending? = nil,
        layer: IndicatorLayer? = nil
    ) -> Indicator {
        Indicator(
            id: "wmo",
            title: "Wmo-maatwerk",
            unit: unit,
            better: better,
            cadence: Cadence(.month, dueDays: 45),
            programme: "dronten",
            package: "6N",
            budget: budget,
            ending: ending,
            layer: layer
        )
    }

    private static func moment(_ text: String) throws -> Instant {
        let date = try #require(ISO8601DateFormatter().date(from: text))
        return Instant(seconds: Int(date.timeIntervalSince1970))
    }

    private func date(_ text: String) throws -> CalendarDate { try #require(CalendarDate(text)) }

    /// The facts of one rule's finding of a series with one observation and one target.
    private static func facts(
        _ rule: RuleName,
        _ indicator: Indicator,
        _ observations: [Observation],
        target: (String, String),
        at moment: String
    ) throws -> FindingFacts {
        let recorded = observations.map {
            RecordedObservation($0, revision: 1, importHash: "ab12", recordedAt: Instant(seconds: 0))
        }
        let target = IndicatorTarget(
            indicator: "wmo",
            goal: nil,
            period: try #require(Period(target.0)),
            notation: try TargetNotation(target.1)
        )
        let subject = SeriesSubject(
            indicator: indicator,
            history: SeriesHistory(key: SeriesKey(indicator: "wmo", area: "GM0303"), observations: recorded),
            targets: [target]
        )
        let assessment = Assessor(rules: RuleSet(), zone: .utc)
            .assess(subject, at: try Self.moment(moment))
        let register = IndicatorRegister(programmes: [], indicators: [indicator], paths: [:], areaNames: [:])
        let finding = try #require(assessment.finding(rule))
        return FindingFacts(finding, of: assessment, in: register, severity: finding.severity ?? .warning)
    }

    @Test func `of a milestone the last report and the dates`() throws {
        let report = MilestoneReport(status: .postponed, expected: try date("2027-03-31"))
        let observation = try #require(Observation.milestone(report, on: try date("2026-06-30"), source: "Raad"))
        let facts = try Self.facts(
            .milestone,
            Self.indicator(.milestone, layer: .activity),
            [observation],
            target: ("2026", "gereed"),
            at: "2026-07-10T12:00:00+02:00"
        )
        let milestone = try #require(facts.evidence.of(MilestoneEvidence.self))
        #expect(milestone.status == .postponed && milestone.reportedOn == CalendarDate("2026-06-30"))
        #expect(milestone.firstPlanned == CalendarDate("2026-12-31") && milestone.due == CalendarDate("2027-03-31"))
        #expect(milestone.movedDays == 90 && milestone.plan?.bound?.written(unit: .milestone) == "gereed")
        #expect(facts.reason == .reportedPostponed && facts.about.layer == .activity && facts.about.source == "Raad")
    }

    @Test func `of a budget line the amounts in euros, with the signs of the books`() throws {
        let observation = Observation(period: try #require(Period("2026-12")), value: ExactDecimal(-23_000))
        let facts = try Self.facts(
            .budget,
            Self.indicator(.thousandEuro, budget: Budget(.costs)),
            [observation],
            target: ("2026", "-21.055"),
            at: "2027-01-10T12:00:00+01:00"
        )
        let figures = facts.evidence.value.figures(of: facts, in: Phrases(.nl)).map(\.value)
        // The year is over: nothing is expected any more.
        #expect(
            figures == [
                "-€ 21.055.000", "-€ 23.000.000 tot en met december 2026", "nadeel € 1.945.000 (9,2%)",
                "lasten staan met een minteken, zoals in de begroting",
            ]
        )
        #expect(facts.reason == .budgetDisadvantage && facts.value?.amount == ExactDecimal(-23_000))
    }

    @Test func `of money that ends its last day, and only for that alert`() throws {
        let indicator = Self.indicator(.euro, ending: Ending(date: try date("2026-12-31"), warningDays: 180))
        let observation = Observation(period: try #require(Period("2026-08")), value: ExactDecimal(1))
        func facts(_ rule: RuleName) throws -> FindingFacts {
            try Self.facts(rule, indicator, [observation], target: ("2026-08", "5"), at: "2026-09-10T12:00:00+02:00")
        }
        let ending = try facts(.ending)
        let evidence = try #require(ending.evidence.of(EndingEvidence.self))
        #expect(evidence.date == CalendarDate("2026-12-31") && evidence.warnedFrom == CalendarDate("2026-07-04"))
        #expect(ending.period == Period("2026-12-31") && ending.reason == .endsSoon)
        #expect(ending.value == nil && ending.evidence.value.comparisons == [])
        #expect(try facts(.target).evidence.of(EndingEvidence.self) == nil)
    }
}
