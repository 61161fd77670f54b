import Feeds
import Indicators
import Testing

/// Values whose interval stands in rows of its own.
struct MarginTests {
    private static func schema(_ margins: Margins) -> TableSchema {
        let field = TableField(titles: ["Marges"], role: .margins(margins))
        return TableSchema(fields: [field, .area("RegioS"), .period("Perioden"), .value("Eenzaam")])
    }

    private static let half = schema(Margins(value: "MW00000", interval: .halfWidth("B000150")))
    private static let header = "\"ID\";\"Marges\";\"RegioS\";\"Perioden\";\"Eenzaam_27\"\n"

    @Test func `a half width gives as much to each side of the value, wherever its row stands`() throws {
        let table = try ReadTable(
            bytes(
                Self.header + """
                    "1";"B000150";"GM0303";"2022JJ00";"     2.1"
                    "2";"MW00000";"GM0303";"2022JJ00";"    25.3"
                    "3";"MW00000";"GM0171";"2022JJ00";"    24.0"
                    "4";"B000150";"GM0171";"2022JJ00";"       ."
                    "5";"B000150";"GM0303";"2020JJ00";"     2.0"

                    """
            ),
            Self.half
        )
        #expect(table.values == ["GM0303 2022 25.3 [23.2 27.4]", "GM0171 2022 24.0"])
        #expect(table.skips == [.valueNotKnown: 1, .boundOfValue: 1, .boundAlone: 1])
        #expect(table.faults.isEmpty)
    }

    @Test func `a half width below nothing is a fault, and never turns the interval round`() throws {
        let file = Self.header + "\"1\";\"MW00000\";\"GM0303\";\"2022JJ00\";\"    25.3\"\n"
        let table = try ReadTable(
            bytes(file + "\"2\";\"B000150\";\"GM0303\";\"2022JJ00\";\"    -2.1\"\n"),
            Self.half,
            unit: MeasureUnit("punten")
        )
        #expect(table.faults.map(\.reason) == [.intervalNotAroundValue])
        #expect(table.faults.map(\.line) == [3])
        #expect(table.values.isEmpty)
    }

    @Test func `a half width where the profile knows bounds is refused by its name, and never taken as the value`()
        throws
    {
        let bounds = Self.schema(Margins(value: "MW00000", lower: "MOG0095", upper: "MBG0095"))
        let file = Self.header + "\"1\";\"B000150\";\"GM0303\";\"2022JJ00\";\"     2.1\"\n"
        let table = try ReadTable(bytes(file), bounds)
        #expect(table.faults == [RowFault(.marginNotKnown, line: 2, column: "Marges", cell: "B000150")])
    }
}
