import AlertSamples
import Assessment
import Indicators
import Testing

/// The course of the year: when a deviation is certain enough to be told.
@Suite struct BudgetCourseTests {
    private static let amber = Finding.State.deviates(.warning)
    private static let red = Finding.State.deviates(.critical)

    @Test(
        arguments: [
            // From the fourth month on, and the month before says the same.
            (["200"], .tooEarly), (["150", "300", "450"], .tooEarly),
            (["150", "300", "450", "600"], .budgetDisadvantage), (["50", "100", "150", "200"], .budgetAdvantage),
            // One month alone is not enough.
            (["100", "200", "300", "400", "500", "700"], .unconfirmed),
            (["100", "200", "300", "400", "500", "700", "800"], .budgetDisadvantage),
            // Nor are two to different sides.
            (["100", "200", "300", "400", "400", "700"], .unconfirmed),
            // Nor a month before that was off by less than counts.
            (["100", "200", "300", "400", "520", "700"], .unconfirmed),
            (["100", "200", "300", "400", "535", "700"], .unconfirmed),
            (["100", "200", "300", "400", "540", "700"], .budgetDisadvantage),
            // What was wrong before is right now.
            (["150", "300", "450", "600", "500"], .withinBudget),
        ] as [([String], Reason)]
    )
    func `in an even year two months in a row have to say so`(months: [String], reason: Reason) throws {
        #expect(Sample.judged(try Sample.line(Sample.months(months))).reason == reason)
    }

    @Test func `a setting says how many months in a row open an alert`() throws {
        let line = try Sample.line(Sample.months(["150", "300", "450", "600"]))
        for (months, reason) in [(1, Reason.budgetDisadvantage), (4, .budgetDisadvantage), (5, .unconfirmed)] {
            var parameters = BudgetParameters()
            parameters.openAfter = months
            #expect(Sample.judged(line, parameters).reason == reason)
        }
    }

    @Test func `a setting says how many months in a row within the budget end what was told`() throws {
        var parameters = BudgetParameters()
        parameters.resolveAfter = 2
        let told = Sample.judged(try Sample.line(Sample.months(["150", "300", "450", "600"])), parameters)
        func after(_ months: [String]) throws -> Finding {
            var line = try Sample.line(Sample.months(["150", "300", "450", "600"] + months))
            line.openAlerts[.budget] = EarlierAlert(openedAt: Instant(seconds: 0), evidence: told.evidence)
            return Sample.judged(line, parameters)
        }
        #expect(try after(["500"]).state == .unknown && after(["500"]).light == .green)
        #expect(try after(["500", "600"]).state == .inOrder)
    }

    @Test func `the last month of the year is enough by itself`() throws {
        let months = (1...11).map { "\($0 * 100)" }
        #expect(Sample.judged(try Sample.line(Sample.months(months + ["1400"]))).reason == .budgetDisadvantage)
        #expect(Sample.judged(try Sample.line(["2026-12": "1400"])).state == Self.red)
        #expect(Sample.judged(try Sample.line(["2026-11": "1400"])).reason == .unconfirmed)
    }

    @Test func `a month that was not delivered does not end what the months around it say`() throws {
        let months = Sample.months(["150", "300", "450", "600"]).merging(Sample.months(from: 6, ["900"])) { $1 }
        let finding = Sample.judged(try Sample.line(months))
        #expect(finding.reason == .budgetDisadvantage && finding.state == Self.red)
    }

    // MARK: The season of earlier years

    /// The months of two earlier years, counted up (methods-cases.json, `seasonal_two_years`).
    private static func earlierYears() -> [String: String] {
        let years = [
            2024: [80, 80, 90, 90, 95, 100, 60, 60, 110, 110, 120, 205],
            2025: [85, 85, 92, 95, 100, 105, 65, 60, 112, 115, 122, 214],
        ]
        return years.reduce(into: [:]) { values, year in
            var sum = 0
            for (index, amount) in year.value.enumerated() {
                sum += amount
                values["\(year.key)-\((index + 1).padded(to: 2))"] = "\(sum)"
            }
        }
    }

    private static func seasonal(_ june: String, budget: String = "1300") throws -> Finding {
        Sample.judged(try Sample.line(earlierYears().merging(["2026-06": june]) { $1 }, budget: budget))
    }

    @Test func `the year is expected to run as the earlier ones did`() throws {
        let standing = try #require(try Self.seasonal("600").budget)
        #expect(standing.forecast.description == "1340" && standing.deviation.description == "40")
        #expect(standing.percent?.description == "3.1" && standing.earlierYears == 2)
        #expect(try Self.seasonal("600").reason == .withinBudget)
    }

    @Test(
        arguments: [
            // 1300 lies outside 1557…1570, and outside 1112…1121.
            ("700", red, .budgetDisadvantage), ("635", amber, .budgetDisadvantage), ("500", amber, .budgetAdvantage),
            // Outside the band, but by less than counts.
            ("605", .inOrder, .withinBudget), ("620", .inOrder, .withinBudget),
        ] as [(String, Finding.State, Reason)]
    )
    func `a budget outside the band of earlier years is enough by itself`(
        june: String,
        state: Finding.State,
        reason: Reason
    ) throws {
        let finding = try Self.seasonal(june)
        #expect(finding.state == state)
        #expect(finding.reason == reason)
    }

    /// Two years of which one had 30 % by June and 25 % by May, the other 60 % and 50 %.
    private static let wide = [
        "2024-05": "250", "2024-06": "300", "2024-12": "1000", "2025-05": "500", "2025-06": "600", "2025-12": "1000",
    ]

