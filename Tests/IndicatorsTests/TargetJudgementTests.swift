import Indicators
import Testing

/// Targets held against values, exactly.
@Suite struct TargetJudgementTests {
    private static func bound(_ cell: String, better: Better = .lower, baseline: String? = nil) throws -> Bound? {
        let value = try baseline.map { try #require(ExactDecimal($0, decimalSign: ",")) }
        return try TargetNotation(cell).requirement?.bound(better: better, baseline: value)
    }

    @Test(
        arguments: [
            ("<25,3%", "25,3", false), ("<25,3%", "25,30", false), ("<25,3%", "25,299999999999999", true),
            ("<25,3%", "25,2", true), ("<25,3%", "25,300000000000001", false), ("≤7,9%", "7,9", true),
            ("≤7,9%", "7,90", true),
            ("≤7,9%", "7,900000000000001", false), (">0,09%", "0,09", false), (">0,09%", "0,0900000000000001", true),
            ("≥13%", "13,0", true), ("≥13%", "12,9999999999999", false), ("<108", "108", false),
            ("<108", "107,9", true),
            ("< 9 maanden", "9", false), ("< 9 maanden", "8,99", true),
        ])
    func `a value meets a target exactly or not`(cell: String, value: String, isMet: Bool) throws {
        let bound = try #require(try Self.bound(cell))
        #expect(bound.isMet(by: try #require(ExactDecimal(value, decimalSign: ","))) == isMet)
    }

    @Test(
        arguments: [
            ("36", Better.lower, Comparator.atMost), ("36", .higher, .atLeast), ("70%", .higher, .atLeast),
            ("380", .lower, .atMost),
            ("<36", .higher, .below), (">36", .lower, .above), ("=36", .lower, .equal),
        ])
    func `a bare number takes its comparator from the direction that is better`(
        cell: String,
        better: Better,
        comparator: Comparator
    ) throws {
        #expect(try Self.bound(cell, better: better)?.comparator == comparator)
    }

    @Test(
        arguments: [
            ("halvering t.o.v. 2025", "301", Comparator.atMost, "150,5"),
            ("-10% t.o.v. 2025", "12,5", .atMost, "11,25"),
            ("-15% t.o.v. 2025", "40", .atMost, "34"), ("+450 t.o.v. 2025", "1250", .atLeast, "1700"),
            ("+5% t.o.v. 2025", "0,1", .atLeast, "0,105"), ("stijging t.o.v. 2024", "1,8", .above, "1,8"),
            ("niet gestegen t.o.v. 2024", "3", .atMost, "3"), ("gelijkblijvend", "3", .equal, "3"),
            ("daling", "3", .below, "3"),
            ("verdubbeling", "3", .atLeast, "6"), ("-3 t.o.v. 2025", "1", .atMost, "-2"),
        ])
    func `a relative target is a bound once its baseline is known`(
        cell: String,
        baseline: String,
        comparator: Comparator,
        value: String
    ) throws {
        let bound = try #require(try Self.bound(cell, baseline: baseline))
        #expect(bound.comparator == comparator)
        #expect(bound.value.written(decimalSign: ",") == value)
    }

    @Test(arguments: [
        "halvering t.o.v. 2025", "-10% t.o.v. 2025", "+450 t.o.v. 2025", "stijging t.o.v. 2024", "daling",
    ])
    func `without its baseline a relative target is no bound`(cell: String) throws {
        #expect(try Self.bound(cell) == nil)
        #expect(try TargetNotation(cell).requirement?.needsBaseline == true)
    }

    @Test func `a baseline beyond exact numbers makes no bound instead of a wrong one`() throws {
        #expect(try Self.bound("+450 t.o.v. 2025", baseline: "99999999999999999") != nil)
        #expect(try Self.bound("verdubbeling", baseline: "999999999999999999") == nil)
    }

    @Test(
        arguments: [
            ("<25,3%", MeasureUnit.percent, "< 25,3%"), ("≤7,9%", .percent, "≤ 7,9%"),
            ("<108", .perThousand, "< 108 per 1000"),
            ("36", .percent, "≤ 36%"), ("380", .count, "≤ 380"), ("< 9 maanden", MeasureUnit("maanden"), "< 9 maanden"),
            ("gereed", .milestone, "gereed"),
        ])
    func `a bound is written with its unit`(cell: String, unit: MeasureUnit, written: String) throws {
        #expect(try Self.bound(cell)?.written(unit: unit) == written)
    }

    @Test func `a milestone is met by one and not by nought`() throws {
        let bound = try #require(try Self.bound("gereed", better: .higher))
        #expect(bound.isMet(by: ExactDecimal(1)))
        #expect(!bound.isMet(by: .zero))
    }
}
