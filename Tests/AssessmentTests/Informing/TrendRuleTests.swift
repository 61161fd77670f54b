import Indicators
import Testing

@testable import Assessment

@Suite("The rule trend")
struct TrendRuleTests {
    private static func reason(
        _ values: [String],
        _ indicator: Indicator = Sample.indicator(.perThousand)
    ) throws
        -> TrendReason
    {
        try TrendRule().evidence(for: Sample.run(values, from: "2010", indicator)).reason
    }

    @Test(
        "What may be said by how many values there are",
        arguments: [
            ([], .noValue), (["1"], .tooFewValues), (["1", "2", "3"], .tooFewValues),
            (["1", "2", "3", "4"], .pointsUp), (["4", "3", "3", "2"], .pointsDown),
            (["1", "1", "1", "1"], .noClearTrend),
            (["1", "2", "3", "4", "5"], .likelyRising), (["5", "4", "3", "2", "1"], .likelyFalling),
            // S = 8 is chance in 8,3%, S = 6 in 23%.
            (["1", "2", "3", "5", "4"], .likelyRising), (["1", "2", "5", "4", "3"], .noClearTrend),
            // Of eight values a trend is chance in at most 5%: S = 18, not S = 16.
            (["1", "2", "3", "4", "5", "8", "7", "6"], .rising),
            (["1", "3", "2", "8", "7", "6", "5", "4"].reversed(), .noClearTrend),
            (["8", "7", "6", "5", "4", "3", "2", "1"], .falling),
            (["3", "3", "3", "3", "3", "3", "3", "3"], .noClearTrend),
        ] as [([String], TrendReason)]
    )
    func ladder(values: [String], reason: TrendReason) throws {
        #expect(try Self.reason(values) == reason)
    }

    @Test func `the pace goes by the real distance of the years, and the sentence says it`() throws {
        let years = ["2005": "44.1", "2009": "45.0", "2012": "47.2", "2016": "48.9", "2020": "49.5", "2022": "50.3"]
        let evidence = try TrendRule().evidence(for: Sample.series(years, Sample.indicator(.percent)))
        #expect(
            evidence.lines(.percent) == [
                "stijgt waarschijnlijk, met ongeveer 0,4 procentpunt per jaar (6 waarden, 2005 t/m 2022); dat is ongunstig",
                "Theil-Sen: 0,4 procentpunt per jaar (90%-interval 0,23 procentpunt tot 0,44 procentpunt); Mann-Kendall: S = 15, p-waarde 0,3%",
            ]
        )
        #expect(evidence.line?.chance == (try Sample.number("0.002778")))
        let better = try TrendRule().evidence(for: Sample.series(years, Sample.indicator(.percent, .higher)))
        #expect(better.lines(.percent)[0].hasSuffix("; dat is gunstig"))
        #expect(
            better.lines(.percent, .en)[0]
                == "probably rises, by about 0,4 percentage points a year (6 values, 2005 to 2022); that is favourable"
        )
    }

    @Test func `months lie a twelfth of a year apart`() throws {
        let indicator = Sample.indicator(.count, .lower, .month)
        let series = try Sample.run(["10", "11", "12", "13", "14"], from: "2025-10", indicator)
        let evidence = try TrendRule().evidence(for: series)
        #expect(evidence.line?.slope == ExactDecimal(12) && evidence.reason == .likelyRising)
        #expect(
            evidence.lines(.count)[0].contains("met ongeveer 12 per jaar (5 waarden, oktober 2025 t/m februari 2026)")
        )
    }

    @Test func `thirteen months and more are left to their limits, thirteen years are not`() throws {
        let values = (1...13).map { "\($0)" }
        let months = try Sample.run(values, from: "2024-01", Sample.indicator(.count, .lower, .month))
        #expect(try TrendRule().evidence(for: months).reason == .leftToControl)
        #expect(try Self.reason(values) == .rising)
    }

    @Test func `nothing reaches across a break, and the break is named`() throws {
        let values = ["90", "91", "92", "93", "20", "21", "22", "23", "24"]
        let broken = Sample.indicator(.percent, breaks: [try Sample.broken("2014-01-01")])
        let evidence = try TrendRule().evidence(for: Sample.run(values, from: "2010", broken))
        #expect(evidence.reason == .likelyRising && evidence.count == 5 && evidence.first == Period("2014"))
        #expect(evidence.lines(.percent).last == "alleen waarden vanaf 1 januari 2014: andere vraagstelling")
        // A break within a year makes that year the first of what is new; one that lies ahead breaks nothing yet.
        let within = Sample.indicator(
            .percent,
            breaks: [try Sample.broken("2014-07-01"), try Sample.broken("2030-01-01")]
        )
        #expect(try TrendRule().evidence(for: Sample.run(values, from: "2010", within)).count == 5)
        let late = Sample.indicator(.percent, breaks: [try Sample.broken("2016-01-01")])
        let few = try TrendRule().evidence(for: Sample.run(values, from: "2010", late))
        #expect(few.lines(.percent)[0] == "3 waarden: te weinig voor een trend (vanaf 4)")
    }

    @Test func `provisional values are marked, and one of a running year does not count`() throws {
        let indicator = Sample.indicator(.perThousand)
        let series = try Sample.run(["1", "2", "3", "4", "5"], from: "2020", indicator, provisional: ["2023", "2024"])
        #expect(try TrendRule().evidence(for: series).lines(.perThousand).last == "2 waarden daarvan voorlopig")
        let running = try Sample.observation("2025", "1", status: .provisional, recordedAt: 0)
        let more = SeriesSubject(
            indicator: indicator,
            history: Sample.history(series.history.observations + [running]),
            targets: []
        )
        #expect(try TrendRule().evidence(for: more).last == Period("2024"))
    }

    @Test func `of very many values the last two hundred count`() throws {
        let values = (0..<260).map { "\($0)" }
        let evidence = try TrendRule().evidence(for: Sample.run(values, from: "1925", Sample.indicator(.count)))
        #expect(evidence.count == 200 && evidence.line?.slope == ExactDecimal(1))
    }

    @Test func `it says nothing of milestones and money`() {
        #expect(!TrendRule().applies(to: Sample.indicator(kind: .milestone)))
        #expect(!TrendRule().applies(to: Sample.indicator(kind: .euro, budget: Budget(.costs))))
    }
}
