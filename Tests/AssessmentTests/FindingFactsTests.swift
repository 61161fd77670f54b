import AlertSamples
import Assessment
import Indicators
import Testing

@Suite("The facts of a finding")
struct FindingFactsTests {
    @Test("Are taken from the finding, the indicator and the register")
    func facts() throws {
        let indicator = Indicator(
            id: "wmo",
            title: "Wmo-maatwerk",
            unit: .perThousand,
            better: .lower,
            cadence: Cadence(.year, dueDays: 120),
            source: "CBS",
            owner: "Wethouder Wmo",
            programme: "dronten",
            package: "6N"
        )
        let package = Package(id: "6N", title: "Wmo", goals: [], indicators: ["wmo"])
        let programme = Programme(
            id: "dronten",
            title: "Sociaal domein",
            area: "GM0303",
            source: nil,
            packages: [package]
        )
        let register = IndicatorRegister(
            programmes: [programme],
            indicators: [indicator],
            paths: [:],
            areaNames: ["GM0303": "Dronten"]
        )
        let period = try #require(Period("2025"))
        let observation = RecordedObservation(
            Observation(period: period, value: ExactDecimal(112), status: .provisional, source: "GGD"),
            revision: 2,
            importHash: "ab12",
            recordedAt: Instant(seconds: 1_775_023_200)
        )
        let targets = [
            IndicatorTarget(indicator: "wmo", goal: nil, period: period, notation: try TargetNotation("<120")),
            IndicatorTarget(indicator: "wmo", goal: "6N-2", period: period, notation: try TargetNotation("<108")),
        ]
        let assessment = Assessor(rules: RuleSet(), zone: .utc).assess(
            SeriesSubject(
                indicator: indicator,
                history: SeriesHistory(key: SeriesKey(indicator: "wmo", area: "GM0303"), observations: [observation]),
                targets: targets
            ),
            at: Instant(seconds: 1_775_023_200)
        )
        let finding = try #require(assessment.finding(.target))
        let facts = FindingFacts(finding, of: assessment, in: register, severity: .warning)
        #expect(
            facts.about.title == "Wmo-maatwerk" && facts.about.programmeTitle == "Sociaal domein"
                && facts.about.packageTitle == "Wmo"
        )
        #expect(
            facts.value?.amount == ExactDecimal(112) && facts.period == period && facts.isProvisional
                && facts.revision == 2
        )
        #expect(
            facts.about.source == "GGD" && facts.about.owner == "Wethouder Wmo" && facts.about.areaName == "Dronten"
                && facts.importHash == "ab12"
        )
        #expect(facts.next?.period == Period("2026") && facts.next?.date == CalendarDate("2027-04-30"))
        let told = facts.evidence.value.comparisons.told
        #expect(told.map { $0.bound?.written(unit: .perThousand) } == ["< 108 per 1000"])
        #expect(Phrases(.nl).inOneLine(told, unit: .perThousand) == "< 108 per 1000 (doel 6N-2, 2025)")
    }
}
