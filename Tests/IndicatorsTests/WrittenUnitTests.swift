import Testing

@testable import Indicators

@Suite("Units as people write them")
struct WrittenUnitTests {
    static let same: [(String, MeasureUnit, Int)] = [
        ("%", .percent, 1), ("procent", .percent, 1), ("Percentage", .percent, 1), ("(%)", .percent, 1),
        ("‰", .perThousand, 1), ("per 1.000 inwoners", .perThousand, 1), ("per 1 000 inwoners", .perThousand, 1),
        ("Per 1000", .perThousand, 1), ("per duizend inwoners", .perThousand, 1), ("promille", .perThousand, 1),
        ("aantal", .count, 1), ("Aantal", .count, 1), ("x 1 000", .count, 1000), ("x 1.000", .count, 1000),
        ("x 1\u{A0}000", .count, 1000), ("× 1000", .count, 1000), ("x mln", .count, 1_000_000),
        ("euro", .euro, 1), ("€", .euro, 1), ("EUR", .euro, 1), ("euro’s", .euro, 1), ("1 000 euro", .euro, 1000),
        ("x 1 000 euro", .euro, 1000), ("x € 1.000", .euro, 1000), ("€ 1.000", .euro, 1000), ("€1.000", .euro, 1000),
        ("duizend euro", .euro, 1000), ("mln euro", .euro, 1_000_000), ("miljoen euro", .euro, 1_000_000),
        ("maanden", MeasureUnit("maanden"), 1), ("mnd", MeasureUnit("maanden"), 1),
        ("month", MeasureUnit("maanden"), 1),
        ("weken", MeasureUnit("weken"), 1),
    ]

    @Test("are the same unit, and say how many of it one is", arguments: same)
    func unit(text: String, unit: MeasureUnit, scale: Int) {
        let written = WrittenUnit(text)
        #expect(written.unit == unit)
        #expect(written.scale == ExactDecimal(scale))
    }

    static let factors: [(String, MeasureUnit, String?)] = [
        ("x 1 000", .count, "1000"), ("1 000 euro", .thousandEuro, "1"), ("euro", .thousandEuro, "0.001"),
        ("mln euro", .thousandEuro, "1000"), ("%", .count, nil), ("per 1 000 huishoudens", .perThousand, nil),
        ("per 100 000 inwoners", .perThousand, nil), ("x 1 000", .euro, nil), ("1000", .count, nil),
        ("‰", .percent, nil),
        ("per 1 000 huishoudens", MeasureUnit("per 1000 huishoudens"), "1"), ("punten", MeasureUnit("Punten"), "1"),
    ]

    @Test("give the factor to another unit, or none where something else is measured", arguments: factors)
    func factor(text: String, unit: MeasureUnit, factor: String?) {
        #expect(WrittenUnit(text).factor(to: unit)?.description == factor)
    }
}
