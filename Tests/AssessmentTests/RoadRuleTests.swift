import AlertSamples
import Assessment
import Indicators
import Testing

/// Targets that lie ahead, judged by the road to them.
@Suite struct RoadRuleTests {
    private static func finding(
        _ values: [String: String],
        _ cells: [(String, String, String?)],
        better: Better = .lower,
        cadence: Cadence = Sample.yearly,
        parameters: TargetParameters = TargetParameters()
    ) throws -> Finding {
        let targets = try cells.map { try Sample.target($0.0, $0.1, goal: $0.2) }
        let series = try Sample.series(values, targets: targets, Sample.indicator(better: better, cadence: cadence))
        return TargetRule(parameters).finding(for: series, on: try Sample.date("2026-01-01"))
    }

    private static let halving: [(String, String, String?)] = [("halvering t.o.v. 2020", "2029", "6P-2")]

    /// Values of 2020 on, with what is said of the last.
    @Test(
        arguments: [
            (["2020": "1240"], .isBaseline, false, nil),
            (["2020": "1240", "2021": "1171"], .onCourse, false, "1171.1"),
            (["2020": "1240", "2021": "1200"], .behindCourse, false, "1171"),
            (["2020": "1240", "2022": "1239"], .behindCourse, false, "1102"),
            (["2020": "1240", "2023": "1080"], .behindCourse, true, "1033"),
            (["2020": "1240", "2021": "1241"], .wrongWay, false, "1171"),
            (["2020": "1240", "2023": "1241"], .wrongWay, true, "1033"),
            (["2020": "1240", "2023": "600"], .atTargetLevel, false, nil),
            (["2021": "1240", "2023": "600"], .baselineMissing, false, nil),
        ] as [([String: String], Reason, Bool, String?)]
    )
    func `from its baseline, and an alert after three periods`(
        values: [String: String],
        reason: Reason,
        opens: Bool,
        expected: String?
    ) throws {
        let finding = try Self.finding(values, Self.halving)
        #expect(finding.reason == reason && finding.opensAlert == opens)
        #expect(finding.comparisons[0].road?.expected?.description == expected)
    }

    @Test func `when the target's own period is the next one it is an alert at once`() throws {
        let cells: [(String, String, String?)] = [("<100", "2026", nil)]
        let next = try Self.finding(["2024": "120", "2025": "118"], cells)
        #expect(next.reason == .behindCourse && next.opensAlert)
        let later = try Self.finding(["2024": "120", "2025": "118"], [("<100", "2027", nil)])
        #expect(later.reason == .behindCourse && !later.opensAlert)
        let surveys = Cadence(.year, every: 2, dueDays: 120)
        #expect(try Self.finding(["2023": "120", "2025": "118"], [("<100", "2027", nil)], cadence: surveys).opensAlert)
    }

    @Test func `without a baseline of its own the road begins at the last value before the plan`() throws {
        let watched = Cadence(.year, first: Period("2025"), dueDays: 120)
        let values = ["2015": "900", "2024": "120", "2025": "118", "2026": "117"]
        let planned = try Self.finding(values, [("<100", "2028", "A-1")], cadence: watched)
        #expect(planned.comparisons[0].road?.start == Period("2024"))
        let pathFirst = try Self.finding(values, [("<130", "2025", nil), ("<100", "2028", "A-1")])
        #expect(pathFirst.comparisons[1].road?.start == Period("2024"))
        let between = try Self.finding(values, [("<130", "2025", nil), ("<100", "2028", nil)])
        #expect(between.comparisons[0].road?.start == Period("2025"))
        let awaited = Cadence(.year, first: Period("2015"), dueDays: 120)
        let cells = try Self.finding(values, [("<130", "2025", nil), ("<100", "2028", "A-1")], cadence: awaited)
        #expect(cells.comparisons[1].road?.start == Period("2024"))
        let first = try Self.finding(["2025": "118", "2026": "117"], [("<100", "2028", "A-1")], cadence: watched)
        #expect(first.comparisons[0].road?.start == Period("2025"))
    }

    @Test
    func `where nothing says when the promise began it is judged by the last three periods, not by the oldest value`()
        throws
    {
        func start(_ values: [String: String]) throws -> Period? {
            try Self.finding(values, [("<100", "2029", "A-1")]).comparisons[0].road?.start
        }
        for oldest in ["900", "117", "1"] {
            let values = ["2015": oldest, "2022": "123", "2023": "121", "2024": "120", "2025": "118", "2026": "117"]
            #expect(try start(values) == Period("2023"))
        }
        #expect(try start(["2015": "900", "2025": "118", "2026": "117"]) == Period("2025"))
        #expect(try start(["2014": "900", "2018": "118", "2022": "117"]) == Period("2018"))
        #expect(try Self.finding(["2026": "117"], [("<100", "2029", "A-1")]).reason == .isBaseline)
    }

