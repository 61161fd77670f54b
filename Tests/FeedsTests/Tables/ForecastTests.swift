import Feeds
import Indicators
import Testing

/// Forecasts that stand beside outcomes, and areas of two levels under one code, as Swing has them.
struct ForecastTests {
    private static let fields: [TableField] = [.area("geoitem"), .period("period"), .value("v1")]

    private func read(_ text: String, _ schema: TableSchema = TableSchema(fields: Self.fields)) throws -> ReadTable {
        try ReadTable(bytes(text), schema, unit: .count)
    }

    @Test func `a row that a column calls a forecast is passed over, whatever its year`() throws {
        let table = try read(
            """
            period;geolevel;geoitem;v1;split
            2024;gemeente;0303;12;Realisatie
            2025;gemeente;0303;13;Prognose
            2040;gemeente;0303;14;prognose
            """
        )
        #expect(table.values == ["GM0303 2024 12"])
        #expect(table.skips == [.forecast: 2])
        #expect(table.faults.isEmpty)
    }

    @Test func `forecasts are taken where the profile asks for them`() throws {
        let table = try read(
            "period;geolevel;geoitem;v1;split\n2024;gemeente;0303;12;realisatie\n2025;gemeente;0303;13;prognose\n",
            TableSchema(fields: Self.fields + [.pin("split", "prognose")])
        )
        #expect(table.values == ["GM0303 2025 13"])
    }

    @Test func `periods behind the last outcome are forecasts where the profile says which that is`() throws {
        let table = try read(
            "period;geolevel;geoitem;v1\n2020;gemeente;0303;12\n2021;gemeente;0303;13\n2071;gemeente;0303;14\n",
            TableSchema(fields: Self.fields, outcomesUntil: Period("2020"))
        )
        #expect(table.values == ["GM0303 2020 12"])
        #expect(table.skips == [.forecast: 2])
    }

    @Test func `a table with a year that has not begun is refused, for the years before may be forecasts as well`()
        throws
    {
        let table = try read(
            "period;geolevel;geoitem;v1\n2020;gemeente;0303;12\n2025;gemeente;0303;13\n2071;gemeente;0303;14\n"
        )
        #expect(table.faults.map(\.reason) == [.forecastNotPinned])
        #expect(table.faults.first?.sentence(.nl).contains("outcomes_until") == true)
    }

    @Test func `of two levels with one code the municipality counts`() throws {
        let file = "period;geolevel;geoitem;v1\n2024;gewest;0303;99\n2024;gemeente;0303;12\n2023;wijk;303;7\n"
        let table = try read(file)
        #expect(table.values == ["GM0303 2024 12"])
        #expect(table.skips == [.otherMember: 2])
    }

    @Test func `a code whose level may be another one than the municipality's is never guessed`() throws {
        let file = "period;geolevel;geoitem;v1\n2024;gewest;0303;99\n2024;wijk;303;12\n"
        #expect(throws: FileFault(.unpinnedDimension, column: "geolevel", cell: "gewest")) { try read(file) }
    }

    @Test func `the numbers that stand for no value are each a kind of missing, in any unit and scale`() throws {
        let rows = ["-99996", "-99997", "-99998", "-99999", "-99997,0"].enumerated()
            .map { "\(2010 + $0);gemeente;0303;\($1)\n" }.joined()
        let schema = TableSchema(fields: [.area("geoitem"), .period("period"), .value("v1", scale: 3)])
        let table = try ReadTable(bytes("period;geolevel;geoitem;v1\n" + rows), schema, unit: .euro)
        #expect(table.values.isEmpty)
        #expect(table.skips == [.noValue: 1, .valueNotKnown: 3, .notApplicable: 1])
    }
}
