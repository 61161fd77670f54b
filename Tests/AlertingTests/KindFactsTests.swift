import Alerting
import Assessment
import Foundation
import Indicators
import Testing

/// What an alert keeps of a milestone, a budget line or money that ends.
@Suite struct KindFactsTests {
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

    /// The facts of one rule's finding of a series with one observation and one target.
    private static func facts(
        _ rule: RuleName,
        _ indicator: Indicator,
        _ observations: [Observation],
        target: (String, String),
        at moment: String
    ) throws -> AlertFacts {
        let recorded = observations.map {
            RecordedObservation($0, revision: 1, importHash: "ab12", recordedAt: Sample.at(0))
        }
        let target = IndicatorTarget(
            indicator: "wmo",
            goal: nil,
            period: try #require(Period(target.0)),
            notation: try TargetNotation(target.1)
        )
        let subject = SeriesSubject(
            indicator: indicator,
            history: SeriesHistory(key: Sample.series, observations: recorded),
            targets: [target]
        )
        let assessment = Assessor(settings: RuleSettings(), zone: Sample.amsterdam)
            .assess(subject, at: try Sample.moment(moment))
        let register = IndicatorRegister(programmes: [], indicators: [indicator], paths: [:], areaNames: [:])
        let finding = try #require(assessment.finding(rule))
        return AlertFacts(finding, of: assessment, in: register, severity: finding.severity ?? .warning)
    }

    @Test func `of a milestone the last report and the dates`() throws {
        let report = MilestoneReport(status: .postponed, expected: try Sample.date("2027-03-31"))
        let observation = try #require(Observation.milestone(report, on: try Sample.date("2026-06-30"), source: "Raad"))
        let facts = try Self.facts(
            .milestone,
            Self.indicator(.milestone, layer: .activity),
            [observation],
            target: ("2026", "gereed"),
            at: "2026-07-10T12:00:00+02:00"
        )
        let milestone = try #require(facts.milestone)
        #expect(milestone.status == "uitgesteld" && milestone.reportedOn == "2026-06-30")
        #expect(milestone.firstPlanned == "2026-12-31" && milestone.due == "2027-03-31" && milestone.movedDays == 90)
        #expect(facts.reason == .reportedPostponed && facts.layer == "activity" && facts.source == "Raad")
        #expect(facts.targets.map(\.bound) == ["gereed"])
        #expect(facts.budget == nil && facts.endsOn == nil)
    }

    @Test func `of a budget line the amounts in euros, without signs where they only differ`() throws {
        let observation = Observation(period: try #require(Period("2026-12")), value: ExactDecimal(-23_000))
        let facts = try Self.facts(
            .budget,
            Self.indicator(.thousandEuro, budget: Budget(.costs)),
            [observation],
            target: ("2026", "-21.055"),
            at: "2027-01-10T12:00:00+01:00"
        )
        #expect(
            facts.budget
                == BudgetFacts(
                    budget: "€ 21.055.000",
                    realised: "€ 23.000.000",
                    forecast: "€ 23.000.000",
                    deviation: "€ 1.945.000",
                    percent: "9,2%",
                    isAdvantage: false
                )
        )
        #expect(facts.milestone == nil && facts.reason == .budgetDisadvantage && facts.value == "-23000")
    }

    @Test func `of money that ends its last day, and only for that alert`() throws {
        let indicator = Self.indicator(.euro, ending: Ending(date: try Sample.date("2026-12-31"), warningDays: 180))
        let observation = Observation(period: try #require(Period("2026-08")), value: ExactDecimal(1))
        func facts(_ rule: RuleName) throws -> AlertFacts {
            try Self.facts(rule, indicator, [observation], target: ("2026-08", "5"), at: "2026-09-10T12:00:00+02:00")
        }
        let ending = try facts(.ending)
        #expect(ending.endsOn == "2026-12-31" && ending.period == "2026-12-31" && ending.reason == .endsSoon)
        #expect(ending.value == nil && ending.targets == [])
        #expect(try facts(.target).endsOn == nil)
        #expect(try facts(.overdue).endsOn == nil)
    }
}

/// What the store keeps of an alert, as JSON.
@Suite struct StoredFactsTests {
    /// Facts as they were written before there were milestones, budget lines, endings and layers.
    private static let older = """
        {"severity":"critical","reason":"target-missed","programme":"dronten","programmeTitle":"Sociaal domein",\
        "package":"6N","packageTitle":"Wmo","title":"Wmo-maatwerk","unit":"per 1000","period":"2025","value":"112",\
        "isProvisional":false,"isDerived":false,"revision":1,"targets":[{"period":"2025","notation":"<108",\
        "bound":"< 108 per 1000"}],"overduePeriods":[],"areaName":"Dronten"}
        """

    @Test func `facts from before there were kinds are read`() throws {
        let facts = try JSONDecoder().decode(AlertFacts.self, from: Data(Self.older.utf8))
        #expect(facts == Sample.facts())
        #expect(facts.layer == nil && facts.milestone == nil && facts.budget == nil && facts.endsOn == nil)
    }

    @Test func `facts of an older kind are written as before`() throws {
        let encoder = JSONEncoder()
        let written = try encoder.encode(Sample.facts())
        let object = try #require(try JSONSerialization.jsonObject(with: written) as? [String: Any])
        let before = try #require(try JSONSerialization.jsonObject(with: Data(Self.older.utf8)) as? [String: Any])
        #expect(object.keys.sorted() == before.keys.sorted())
    }

    @Test func `facts of every kind survive being written and read`() throws {
        var facts = Sample.facts()
        facts.layer = "impact"
        facts.endsOn = "2026-12-31"
        facts.milestone = MilestoneFacts(status: nil, reportedOn: nil, firstPlanned: nil, due: nil, movedDays: 0)
        facts.budget = BudgetFacts(
            budget: "€ 1",
            realised: "€ 2",
            forecast: "€ 3",
            deviation: "€ 2",
            percent: nil,
            isAdvantage: nil
        )
        #expect(try JSONDecoder().decode(AlertFacts.self, from: try JSONEncoder().encode(facts)) == facts)
    }

    @Test(
        arguments: [
            #""targets":[{"period":"2025","notation":"<108","bound":"< 108 per 1000"}],"#, #""severity":"critical","#,
        ])
    func `facts that lack what was always there are not made up`(missing: String) throws {
        let torn = Self.older.replacing(missing, with: "")
        #expect(torn != Self.older)
        #expect(throws: DecodingError.self) { try JSONDecoder().decode(AlertFacts.self, from: Data(torn.utf8)) }
    }
}
