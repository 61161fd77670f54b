import Indicators
import Testing

/// Derivations and tolerances of an indicator.
@Suite struct IndicatorTests {
    @Test(
        arguments: [
            (["38", "37", "8", "10", "25", "24", "29", "31"], 1, "25,3"), (["1", "2"], 0, "2"), (["1", "2"], 1, "1,5"),
            (["-1", "-2"], 0, "-2"), (["0,05"], 1, "0,1"), (["1", "1", "2"], 3, "1,333"), (["7,5", "7"], 1, "7,3"),
        ])
    func `a mean is rounded half up, away from zero`(values: [String], decimals: Int, mean: String) throws {
        let derivation = Derivation(.mean, of: [], decimals: decimals)
        let numbers = try values.map { try #require(ExactDecimal($0, decimalSign: ",")) }
        #expect(derivation.result(numbers)?.written(decimalSign: ",") == mean)
    }

    @Test func `there is no mean of nothing`() {
        #expect(Derivation(.mean, of: [], decimals: 1).result([]) == nil)
    }

    @Test(
        arguments: [
            (Tolerance.percentOfTarget(ExactDecimal(2)), "108", "2,16"),
            (.percentOfTarget(ExactDecimal(10)), "-5", "0,5"),
            (.percentOfTarget(ExactDecimal(2)), "0", "0"), (.amount(ExactDecimal(3)), "108", "3"),
        ])
    func `a tolerance is the largest miss that is still amber`(
        tolerance: Tolerance,
        target: String,
        miss: String
    ) throws {
        let value = try #require(ExactDecimal(target, decimalSign: ","))
        let largest = try #require(tolerance.largestAmberMiss(target: value))
        #expect(largest == (try #require(ExactDecimal(miss, decimalSign: ","))))
    }

    @Test func `an indicator without a range of its own has its unit's`() {
        let indicator = Indicator(
            id: "x",
            title: "X",
            unit: .percent,
            better: .lower,
            cadence: Cadence(.year, dueDays: 1),
            programme: "p",
            package: "q"
        )
        #expect(indicator.range.contains(ExactDecimal(100)))
        #expect(!indicator.range.contains(ExactDecimal(253)))
        #expect(!indicator.range.contains(ExactDecimal(-1)))
    }
}
