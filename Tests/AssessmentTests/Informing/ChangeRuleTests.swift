import Indicators
import Testing

@testable import Assessment

@Suite("The rule change")
struct ChangeRuleTests {
    private static func evidence(
        _ values: [String],
        from first: String = "2024",
        _ indicator: Indicator = Sample.indicator(.perThousand)
    ) throws -> ChangeEvidence {
        try ChangeRule().evidence(for: Sample.run(values, from: first, indicator))
    }

    @Test(
        arguments: [
            (["105", "112"], .lower, .worse), (["105", "112"], .higher, .better), (["112", "105"], .lower, .better),
            (["112", "105"], .higher, .worse), (["100", "105"], .lower, .hardly), (["100", "105.1"], .lower, .worse),
            (["100", "100"], .lower, .hardly), (["100"], .lower, .tooFewValues), ([], .lower, .noValue),
            (["0", "1"], .lower, .worse), (["0", "0"], .lower, .hardly), (["-10", "-12"], .higher, .worse),
        ] as [([String], Better, ChangeReason)]
    )
    func `more than a twentieth the wrong way is worth a word`(
        values: [String],
        better: Better,
        reason: ChangeReason
    ) throws {
        let series = try Sample.run(values, from: "2024", Sample.indicator(.perThousand, better))
        let finding = ChangeRule().finding(for: series, on: CalendarDate(dayNumber: 0))
        #expect(finding.reason == Reason(reason))
        #expect((finding.state == .informs) == (reason == .worse))
        #expect(finding.light == nil && finding.severity == nil)
    }

    @Test func `the sentence has both values, the difference and its percentage`() throws {
        #expect(
            try Self.evidence(["105", "112"]).lines(.perThousand) == [
                "112 per 1000 over 2025: 7 per 1000 hoger dan over 2024 (+6,7%); dat is ongunstig",
                "2024: 105 per 1000",
            ]
        )
        let percent = Sample.indicator(.percent)
        #expect(
            try Self.evidence(["0", "2.5"], from: "2024", percent).lines(.percent)[0]
                == "2,5% over 2025: 2,5 procentpunt hoger dan over 2024; dat is ongunstig"
        )
        #expect(
            try Self.evidence(["25.0", "25.0"], from: "2024", percent).lines(.percent)[0]
                == "25,0% over 2025: gelijk aan 2024"
        )
    }

    @Test func `a month lies beside the one before and beside that of a year ago`() throws {
        let months = ["100"] + Array(repeating: "115", count: 10) + ["120", "110"]
        let evidence = try Self.evidence(months, from: "2025-03", Sample.indicator(.perThousand, .lower, .month))
        #expect(
            evidence.lines(.perThousand)[0]
                == "110 per 1000 over maart 2026: 10 per 1000 lager dan over februari 2026 (-8,3%) en 10 per 1000 hoger "
                + "dan over maart 2025 (+10%); vergeleken met maart 2025 is dat ongunstig"
        )
        #expect(evidence.reason == .worse && evidence.yearAgo?.percent == ExactDecimal(10))
    }

    @Test func `nothing is compared across a break`() throws {
        let broken = Sample.indicator(.perThousand, breaks: [try Sample.broken("2025-01-01")])
        let evidence = try Self.evidence(["50", "112"], from: "2024", broken)
        #expect(
            evidence.lines(.perThousand) == [
                "nog geen eerdere waarde om mee te vergelijken (vanaf 2 waarden)",
                "alleen waarden vanaf 1 januari 2025: andere vraagstelling",
            ]
        )
    }

    @Test func `a change for the better is told where that is asked for`() throws {
        var parameters = ChangeParameters()
        parameters.bothWays = true
        parameters.beyond = .amount(ExactDecimal(3))
        let rule = ChangeRule(parameters)
        let series = try Sample.run(["112", "105"], from: "2024", Sample.indicator(.perThousand))
        #expect(rule.finding(for: series, on: CalendarDate(dayNumber: 0)).state == .informs)
        let less = try Sample.run(["112", "109"], from: "2024", Sample.indicator(.perThousand))
        #expect(try rule.evidence(for: less).reason == .hardly)
    }

    @Test func `a provisional figure is marked, on either side`() throws {
        let series = try Sample.run(
            ["105", "112"],
            from: "2024",
            Sample.indicator(.perThousand),
            provisional: ["2024", "2025"]
        )
        #expect(
            try ChangeRule().evidence(for: series).lines(.perThousand)[0]
                == "112 per 1000 over 2025 (voorlopig): 7 per 1000 hoger dan over 2024 (+6,7%, voorlopig); dat is ongunstig"
        )
    }
}
