import Testing

@testable import Assessment

/// What the reference cases say nothing of.
@Suite struct StatisticsTests {
    private static func isClose(_ value: Double?, _ expected: Double, within: Double = 1e-9) -> Bool {
        value.map { abs($0 - expected) <= within * max(abs(expected), 1) } ?? false
    }

    /// The table of methods, section 5.2b.
    static let counts: [(Int, Double, Double, Double, Double)] = [
        (0, 0, 2.302585092994, 0, 3.688879454114),
        (1, 0.105360515658, 3.889720169867, 0.025317807984, 5.571643390939),
        (5, 2.432591025963, 9.274673893352, 1.623486390118, 11.668332079323),
        (8, 4.656118176898, 12.994711541319, 3.453832176749, 15.763189220193),
        (11, 7.020746594711, 16.598122144314, 5.491160367237, 19.682038513302),
        (30, 23.229444150102, 38.315104002244, 20.240874021421, 42.826865394808),
        (120, 106.192803969440, 135.293816952713, 99.491925625939, 143.490585369352),
    ]

    @Test(arguments: counts)
    func `the exact interval of a count`(_ row: (Int, Double, Double, Double, Double)) {
        let (narrow, wide) = (PoissonInterval(count: row.0, confidence: 0.8), PoissonInterval(count: row.0))
        #expect(Self.isClose(narrow.lower, row.1) && Self.isClose(narrow.upper, row.2))
        #expect(Self.isClose(wide.lower, row.3) && Self.isClose(wide.upper, row.4))
    }

    @Test func `a count of a million has an interval like any other`() {
        let interval = PoissonInterval(count: 1_000_000)
        #expect(Self.isClose(interval.lower, 998_041, within: 1e-6))
        #expect(Self.isClose(interval.upper, 1_001_962, within: 1e-6))
        #expect(PoissonInterval(count: -3) == PoissonInterval(count: 0))
        #expect(PoissonInterval(count: 8).position(to: 7) == .notDistinguishable)
        #expect(PoissonInterval(count: 30).position(to: 10) == .above)
    }

    @Test func `quantiles of the distributions`() {
        #expect(NormalDistribution.quantile(0.95) == 1.959963984540054)
        #expect(Self.isClose(NormalDistribution.quantile(0.99), 2.575829303548901))
        #expect(Self.isClose(StudentDistribution(degreesOfFreedom: 1).quantile(0.95), 12.706204736174698))
        #expect(Self.isClose(StudentDistribution(degreesOfFreedom: 30).quantile(0.8), 1.310415025288))
        #expect(StudentDistribution(degreesOfFreedom: 5).cumulative(0) == 0.5)
    }

    @Test func `a quantile that was asked for before is the same, however many others were asked for`() {
        func asked() -> [Double] {
            (1...1200).map { StudentDistribution(degreesOfFreedom: $0).quantile($0.isMultiple(of: 2) ? 0.8 : 0.95) }
        }
        let first = asked()
        #expect(asked() == first && Set(first).count == first.count)
        #expect(Self.isClose(first[0], 12.706204736174698) && Self.isClose(first[29], 1.310415025288))
    }

