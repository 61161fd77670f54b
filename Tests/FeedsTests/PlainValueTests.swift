import Feeds
import Indicators
import Testing

private let header = "indicator;periode;waarde"

private func number(_ text: String) throws -> ExactDecimal { try #require(ExactDecimal(text)) }

@Suite("The plain form: values")
struct PlainValueTests {
    static let values: [(String, DecimalSign, String)] = [
        ("25,3", .comma, "25.3"), ("25.3", .point, "25.3"), ("7,0", .comma, "7.0"), (" 25,3\u{A0}", .comma, "25.3"),
        ("-0,5", .comma, "-0.5"), ("\u{2212}0,5", .comma, "-0.5"), ("1.010", .comma, "1010"),
        ("1.010", .point, "1.010"),
        ("1.234.567,89", .comma, "1234567.89"), ("1,234,567.89", .point, "1234567.89"),
        ("1 234 567", .comma, "1234567"),
        ("1\u{A0}234,5", .comma, "1234.5"), ("1\u{202F}234,5", .comma, "1234.5"), ("007", .comma, "7"),
        ("123456789012345678", .comma, "123456789012345678"), ("0,000000000000000001", .comma, "0.000000000000000001"),
        ("12*", .comma, "12"), ("12 **", .comma, "12"),
    ]

    @Test("reads numbers in the grammar of the file", arguments: values)
    func valuesCells(_ cell: String, _ sign: DecimalSign, _ expected: String) throws {
        let profile = profile(separator: .semicolon, decimalSign: sign)
        let row = try #require(try outcome(header, "saldo;2024;\"\(cell)\"", profile: profile)?.observed)
        #expect(row.observation.value.description == expected)
    }

    static let notNumbers: [(String, DecimalSign, ValueLook?)] = [
        ("#DEEL/0!", .comma, .spreadsheetError), ("#N/B", .comma, .spreadsheetError),
        ("#VERW!", .comma, .spreadsheetError),
        ("#WAARDE!", .comma, .spreadsheetError), ("<5", .comma, .lessThan), ("> 10", .comma, .lessThan),
        ("1,23E+05", .comma, .exponent), ("1e5", .comma, .exponent), ("31-12-2024", .comma, .date),
        ("1-feb", .comma, .date),
        ("25.3", .comma, .otherDecimalSign), ("25,3", .point, .otherDecimalSign),
        ("1234567890123456789", .comma, .tooManyDigits),
        ("vijf", .comma, nil), ("0x1p3", .comma, nil), ("5–10", .comma, nil),
        ("1.23.456", .comma, nil), ("1234.567", .comma, .otherDecimalSign), ("0.125", .comma, .otherDecimalSign),
        ("1..234", .comma, nil), ("1,", .comma, nil), ("--5", .comma, nil), ("1 23", .comma, nil),
        ("5\u{301}", .comma, nil), ("٣", .comma, nil), ("%", .comma, nil), ("*", .comma, nil),
        ("(123)", .comma, nil), ("1.234 567", .comma, nil), ("12***", .comma, nil),
        ("\u{1B}[31m5", .comma, nil),
    ]

    @Test("refuses what is not a number, and says what it looks like", arguments: notNumbers)
    func notNumbersCells(_ cell: String, _ sign: DecimalSign, _ look: ValueLook?) throws {
        let found = try outcome(
            header,
            "saldo;2024;\(cell)",
            profile: profile(separator: .semicolon, decimalSign: sign)
        )
        if cell == "*" || cell == "%" { return #expect(found?.observed == nil) }
        let fault = try #require(found?.fault)
        #expect(fault.reason == .valueNotANumber)
        #expect(fault.line == 2)
        #expect(fault.column == "waarde")
        #expect(fault.cell == cell)
        #expect(fault.detail == look.map(FaultDetail.looksLike))
    }

    @Test(
        "reads what ExactDecimal reads, and refuses what it refuses",
        arguments: [
            "0", "-0", "12,50", "999999999999999999", "1000000000000000000", "0,0000000000000000001", "00,1", "-", "",
            "1,2,3",
            "000000000000000000000001", "9,99999999999999999", "9,999999999999999999", "-99",
        ]
    )
    func sameAsExactDecimal(_ cell: String) throws {
        let found = try outcome(header, "saldo;2024;\(cell)", profile: profile(decimalSign: .comma))?.observed?
            .observation.value
        #expect(found?.description == ExactDecimal(cell, decimalSign: ",")?.description)
    }

    static let missing: [(String, IntakeReason)] = [
        ("Nb", .valueNotKnown), ("n.b.", .valueNotKnown), ("ONBEKEND", .valueNotKnown), ("nnb", .valueNotKnown),
        (".", .valueNotKnown), ("       .", .valueNotKnown), ("-", .noValue), ("-  ", .noValue), ("", .noValue),
        ("n.v.t.", .notApplicable), ("NVT", .notApplicable), ("–", .noValue), ("Nb*", .valueNotKnown),
        ("\u{A0}", .noValue),
        ("-99996", .noValue), ("-99997", .valueNotKnown), ("-99998", .notApplicable), ("-99999", .valueNotKnown),
        ("-99997,0", .valueNotKnown),
    ]

    @Test("passes over values that are said to be missing", arguments: missing, ["saldo", "moeite-rondkomen"])
    func missingCells(_ example: (cell: String, reason: IntakeReason), indicator: String) throws {
        let found = try outcome(header, "\(indicator);2024;\(example.cell)", profile: profile(decimalSign: .comma))
        #expect(found == .skipped(RowSkip(line: 2, reason: example.reason)))
    }

    static let ranges: [(String, String, Bool)] = [
        ("moeite-rondkomen", "100", true), ("moeite-rondkomen", "253", false), ("moeite-rondkomen", "-1", false),
        ("wmo-maatwerk", "1000", true), ("wmo-maatwerk", "1001", false), ("vrijwilligers", "-1", false),
        ("energieloket", "0,5", false), ("energieloket", "2", false), ("saldo", "-99995", true),
    ]

    @Test("refuses values that cannot occur", arguments: ranges)
    func range(_ indicator: String, _ cell: String, _ fits: Bool) throws {
        let period = indicator == "vrijwilligers" ? "2024/2025" : "2024"
        let found = try outcome(header, "\(indicator);\(period);\(cell)")
        #expect(found?.fault?.reason == (fits ? nil : .valueOutOfRange))
        #expect((found?.observed != nil) == fits)
    }

    static let milestones: [(String, Int)] = [
        ("gereed", 1), ("Gereed", 1), ("niet gereed", 0), ("op schema", 0), ("vertraagd", 0), ("uitgesteld", 0),
        ("gestopt", 0), ("niet gestart", 0), ("1", 1), ("0", 0), ("gereed *", 1),
    ]

    @Test("reads the words of milestones", arguments: milestones)
    func milestone(_ cell: String, _ expected: Int) throws {
        #expect(try outcome(header, "energieloket;2024;\(cell)")?.observed?.observation.value == ExactDecimal(expected))
        #expect(try outcome(header, "wachttijd;2024;gereed")?.fault?.reason == .valueNotANumber)
    }

    @Test("takes a percent sign for percentages only")
    func percentSign() throws {
        let value = try outcome(header, "moeite-rondkomen;2024;25,3 %")?.observed?.observation.value
        #expect(value == (try number("25.3")))
        let fault = try outcome(header, "wachttijd;2024;25,3%")?.fault
        #expect(fault?.reason == .unitDiffers)
        #expect(fault?.detail == .unit(MeasureUnit("weken")))
    }

    @Test("does not take 1.010 for a number in a file of whole numbers")
    func noSign() throws {
        let rows = try outcomes(bytes("\(header);n\nsaldo;2024;12;1.010\n"))
        #expect(rows.first?.fault?.reason == .countNotWhole)
    }
}
