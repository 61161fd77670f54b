import Indicators
import Testing

/// Target cells as the documents write them.
@Suite struct TargetNotationTests {
    private static func decimal(_ text: String) throws -> ExactDecimal {
        try #require(ExactDecimal(text, decimalSign: "."))
    }

    /// Every notation of the contract and of the Dronten tables, with how it is understood.
    static let values: [(cell: String, comparator: Comparator?, value: String, unit: String?)] = [
        ("<25,3%", .below, "25.3", "%"), ("≤7,9%", .atMost, "7.9", "%"), (">0,09%", .above, "0.09", "%"),
        ("≥13%", .atLeast, "13", "%"), ("<108", .below, "108", nil), ("36", nil, "36", nil), ("70%", nil, "70", "%"),
        ("< 9 maanden", .below, "9", "maanden"), ("<=7,9%", .atMost, "7.9", "%"), (">= 13 %", .atLeast, "13", "%"),
        ("=12", .equal, "12", nil), ("< 108 per 1000", .below, "108", "per 1000"), ("6,5", nil, "6.5", nil),
        ("<3%", .below, "3", "%"), ("<2,3%", .below, "2.3", "%"), ("2,7%", nil, "2.7", "%"),
        (">1,8%", .above, "1.8", "%"),
        (">3,1%", .above, "3.1", "%"), (">0,7%", .above, "0.7", "%"), (">1,9%", .above, "1.9", "%"),
        ("<3,6%", .below, "3.6", "%"), ("380", nil, "380", nil), (">400", .above, "400", nil),
        (">11", .above, "11", nil),
        (">39%", .above, "39", "%"), (">74%", .above, "74", "%"), (">59%", .above, "59", "%"),
        ("≥27%", .atLeast, "27", "%"),
        ("<33%", .below, "33", "%"), ("37%", nil, "37", "%"), ("7,5%", nil, "7.5", "%"), ("24,3%", nil, "24.3", "%"),
        ("1.234", nil, "1234", nil), ("> 1.234.567,8", .above, "1234567.8", nil), ("-5,2", nil, "-5.2", nil),
        ("25,30%", nil, "25.30", "%"),
    ]

    @Test(arguments: values)
    func `a value is read with its comparator and its unit, and prints back`(
        cell: String,
        comparator: Comparator?,
        value: String,
        unit: String?
    ) throws {
        let notation = try TargetNotation(cell)
        #expect(notation.requirement == .absolute(comparator, try Self.decimal(value), unit: unit))
        #expect(notation.requirement?.kind == "absolute")
        #expect(notation.description == cell)
        #expect(!notation.hasFootnote)
    }

    static let changes: [(cell: String, requirement: Requirement, kind: String)] = [
        ("-10% t.o.v. 2025", .relative(percent: ExactDecimal(-10), baseline: .year(2025)), "relative"),
        ("-15% t.o.v. 2025", .relative(percent: ExactDecimal(-15), baseline: .year(2025)), "relative"),
        ("+5% t.o.v. 2025", .relative(percent: ExactDecimal(5), baseline: .year(2025)), "relative"),
        ("halvering t.o.v. 2025", .relative(percent: ExactDecimal(-50), baseline: .year(2025)), "relative"),
        ("halvering", .relative(percent: ExactDecimal(-50), baseline: nil), "relative"),
        ("verdubbeling t.o.v. 2025", .relative(percent: ExactDecimal(100), baseline: .year(2025)), "relative"),
        ("+450 t.o.v. 2025", .difference(ExactDecimal(450), baseline: .year(2025)), "difference"),
        ("-3 t.o.v. 2025", .difference(ExactDecimal(-3), baseline: .year(2025)), "difference"),
        ("stijging t.o.v. 2024", .direction(.rise, baseline: .year(2024)), "direction"),
        ("stijging", .direction(.rise, baseline: nil), "direction"),
        ("daling", .direction(.fall, baseline: nil), "direction"),
        ("gelijkblijvend", .direction(.steady, baseline: nil), "direction"),
        ("niet gestegen t.o.v. 2024", .direction(.noRise, baseline: .year(2024)), "direction"),
        ("niet gedaald ten opzichte van 2024", .direction(.noFall, baseline: .year(2024)), "direction"),
        ("gereed", .milestone, "milestone"),
        ("Gereed", .milestone, "milestone"),
    ]

    @Test(arguments: changes)
    func `a change or a movement is read with its baseline, and prints back`(
        cell: String,
        requirement: Requirement,
        kind: String
    ) throws {
        let notation = try TargetNotation(cell)
        #expect(notation.requirement == requirement)
        #expect(requirement.kind == kind)
        #expect(notation.description == cell)
    }

    @Test(
        arguments: [
            ("Nb", TargetNotation.Content.notKnown), ("nb", .notKnown), ("n.b.", .notKnown), ("-", .noTarget),
            ("–", .noTarget),
        ])
    func `not known and none ask nothing, and print back`(cell: String, content: TargetNotation.Content) throws {
        let notation = try TargetNotation(cell)
        #expect(notation.content == content)
        #expect(notation.requirement == nil)
        #expect(notation.description == cell)
    }

    @Test func `a closing star is a footnote mark`() throws {
        let notation = try TargetNotation(">0,7%*")
        #expect(notation.hasFootnote)
        #expect(notation.description == ">0,7%*")
        #expect(notation.requirement == (try TargetNotation(">0,7%").requirement))
        #expect(try TargetNotation("Nb*").content == .notKnown)
    }

    @Test(arguments: ["\u{A0}<3,6%", "<3,6%\u{A0}", " <3,6% ", "\t<3,6%"])
    func `blanks around a cell, those of spreadsheets too, do not count`(cell: String) throws {
        #expect(try TargetNotation(cell).description == "<3,6%")
    }

    @Test(
        arguments: [
            "", " ", "*", "lager", "< ", "<", "%", "25,3.1", "1.23", "12.345,", "1,2,3", "nan", "0x10", "1e5", "٣",
            "<٣%",
            "36 t.o.v. 2025", "-10% t.o.v.", "-10% t.o.v. vorig jaar", "stijging t.o.v. 26", "stijgend", "10% 20%",
            "<25,3% <24%",
            "12345678901234567890", "- 5", "+", "++5 t.o.v. 2025", "halvering t.o.v. 2025 t.o.v. 2024",
        ])
    func `anything else is refused, quoting the cell and naming the notations`(cell: String) throws {
        let error = try #require(throws: TargetNotationError.self) { try TargetNotation(cell) }
        #expect(error.description.hasPrefix("the target '\(error.cell)' cannot be read; write a value ('<25,3%'"))
    }
}