    @Test func `the exact test of all orderings of few values is a count of them`() {
        // Of the 24 orderings of four values two go one way all along.
        #expect(Self.isClose(KendallDistribution(count: 4).chance(of: 6), 2.0 / 24))
        // With one pair of equals 12 orderings are left.
        #expect(Self.isClose(KendallDistribution(count: 4, ties: [2]).chance(of: 5), 2.0 / 12))
        // Two pairs of equals: six.
        #expect(Self.isClose(KendallDistribution(count: 4, ties: [2, 2]).chance(of: 4), 2.0 / 6))
        #expect(
            KendallDistribution(count: 1).chance(of: 0) == 1
                && KendallDistribution(count: 3).critical(level: 0.2) == nil
        )
    }

    @Test func `many values are tested by the normal approximation, in bounded time`() {
        let values = (0..<200).map { Double($0 % 7) + Double($0) / 50 }
        let test = MannKendall(values)
        #expect(test.chance == test.normalChance && test.chance < 0.001)
        #expect(MannKendall([1, 3, 2]).chance == MannKendall([1, 3, 2]).exactChance)
    }

    @Test func `one value, or none, has no line and no limits`() {
        #expect(TheilSen(times: [2020], values: [1]) == nil && TheilSen(times: [], values: []) == nil)
        #expect(TheilSen(times: [2020, 2020], values: [1, 2]) == nil)
        #expect(LinearRegression(times: [1], values: [1]) == nil)
        #expect(LinearRegression(times: [1, 2], values: [1, 2])?.forecast(at: 3) == nil)
        #expect(ProcessLimits([3]).bounds == nil && ProcessChart([]).current == nil)
        #expect(MannKendall([]).chance == 1 && MannKendall([4]).tauB == nil)
    }

    @Test func `seven that rise are a trend, six are not, and a standstill breaks it`() {
        let rising = ProcessChart([4, 7, 1, 7, 1, 2, 3, 4, 5, 6, 7, 1, 7, 1])
        #expect(rising.causes.count(where: { $0 == .rising }) == 7)
        #expect(ProcessChart([4, 7, 1, 7, 1, 2, 3, 4, 5, 6, 1, 7, 1, 7]).causes.allSatisfy { $0 != .rising })
        #expect(ProcessChart([4, 7, 1, 7, 1, 2, 3, 4, 4, 5, 6, 7, 1, 7]).causes.allSatisfy { $0 != .rising })
        // Where one run ends and the next begins, the way out counts.
        let peak = ProcessChart([7, 1, 7, 1, 2, 3, 4, 5, 6, 7, 6, 5, 4, 3, 2, 1, 7, 1])
        #expect(peak.causes[8] == .rising && peak.causes[9] == .falling && peak.causes[10] == .falling)
    }

    @Test func `a value on the mean breaks a shift, and no run crosses a rebase`() {
        #expect(ProcessChart([0, 0, 0, 2, 2, 2, 1, 2, 2, 2, 0, 0, 0]).causes.allSatisfy { $0 != .shiftAbove })
        let values: [Double] = [1, 2, 1, 2, 5, 6, 5, 6]
        #expect(ProcessChart(values, rebases: [4]).causes.allSatisfy { $0 == nil })
        #expect(ProcessChart(values, rebases: [4, 0, 99]).segments.map(\.places) == [0..<4, 4..<8])
    }

    @Test func `an interval that touches its target does not tell it apart`() {
        #expect(IntervalPosition(lower: 1.0, upper: 2.0, target: 2.0) == .notDistinguishable)
        #expect(IntervalPosition(lower: 1.0, upper: 2.0, target: 2.5) == .below)
        #expect(IntervalPosition(lower: 1.0, upper: 2.0, target: 0.5) == .above)
        let none = WilsonInterval(proportion: 0, size: 50).bounds()
        #expect(none.lowerBound == 0 && none.upperBound < 0.08)
        #expect(SurveyDifference(1, error: 0, 2, error: 0) == nil)
    }

    @Test func `quartiles lie between values on the straight line`() throws {
        let quartiles = try #require(Quartiles([7, 1, 3, 5]))
        #expect(quartiles.lower == 2.5 && quartiles.median == 4 && quartiles.upper == 5.5)
        #expect([2, 2.5, 4, 5.5, 6].map(quartiles.quarter) == [.first, .second, .third, .third, .fourth])
        #expect(Quartiles([]) == nil && Quartiles([3])?.upper == 3)
    }

    @Test func `a score says how far a value lies from others, and its band`() throws {
        let score = try #require(ZScore(of: 12, among: [8, 9, 10, 11, 12]))
        #expect(Self.isClose(score.value, 1.2649110640673518) && score.band == .above)
        #expect(ZScore(of: 1, among: [2, 2]) == nil && ZScore(of: 1, among: [2]) == nil)
        #expect(
            [-2.1, -2, -1, 1, 2, 2.1].map { ZScore($0).band } == [
                .farBelow, .below, .average, .average, .above, .farAbove,
            ]
        )
    }

    @Test func `an interval that holds the target is at worst amber`() {
        let far = SignedDeviation(value: 50, target: 70, higherIsBetter: true, isRelative: true, interval: 40...75)
        #expect(far?.light(amber: 0.1) == .amber)
        #expect(SignedDeviation(value: 5, target: 0, higherIsBetter: false, isRelative: true) == nil)
    }

    @Test func `growth from 0, or across it, has no rate`() {
        #expect(GrowthRate(from: 0, to: 5, years: 2) == nil && GrowthRate(from: -1, to: 5, years: 2) == nil)
        #expect(WeatherSymbol([1, 2, 3], target: 9, years: 3, higherIsBetter: true) == nil)
        #expect(WeatherSymbol([60, 60, 60, 60], target: 70, years: 3, higherIsBetter: true) == .thunderstorm)
        #expect(WeatherSymbol([60, 61, 61, 61], target: 70, years: 3, higherIsBetter: true) == .cloud)
    }
}
