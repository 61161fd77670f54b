import Indicators
import Testing

/// Values that are made of other values.
@Suite struct DerivationTests {
    /// An operation, its values, its decimals and what comes of them; `nil` where nothing does.
    typealias Row = (Derivation.Operation, [String], Int, String?)

    private static func result(_ row: Row) throws -> String? {
        let values = try row.1.map { try #require(ExactDecimal($0, decimalSign: ",")) }
        return Derivation(row.0, of: [], decimals: row.2).result(values)?.written(decimalSign: ",")
    }

    @Test(
        arguments: [
            (.mean, ["38", "37", "8", "10", "25", "24", "29", "31"], 1, "25,3"), (.mean, ["7"], 2, "7,00"),
            (.mean, ["1", "2", "2"], 3, "1,667"), (.mean, ["-1", "-2", "-2"], 3, "-1,667"),
            (.mean, ["0,1", "0,2"], 1, "0,2"), (.mean, ["-0,1", "-0,2"], 1, "-0,2"),
            (.sum, ["1,25", "2,5", "3"], 2, "6,75"), (.sum, ["0,1", "0,2"], 1, "0,3"),
            (.sum, ["1,25", "-5"], 1, "-3,8"),
            (.sum, ["12"], 0, "12"),
            (.sum, ["-65", "-21055", "-4004", "-5590", "-15942", "-484", "-25562"], 0, "-72702"),
            (.difference, ["100", "30", "20,5"], 1, "49,5"), (.difference, ["1", "1,05"], 1, "-0,1"),
            (.difference, ["155", "0"], 0, "155"), (.difference, ["5"], 0, "5"), (.difference, ["-5", "-7"], 0, "2"),
        ] as [Row]
    )
    func `a mean, a sum and a difference are exact, and rounded once`(row: Row) throws {
        #expect(try Self.result(row) == row.3)
    }

    @Test(
        arguments: [
            (.ratio(per: 100), ["1", "3"], 1, "33,3"), (.ratio(per: 100), ["2", "3"], 1, "66,7"),
            (.ratio(per: 100), ["1", "8"], 2, "12,50"), (.ratio(per: 100), ["1", "8"], 1, "12,5"),
            (.ratio(per: 1000), ["4612", "42700"], 1, "108,0"), (.ratio(per: 1000), ["1", "16"], 1, "62,5"),
            (.ratio(per: 1000), ["1", "16"], 0, "63"), (.ratio(per: 1000), ["-1", "16"], 0, "-63"),
            (.ratio(per: 1), ["7", "2"], 1, "3,5"), (.ratio(per: 100_000), ["3", "41000"], 2, "7,32"),
            (.ratio(per: 100), ["0", "5"], 1, "0,0"), (.ratio(per: 100), ["1,5", "0,25"], 0, "600"),
            (.share, ["30", "30", "70"], 1, "30,0"), (.share, ["1", "1", "1", "1"], 2, "33,33"),
            (.share, ["2", "2", "1"], 1, "66,7"), (.share, ["1", "3"], 1, "33,3"),
            (.share, ["-1", "3", "5"], 1, "-12,5"), (.share, ["-1", "3", "5"], 0, "-13"),
        ] as [Row]
    )
    func `a ratio is for so many, a share is in percent of the sum of the others`(row: Row) throws {
        #expect(try Self.result(row) == row.3)
    }

    @Test(
        arguments: [
            ("0,05", 1, "0,1"), ("0,04", 1, "0,0"), ("0,049", 1, "0,0"), ("-0,05", 1, "-0,1"), ("-0,04", 1, "0,0"),
            ("2,5", 0, "3"), ("-2,5", 0, "-3"), ("-2,49", 0, "-2"), ("3", 2, "3,00"),
        ])
    func `rounding is half up, away from zero`(value: String, decimals: Int, rounded: String) throws {
        #expect(try Self.result((.sum, [value], decimals, nil)) == rounded)
    }

    @Test(
        arguments: [
            (.ratio(per: 100), ["1", "0"], 1, nil), (.ratio(per: 100), ["0", "0,0"], 1, nil),
            (.share, ["1", "0", "0"], 1, nil), (.share, ["1", "2", "-2"], 1, nil),
        ] as [Row]
    )
    func `nothing comes of a division by zero`(row: Row) throws {
        #expect(try Self.result(row) == nil)
    }

    @Test(
        arguments: [
            (.mean, [], 1, nil), (.sum, [], 1, nil), (.difference, [], 1, nil), (.ratio(per: 100), [], 1, nil),
            (.share, [], 1, nil), (.ratio(per: 100), ["5"], 1, nil), (.share, ["5"], 1, nil),
        ] as [Row]
    )
    func `nothing comes of nothing, or of half a ratio`(row: Row) throws {
        #expect(try Self.result(row) == nil)
    }

    @Test(
        arguments: [
            (.sum, ["999999999999999999", "1"], 0, nil), (.mean, ["999999999999999999", "999999999999999999"], 0, nil),
            (.difference, ["-999999999999999999", "1"], 0, nil), (.sum, ["123456789012345678"], 1, nil),
            (.ratio(per: 100), ["99999999999999999", "1"], 0, nil),
            (.sum, ["999999999999999998", "1"], 0, "999999999999999999"),
            (.share, ["1", "999999999999999999", "1"], 0, nil), (.mean, ["1"], 19, nil),
        ] as [Row]
    )
    func `nothing comes of numbers with too many digits`(row: Row) throws {
        #expect(try Self.result(row) == row.3)
    }

    @Test(
        arguments: [
            (Derivation.Operation.mean, "mean"), (.sum, "sum"), (.difference, "difference"), (.share, "share"),
            (.ratio(per: 1000), "ratio per 1000"),
        ])
    func `an operation has its word`(operation: Derivation.Operation, name: String) {
        #expect(operation.name == name)
    }

    @Test func `the indicators below a derivation are each named once, in order`() throws {
        let references = try ["b[vorm=x]", "a", "b", "a[vorm=x]"].map { try #require(SeriesReference($0)) }
        #expect(Derivation(.share, references: references, decimals: 1).inputs == ["b", "a"])
    }
}

/// The notation for a series that another one is made of.
@Suite struct SeriesReferenceTests {
    @Test(
        arguments: [
            ("beschikkingen", "beschikkingen", nil), (" wmo ", "wmo", nil),
            ("beschikkingen[vorm=gezinsgericht]", "beschikkingen", "vorm=gezinsgericht"),
            ("a [leeftijd=65+]", "a", "leeftijd=65+"),
            ("a[leeftijd=65+, geslacht=vrouw]", "a", "geslacht=vrouw,leeftijd=65+"), ("a[b=c=d]", "a", "b=c=d"),
        ] as [(String, IndicatorID, String?)]
    )
    func `names an indicator, and a breakdown where one is meant`(
        text: String,
        indicator: IndicatorID,
        breakdown: String?
    ) throws {
        let reference = try #require(SeriesReference(text))
        #expect(reference.indicator == indicator)
        #expect(reference.breakdown?.description == breakdown)
        #expect(reference.description == "\(indicator)\(breakdown.map { "[\($0)]" } ?? "")")
        #expect(SeriesReference(reference.description) == reference)
    }

    @Test(
        arguments: [
            "", " ", "[vorm=x]", "a[", "a[]", "a[ ]", "a[vorm]", "a[vorm=]", "a[=x]", "a[vorm=x", "a[vorm=x]b",
            "a[vorm=x,vorm=y]", "a[vorm=x,]",
        ])
    func `anything else is none`(text: String) {
        #expect(SeriesReference(text) == nil)
    }

    @Test func `without a breakdown the one of the derived series is meant`() throws {
        let older = SeriesKey(indicator: "ratio", area: "WK030301", breakdown: Breakdown(pairs: ["leeftijd": "65+"]))
        #expect(SeriesReference(IndicatorID("a")).key(for: older)?.description == "a/WK030301/leeftijd=65+")
        #expect(
            SeriesReference(IndicatorID("a")).key(for: SeriesKey(indicator: "ratio", area: "GM0303"))?.description
                == "a/GM0303"
        )
    }

    @Test func `a breakdown is asked for the total only`() throws {
        let reference = try #require(SeriesReference("a[vorm=x]"))
        let total = SeriesKey(indicator: "ratio", area: "GM0303")
        let part = SeriesKey(indicator: "ratio", area: "GM0303", breakdown: Breakdown(pairs: ["vorm": "x"]))
        #expect(reference.key(for: total)?.description == "a/GM0303/vorm=x")
        #expect(reference.key(for: part) == nil)
    }
}
