import Assessment
import Testing

/// The forecasts of methods, section 8: the cases of `budget_forecast` in methods-cases.json, with their ids.
@Suite struct BudgetForecastTests {
    /// A case; what the file writes as `null` is empty here.
    struct Case: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let budget: Double
        let realised: Double
        let months: Int
        var earlierYears: [[Double]] = []
        let linear: Linear
        var seasonal: Seasonal?

        struct Linear: Sendable {
            let expectedByNow: Double
            let forecast: Double
            let deviationByNow: Double
            let deviationPercent: Double
        }

        struct Seasonal: Sendable {
            let fraction: Double
            let fractions: [Double]
            let expectedByNow: Double
            let ratio: Double
            let additive: Double
            let range: (Double, Double)
        }

        var elapsed: Double { Double(months) / 12 }

        /// For each earlier year the part of its total that was realised by the same month.
        var shares: [Double] { earlierYears.map { $0.prefix(months).reduce(0, +) / $0.reduce(0, +) } }
    }

    static let cases = [
        Case(
            testDescription: "linear_on_budget",
            budget: 1_200_000,
            realised: 600_000,
            months: 6,
            linear: Case.Linear(expectedByNow: 600_000, forecast: 1_200_000, deviationByNow: 0, deviationPercent: 0)
        ),
        Case(
            testDescription: "linear_over",
            budget: 1_200_000,
            realised: 700_000,
            months: 6,
            linear: Case.Linear(
                expectedByNow: 600_000,
                forecast: 1_400_000,
                deviationByNow: 100_000,
                deviationPercent: 16.6666666667
            )
        ),
        Case(
            testDescription: "seasonal_two_years",
            budget: 1300,
            realised: 600,
            months: 6,
            earlierYears: [
                [80, 80, 90, 90, 95, 100, 60, 60, 110, 110, 120, 205],
                [85, 85, 92, 95, 100, 105, 65, 60, 112, 115, 122, 214],
            ],
            linear: Case.Linear(
                expectedByNow: 650,
                forecast: 1200,
                deviationByNow: -50,
                deviationPercent: -7.69230769231
            ),
            seasonal: Case.Seasonal(
                fraction: 0.447716666667,
                fractions: [0.445833333333, 0.4496],
                expectedByNow: 582.031666667,
                ratio: 1340.13326881,
                additive: 1317.96833333,
                range: (1334.51957295, 1345.79439252)
            )
        ),
        Case(
            testDescription: "committed",
            budget: 500_000,
            realised: 200_000,
            months: 5,
            linear: Case.Linear(
                expectedByNow: 208_333.333333,
                forecast: 480_000,
                deviationByNow: -8333.33333333,
                deviationPercent: -4
            )
        ),
    ]

    /// Equal but for a part in 10^9.
    private static func isClose(_ value: Double, _ expected: Double) -> Bool {
        abs(value - expected) <= 1e-9 * max(abs(expected), 1)
    }

    @Test(arguments: cases)
    func `an even year runs with the calendar`(example: Case) {
        let forecast = BudgetForecast(budget: example.budget, realised: example.realised, elapsed: example.elapsed)
        #expect(Self.isClose(forecast.share, example.elapsed))
        #expect(Self.isClose(forecast.expectedByNow, example.linear.expectedByNow))
        #expect(Self.isClose(forecast.total, example.linear.forecast))
        #expect(Self.isClose(example.realised - forecast.expectedByNow, example.linear.deviationByNow))
        #expect(Self.isClose(forecast.deviation / example.budget * 100, example.linear.deviationPercent))
        #expect(forecast.band == nil && forecast.sharesOfEarlierYears == [])
    }

    @Test(arguments: cases.filter { $0.seasonal != nil })
    func `a year with a season runs as earlier ones did`(example: Case) throws {
        let expected = try #require(example.seasonal)
        #expect(example.shares.count == expected.fractions.count)
        #expect(zip(example.shares, expected.fractions).allSatisfy { Self.isClose($0, $1) })
        let forecast = BudgetForecast(
            budget: example.budget,
            realised: example.realised,
            elapsed: example.elapsed,
            sharesOfEarlierYears: example.shares
        )
        #expect(Self.isClose(forecast.share, expected.fraction))
        #expect(Self.isClose(forecast.expectedByNow, expected.expectedByNow))
        #expect(Self.isClose(forecast.total, expected.ratio))
        #expect(Self.isClose(forecast.additiveTotal, expected.additive))
        let band = try #require(forecast.band)
        #expect(Self.isClose(band.lowerBound, expected.range.0) && Self.isClose(band.upperBound, expected.range.1))
        #expect(Self.isClose(forecast.deviation, expected.ratio - example.budget))
    }

    @Test func `an earlier year from which nothing can be concluded does not count`() {
        let forecast = BudgetForecast(budget: 100, realised: 30, elapsed: 0.5, sharesOfEarlierYears: [0, -0.2, 0.4])
        #expect(forecast.sharesOfEarlierYears == [0.4] && forecast.share == 0.4)
        let even = BudgetForecast(budget: 100, realised: 30, elapsed: 0.5, sharesOfEarlierYears: [0, -1])
        #expect(even.share == 0.5 && even.band == nil)
    }

    @Test func `costs written negative run the same way`() throws {
        let forecast = BudgetForecast(budget: -1300, realised: -600, elapsed: 0.5, sharesOfEarlierYears: [0.4, 0.5])
        #expect(Self.isClose(forecast.total, -600 / 0.45))
        #expect(Self.isClose(forecast.additiveTotal, -600 - 1300 * 0.55))
        #expect(forecast.band == -1500 ... -1200)
        #expect(forecast.deviation < 0)
    }

    @Test func `nothing realised is a forecast of nothing`() {
        let forecast = BudgetForecast(budget: 100, realised: 0, elapsed: 0.5, sharesOfEarlierYears: [0.4])
        #expect(forecast.total == 0 && forecast.deviation == -100 && forecast.band == 0...0)
    }
}