    @Test func `a budget inside the band needs a second month`() throws {
        // 450 by June is 1000 on average, and 750 or 1500 by the single years: 1300 may still be right.
        let alone = Self.wide.merging(["2026-06": "450"]) { $1 }
        #expect(Sample.judged(try Sample.line(alone, budget: "1300")).reason == .unconfirmed)
        let again = alone.merging(["2026-05": "375"]) { $1 }
        #expect(Sample.judged(try Sample.line(again, budget: "1300")).reason == .budgetAdvantage)
    }

    @Test func `an earlier year that is not whole, or had nothing, does not count`() throws {
        let values = [
            "2023-06": "10", "2024-06": "300", "2024-12": "1000", "2025-06": "5", "2025-12": "0", "2026-06": "390",
        ]
        let standing = try #require(Sample.judged(try Sample.line(values, budget: "1300")).budget)
        #expect(standing.earlierYears == 1 && standing.forecast.description == "1300")
    }

    @Test func `the last month of the year needs no earlier ones`() throws {
        let line = try Sample.line(Self.earlierYears().merging(["2026-12": "1400"]) { $1 }, budget: "1300")
        let finding = Sample.judged(line)
        #expect(finding.budget?.forecast.description == "1400" && finding.budget?.earlierYears == 0)
        #expect(finding.state == Self.amber)
    }

    // MARK: Amounts of single periods

    @Test func `amounts of single months are counted up`() throws {
        let months = Sample.months(Array(repeating: "120", count: 6))
        let finding = Sample.judged(try Sample.line(months, kind: Sample.amountsOfMonths))
        #expect(finding.budget?.realised.description == "720" && finding.budget?.forecast.description == "1440")
        #expect(finding.reason == .budgetDisadvantage)
    }

    @Test func `each year begins anew`() throws {
        let months = Sample.months(year: 2025, Array(repeating: "500", count: 12))
            .merging(Sample.months(Array(repeating: "100", count: 5))) { $1 }
        #expect(
            Sample.judged(try Sample.line(months, kind: Sample.amountsOfMonths)).budget?.realised.description == "500"
        )
    }

    @Test(arguments: ["2026-01", "2026-03", "2026-05"])
    func `with a month missing nothing can be counted up`(missing: String) throws {
        var months = Sample.months(Array(repeating: "120", count: 6))
        months[missing] = nil
        let finding = Sample.judged(try Sample.line(months, kind: Sample.amountsOfMonths))
        #expect(finding.state == .unknown && finding.reason == .periodsMissing && finding.budget == nil)
        #expect(finding.period == Period("2026-06"))
        // What was counted up by the supplier does not need the months before.
        #expect(Sample.judged(try Sample.line(months)).budget?.realised.description == "120")
    }

    // MARK: Other periods

    @Test(
        arguments: [
            (["2026-Q1": "500"], .tooEarly), (["2026-Q1": "300", "2026-Q2": "800"], .unconfirmed),
            (["2026-Q1": "400", "2026-Q2": "800"], .budgetDisadvantage),
            (["2026-Q1": "300", "2026-Q2": "600", "2026-Q3": "900"], .withinBudget),
            (["2026-Q4": "1400"], .budgetDisadvantage),
            (["2026-H1": "800"], .unconfirmed), (["2026-H2": "1400"], .budgetDisadvantage),
            (["2026": "1400"], .budgetDisadvantage), (["2026": "1000"], .budgetAdvantage),
            (["2026": "1210"], .withinBudget),
            (["2026-W20": "800"], .periodsMissing), (["2026-05-01": "800"], .periodsMissing),
        ] as [([String: String], Reason)]
    )
    func `quarters, half years and years each have their share of the year`(
        values: [String: String],
        reason: Reason
    ) throws {
        #expect(Sample.judged(try Sample.line(values)).reason == reason)
    }

    @Test func `quarters of earlier years have a season too`() throws {
        let values = ["2025-Q2": "400", "2025-Q4": "1000", "2026-Q2": "480"]
        #expect(Sample.judged(try Sample.line(values)).budget?.forecast.description == "1200")
    }

    // MARK: Totals that are made of other lines

    private static func total(_ a: [String: String], _ b: [String: String]) throws -> Finding {
        let derivation = Derivation(.sum, of: ["a", "b"], decimals: 0)
        let subject = SeriesSubject(
            indicator: Sample.indicator(
                kind: .thousandEuro,
                better: .lower,
                cadence: Sample.monthly,
                derivation: derivation,
                budget: Sample.costs
            ),
            derivation: derivation,
            key: SeriesKey(indicator: "wmo", area: "GM0303"),
            inputs: try [("a", a), ("b", b)].map { id, values in
                Sample.history(IndicatorID(id), try values.map { try Sample.observation($0.key, $0.value) })
            },
            targets: [try Sample.target("1200", "2026")]
        )
        return Sample.judged(subject)
    }

    @Test func `a total is judged as a line of its own`() throws {
        let finding = try Self.total(
            Sample.months(["100", "200", "300", "400"]),
            Sample.months(["50", "100", "150", "200"])
        )
        #expect(finding.reason == .budgetDisadvantage && finding.budget?.realised.description == "600")
    }

    @Test func `a total waits for its lines`() throws {
        let finding = try Self.total(Sample.months(["100", "200", "300", "400"]), Sample.months(["50", "100", "150"]))
        #expect(finding.state == .unknown && finding.reason == .inputMissing)
        #expect(finding.missingInputs == ["b"] && finding.period == Period("2026-04"))
    }

    @Test func `a total that no number can hold is not judged by the month before`() throws {
        let large = "999999999999999999"
        let finding = try Self.total(["2026-05": "600", "2026-06": large], ["2026-05": "1", "2026-06": "1"])
        #expect(finding.state == .unknown && finding.reason == .notComputable && finding.period == Period("2026-06"))
    }
}
