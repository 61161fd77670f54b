import Assessment
import Foundation
import Indicators
import TestSupport
import Testing

@testable import Telling

@Suite("What a picture and a table may tell of a series")
struct ToldChartTests {
    private static let zone = LocalZone(name: "UTC") { _ in 0 }

    private static func subject(
        _ values: [(String, Int)],
        counts: Set<Counted> = [],
        targets: [IndicatorTarget] = []
    ) throws -> SeriesSubject {
        let indicator = Indicator(
            id: "jeugd",
            title: "=Jeugd",
            unit: .count,
            better: .lower,
            cadence: Cadence(.year, dueDays: 365),
            source: "@CBS;x",
            programme: "dronten",
            package: "6N",
            counts: counts
        )
        let observations = try values.map { period, value in
            RecordedObservation(
                Observation(period: try #require(Period(period)), value: ExactDecimal(value)),
                revision: 1,
                importHash: "abc",
                recordedAt: Instant(seconds: 0)
            )
        }
        let key = SeriesKey(indicator: "jeugd", area: "GM0303")
        return SeriesSubject(
            indicator: indicator,
            history: SeriesHistory(key: key, observations: observations),
            targets: targets
        )
    }

    private static func chart(_ subject: SeriesSubject, by disclosure: Disclosure) -> SeriesChart? {
        let assessor = Assessor(rules: RuleSet(), zone: zone)
        let assessment = assessor.assess(subject, at: Instant(seconds: 1_780_000_000))
        return SeriesChart(subject, assessment, by: disclosure, language: .nl)
    }

    private static func disclosure(of subject: SeriesSubject) -> Disclosure {
        let register = IndicatorRegister(programmes: [], indicators: [subject.indicator], paths: [:], areaNames: [:])
        return Disclosure(PersonCounts(register, limits: CountLimits()), histories: [subject.history])
    }

    @Test func `a small number is neither drawn nor said, and what rests on it is not either`() throws {
        let target = IndicatorTarget(
            indicator: "jeugd",
            goal: nil,
            period: try #require(Period("2025")),
            notation: try TargetNotation("-10% t.o.v. 2023")
        )
        let subject = try Self.subject(
            [("2022", 40), ("2023", 7), ("2024", 41), ("2025", 43)],
            counts: [.persons],
            targets: [target]
        )
        let chart = try #require(Self.chart(subject, by: Self.disclosure(of: subject)))
        #expect(chart.points.map(\.value.description) == ["40", "41", "43"])
        #expect(chart.targets.isEmpty && chart.aim == nil && chart.forecast == nil)
        #expect(chart.light == .grey)
        #expect(chart.alternative == "2022 t/m 2025: 40, niet getoond, 41, 43")
        let svg = try #require(ChartSVG.render(chart, size: .mail))
        #expect(!svg.contains(">7<") && !svg.contains("6,3<"))
        var table = EvidenceTable(.nl)
        table.add(subject, in: Self.register(subject), by: Self.disclosure(of: subject))
        let lines = Self.lines(table)
        #expect(lines[2].contains(";2023;;aantal;;niet getoond;"), "\(lines[2])")
    }

    @Test
    func `the value that was judged has the shape of its light, and a goal that says what the path says is one line`()
        throws
    {
        let year = try #require(Period("2025"))
        let targets = try [nil, "6N-1"].map { goal in
            IndicatorTarget(indicator: "jeugd", goal: goal, period: year, notation: try TargetNotation("<40"))
        }
        let subject = try Self.subject([("2023", 30), ("2024", 35), ("2025", 60)], targets: targets)
        let chart = try #require(Self.chart(subject, by: .exact))
        #expect(chart.targets.count == 1 && chart.judged == year && chart.light == .red)
        #expect(chart.alternative == "2023 t/m 2025: 30, 35, 60; streefwaarde < 40 in 2025")
    }

    private static func register(_ subject: SeriesSubject) -> IndicatorRegister {
        IndicatorRegister(
            programmes: [],
            indicators: [subject.indicator],
            paths: [:],
            areaNames: ["GM0303": "-Dronten \"x\""]
        )
    }

    private static func lines(_ table: EvidenceTable) -> [String] {
        String(decoding: table.bytes, as: UTF8.self).components(separatedBy: "\r\n")
    }

    @Test func `the table has a row for each value, and no cell of it is a formula`() throws {
        let subject = try Self.subject([("2023", 30), ("2024", -35)])
        var table = EvidenceTable(.nl)
        table.add(subject, in: Self.register(subject), by: .exact)
        let lines = Self.lines(table)
        #expect(Array(table.bytes.prefix(3)) == [0xEF, 0xBB, 0xBF])
        #expect(lines[0].hasSuffix("herziening;import"))
        #expect(
            lines[1]
                == "dronten;jeugd;'=Jeugd;GM0303;\"'-Dronten \"\"x\"\"\";;2023;30;aantal;;definitief;;;\"'@CBS;x\";1;abc"
        )
        #expect(lines[2].contains(";2024;-35;aantal;"))
        #expect(lines.last == "" && lines.count == 4)
    }
}