    @Test func `the log, the mail and explain name the value that the road begins at`() throws {
        let values = ["2015": "900", "2022": "1080", "2025": "1000"]
        let finding = try Self.finding(values, [("<700", "2028", "A-1")])
        let explained = finding.evidence.value.explanation(of: finding, unit: .count, in: Phrases(.nl)).details
        #expect(explained[0].contains("vanaf 1.080 (2022) zou op koers 890 zijn"))
        let facts = FindingFacts.sample(
            "Jeugdhulp",
            .warning,
            .behindCourse,
            value: "1000",
            unit: "aantal",
            period: "2025",
            targets: []
        )
        let statement = finding.evidence.value.statement(of: facts, in: Phrases(.nl))
        #expect(statement.message.hasSuffix("op koers zou 890 zijn (gerekend vanaf 2022: 1.080)."))
        #expect(statement.verdict.hasSuffix("op koers zou 890 zijn (gerekend vanaf 2022: 1.080)."))
        let well = try Self.finding(["2022": "1080", "2025": "800"], [("<700", "2028", "A-1")])
        let end = well.evidence.value.endStatement(of: facts, in: Phrases(.nl))
        #expect(end.message.hasSuffix("op koers naar < 700 (doel A-1, 2028), gerekend vanaf 2022: 1.080."))
    }

    @Test func `where the target only has to be better than the base, the same value is still to be reached`() throws {
        let cells: [(String, String, String?)] = [("stijging t.o.v. 2023", "2027", "A-1")]
        let same = try Self.finding(["2023": "50", "2025": "50"], cells, better: .higher)
        #expect(same.reason == .notYetReached && !same.opensAlert && same.severity == .warning)
        let less = try Self.finding(["2023": "50", "2026": "49"], cells, better: .higher)
        #expect(less.reason == .wrongWay && less.opensAlert)
        #expect(try Self.finding(["2023": "50", "2025": "51"], cells, better: .higher).reason == .atTargetLevel)
    }

    @Test func `a base that met the target already does not make a worse value good`() throws {
        let finding = try Self.finding(["2020": "72", "2023": "69"], [("70", "2028", nil)], better: .higher)
        #expect(finding.reason == .wrongWay && finding.opensAlert)
    }

    @Test func `quarters go to the target of a year by its last quarter`() throws {
        let quarterly = Cadence(.quarter, dueDays: 45)
        let values = ["2025-Q4": "100", "2026-Q2": "90"]
        let finding = try Self.finding(values, [("80", "2026", nil)], cadence: quarterly)
        #expect(finding.reason == .onCourse)
        #expect(finding.comparisons[0].road?.expected?.description == "90")
    }

    @Test func `how far is on course, and when it is told, can be set`() throws {
        var parameters = TargetParameters()
        parameters.onCourse = ExactDecimal(60)
        let values = ["2020": "1240", "2023": "1080"]
        #expect(try Self.finding(values, Self.halving, parameters: parameters).reason == .onCourse)
        parameters = TargetParameters()
        parameters.alertAfter = 4
        #expect(try !Self.finding(values, Self.halving, parameters: parameters).opensAlert)
    }

    @Test func `a distance that rounding would hide is told more exactly`() throws {
        let finding = try Self.finding(["2020": "8", "2022": "8"], [("7", "2030", nil)])
        #expect(finding.comparisons[0].road?.expected?.description == "7.8")
    }

    // MARK: Words

    private static func verdict(_ values: [String: String], value: String, _ language: Language) throws -> String {
        let evidence = try #require(try finding(values, halving).evidence.of(TargetEvidence.self))
        let facts = FindingFacts.sample(
            "Jeugdhulp",
            .warning,
            .behindCourse,
            value: value,
            unit: "aantal",
            period: "2023",
            targets: []
        )
        return evidence.statement(of: facts, in: Phrases(language)).verdict
    }

    @Test func `being behind and going the wrong way are told with their numbers, in both languages`() throws {
        let behind = ["2020": "1240", "2023": "1080"]
        #expect(
            try Self.verdict(behind, value: "1080", .nl)
                == "Het doel voor 2029 is 620. Nu is het 1.080; op koers zou 1.033 zijn (gerekend vanaf 2020: 1.240)."
        )
        #expect(
            try Self.verdict(behind, value: "1080", .en)
                == "The goal for 2029 is 620. Now it is 1.080; on course it would be 1.033 (counted from 2020: 1.240)."
        )
        let worse = ["2020": "1240", "2023": "1300"]
        #expect(
            try Self.verdict(worse, value: "1300", .nl)
                == "Het doel voor 2029 is 620. Nu is het 1.300; dat is slechter dan in 2020 (1.240)."
        )
        #expect(
            try Self.verdict(worse, value: "1300", .en)
                == "The goal for 2029 is 620. Now it is 1.300; worse than in 2020 (1.240)."
        )
    }
}
