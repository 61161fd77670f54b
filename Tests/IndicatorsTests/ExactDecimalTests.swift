import Testing

@testable import Indicators

@Suite("Exact decimals")
struct ExactDecimalTests {
    @Test(
        "a number keeps every decimal of its supplier",
        arguments: [
            ("25,3", "25.3"), ("7,0", "7.0"), ("0,09", "0.09"), ("-0,5", "-0.5"), ("\u{2212}12", "-12"), ("108", "108"),
            ("000,10", "0.10"), ("123456789012345678", "123456789012345678"),
            ("0,000000000000000001", "0.000000000000000001"),
        ]
    )
    func keepsDecimals(written: String, printed: String) throws {
        let value = try #require(ExactDecimal(written, decimalSign: ","))
        #expect(value.description == printed)
    }

    @Test(
        "anything but digits with one decimal sign is no number",
        arguments: [
            "", "-", ",5", "5,", "1,2,3", "1.5", "1e5", "0x1", "nan", "inf", " 5", "5 ", "+5", "--5", "1 000", "٣",
            "1234567890123456789", "5\u{301}",
        ]
    )
    func refuses(written: String) {
        #expect(ExactDecimal(written, decimalSign: ",") == nil)
    }

    @Test("7,0 equals 7, hashes alike and prints otherwise")
    func equality() throws {
        let short = ExactDecimal(7)
        let long = try #require(ExactDecimal("7.0"))
        #expect(short == long)
        #expect(Set([short, long]).count == 1)
        #expect(short.description != long.description)
    }

    @Test(
        "comparison is exact at every scale",
        arguments: [
            ("25.3", "25.30", 0), ("25.299999999999999", "25.3", -1), ("0.1", "0.09", 1), ("-1", "1", -1),
            ("-0.5", "-0.05", -1), ("0.000000000000000001", "0", 1), ("999999999999999999", "0.1", 1),
        ]
    )
    func comparison(left: String, right: String, order: Int) throws {
        let (left, right) = (try #require(ExactDecimal(left)), try #require(ExactDecimal(right)))
        #expect((left < right) == (order < 0))
        #expect((left > right) == (order > 0))
        #expect((left == right) == (order == 0))
    }

    @Test(
        "rounding is half up, away from zero",
        arguments: [
            ("25.25", 1, "25.3"), ("24.25", 1, "24.3"), ("23.625", 1, "23.6"), ("23.125", 1, "23.1"),
            ("22.5", 1, "22.5"),
            ("-25.25", 1, "-25.3"), ("0.5", 0, "1"), ("2.5", 0, "3"), ("2.49", 0, "2"), ("7", 2, "7.00"),
        ]
    )
    func rounding(value: String, decimals: Int, expected: String) throws {
        #expect(try #require(ExactDecimal(value)).rounded(decimals: decimals)?.description == expected)
    }

    @Test("sums, differences and products are exact, and refuse to overflow")
    func arithmetic() throws {
        let tenth = try #require(ExactDecimal("0.1"))
        let fifth = try #require(ExactDecimal("0.2"))
        #expect(tenth.adding(fifth) == ExactDecimal("0.3"))
        #expect(tenth.subtracting(fifth) == ExactDecimal("-0.1"))
        #expect(tenth.multiplied(by: fifth) == ExactDecimal("0.02"))
        let large = try #require(ExactDecimal("999999999999999999"))
        #expect(large.adding(ExactDecimal(1)) == nil)
        #expect(large.multiplied(by: large) == nil)
        #expect(ExactDecimal(1).divided(by: .zero, decimals: 1) == nil)
    }
}
