import Assessment
import DigestSamples
import Indicators
import Telling
import Testing

@Suite("Status in brief")
struct StatusSummaryTests {
    private static let now = Sample.at("2027-02-01 08:00")

    private static func assessment(_ title: String, _ value: String?) throws -> SeriesAssessment {
        let id = IndicatorID(title)
        let key = SeriesKey(indicator: id, area: "GM0303")
        let period = try #require(Period("2026"))
        let indicator = Indicator(
            id: id,
            title: title,
            unit: .perThousand,
            better: .lower,
            cadence: Cadence(.year, dueDays: 180),
            programme: "dronten",
            package: "6N"
        )
        let observations = try value.map { value in
            [
                RecordedObservation(
                    Observation(period: period, value: try #require(ExactDecimal(value))),
                    revision: 1,
                    importHash: "0123456789abcdef",
                    recordedAt: now
                )
            ]
        }
        let target = IndicatorTarget(indicator: id, goal: nil, period: period, notation: try TargetNotation("<100"))
        let subject = SeriesSubject(
            indicator: indicator,
            history: SeriesHistory(key: key, observations: observations ?? []),
            targets: [target]
        )
        return Assessor(rules: RuleSet(), zone: Sample.amsterdam).assess(subject, at: now)
    }

    private static func lines(_ values: [(String, String?)], _ language: Language = .nl) throws -> [Substring] {
        let assessments = try values.map { try assessment($0.0, $0.1) }
        let register = IndicatorRegister(programmes: [], indicators: [], paths: [:], areaNames: [:])
        return StatusSummary(assessments, by: .exact, register: register, phrases: Phrases(language)).text.split(
            separator: "\n"
        )
    }

    @Test func `it counts every light and names what deviates, worst first`() throws {
        let lines = try Self.lines([("a", "99"), ("b", "101"), ("c", "150"), ("d", nil), ("e", "105"), ("f", "200")])
        #expect(lines.first == "6 reeksen: 2 rood, 2 oranje, 1 groen, 1 grijs (geen oordeel)")
        #expect(lines.count == 6 && lines[1] == "De 4 die het meest afwijken:")
        let starts = ["  [Rood] f is 200", "  [Rood] c is 150", "  [Oranje] e is 105", "  [Oranje] b is 101"]
        for (line, start) in zip(lines.dropFirst(2), starts) { #expect(line.hasPrefix(start), "\(line)") }
    }

    @Test func `of many, five are named`() throws {
        let lines = try Self.lines((1...9).map { ("i\($0)", "10\($0)") }, .en)
        #expect(lines.first == "9 series: 0 red, 9 amber, 0 green, 0 grey (no judgement)")
        #expect(lines.count == 7 && lines[1] == "The 5 that deviate most:" && lines[2].contains("i9 is 109"))
    }

    @Test func `where nothing deviates it says only that of what can be judged`() throws {
        let lines = try Self.lines([("a", "99"), ("b", nil)])
        #expect(lines.last == "Van wat beoordeeld kan worden, wijkt niets af." && lines.count == 2)
    }
}
