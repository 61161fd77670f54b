import Feeds
import Testing

@testable import Files

@Suite("A number in a workbook")
struct SheetNumberTests {
    private func shown(_ text: String, movingPointBy shift: Int = 0) -> String? {
        SheetNumber(Array(text.utf8)).map { number in
            var bytes: [UInt8] = []
            number.write(to: &bytes, movingPointBy: shift)
            return String(decoding: bytes, as: UTF8.self)
        }
    }

    @Test(arguments: [
        ("85083.67000000001", "85083.67"), ("0.30000000000000004", "0.3"), ("0.28999999999999998", "0.29"),
        ("25.299999999999997", "25.3"), ("5E-2", "0.05"), ("1e3", "1000"), ("1.5E+2", "150"), ("-0", "0"), ("0", "0"),
        ("0.0", "0"), ("-12.50", "-12.5"), ("007", "7"), ("123456789012345", "123456789012345"),
        ("1234567890123456", "1234567890123460"),
        ("1.4210854715202004E-14", "0.0000000000000142108547152020".trimmedZeros),
        ("2023", "2023"), ("1E15", "1000000000000000"), ("0.000001", "0.000001"),
        ("99999999999999999", "100000000000000000"),
        ("-1.0000000000000002", "-1"), ("100.500", "100.5"), ("0.00102030405", "0.00102030405"),
        ("1203000000000000000000", "1203000000000000000000"),
    ])
    func `is shown with fifteen digits, as the spreadsheet does`(stored: String, expected: String) {
        #expect(shown(stored) == expected)
    }

    @Test(arguments: [
        ("0.28999999999999998", "29"), ("0.253", "25.3"), ("-0.005", "-0.5"), ("1", "100"), ("0", "0"),
        ("1.2345678901234567", "123.456789012346"), ("12.5E-4", "0.125"),
    ])
    func `moves its point for a percentage`(stored: String, expected: String) {
        #expect(shown(stored, movingPointBy: 2) == expected)
    }

    @Test(arguments: [
        "", "-", ".5", "5.", "+5", "0x1p3", "nan", "inf", "1e400", "1e", "1e+", "1,5", " 1", "1 ", "--1", "1.2.3",
        "1e99999", "é",
    ])
    func `is nothing else than digits`(text: String) { #expect(shown(text) == nil) }
}

extension String {
    fileprivate var trimmedZeros: String {
        var text = self
        while text.hasSuffix("0") { text.removeLast() }
        return text
    }
}

@Suite("A number format")
struct NumberFormatTests {
    private func meaning(_ code: String, _ number: String = "1") throws -> NumberFormat.Meaning {
        NumberFormat(code).meaning(of: try #require(SheetNumber(Array(number.utf8))))
    }

    @Test(arguments: [
        ("General", NumberFormat.Meaning.number), ("0.00", .number), ("#,##0", .number), ("@", .number),
        ("0.00E+00", .number),
        ("\"dd-mm\" 0", .number), ("[Red]0", .number), ("_-* #,##0.00_-", .number), ("0\\d", .number),
        ("[$\u{20AC}-413] #,##0.00", .number), ("0%", .percentage), ("0.0%;[Red]-0.0%", .percentage),
        ("0.0\"%\"", .percentSign),
        ("0.0\\%", .percentSign), ("[$-413]d mmmm yyyy", .date), ("dd-mm-yyyy", .date),
        ("yyyy-mm-dd hh:mm", .dateAndTime),
        ("mmm-yy", .month), ("mmmm yyyy", .month), ("yyyy", .year), ("h:mm AM/PM", .time), ("[h]:mm", .time),
        ("mm:ss", .time),
        ("[$-F800]dddd, mmmm dd, yyyy", .date),
    ])
    func `says what its number is`(code: String, expected: NumberFormat.Meaning) throws {
        #expect(try meaning(code) == expected)
    }

    @Test func `has sections for numbers below and at zero, and under conditions`() throws {
        #expect(try meaning("0%;0.0", "-1") == .number)
        #expect(try meaning("0%;0.0", "0") == .percentage)
        #expect(try meaning("0;0;0%", "0") == .percentage)
        #expect(try meaning("[<1]0%;0.0", "0.5") == .percentage)
        #expect(try meaning("[<1]0%;0.0", "2") == .number)
        #expect(try meaning("[>=100]0.0;[<=-100]0.0;0%", "5") == .percentage)
    }

    @Test(arguments: [
        (0, NumberFormat.Meaning.number), (2, .number), (9, .percentage), (10, .percentage), (14, .date), (17, .month),
        (22, .dateAndTime), (46, .time), (49, .number),
    ])
    func `may be built in`(id: Int, expected: NumberFormat.Meaning) throws {
        #expect(NumberFormat(builtIn: id).meaning(of: try #require(SheetNumber([0x31]))) == expected)
    }
}
