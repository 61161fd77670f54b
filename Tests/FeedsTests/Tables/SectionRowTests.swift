import Feeds
import Indicators
import Testing

/// Headings within a table, and tables that lie on their side.
struct SectionRowTests {
    private static let byPeriod = TableField(titles: [], role: .measureByPeriod(Measure(indicator: "cijfer")))

    @Test func `a heading within a table is passed over and counted, in whichever column it stands`() throws {
        let table = try ReadTable(
            bytes("Gemeente;Naam;2022;2023\n;Leeftijd;;\n65+;;;\nFlevoland:;;;\nDronten;x;25,3;25,1\n;;;\nUrk;;;\n"),
            TableSchema(fields: [.area("Gemeente"), Self.byPeriod])
        )
        #expect(table.values == ["GM0303 2022 25.3", "GM0303 2023 25.1"])
        #expect(table.skips == [.sectionRow: 3, .emptyRow: 1, .areaNotWatched: 1])
        #expect(table.faults.isEmpty)
    }

    @Test func `a row below a heading of a part or a year never passes for one of the whole`() throws {
        for heading in ["Vrouwen", "65+", "2023", "18 tot 65 jaar"] {
            let table = try ReadTable(
                bytes("Gemeente;Eenzaam\nFlevoland:;\nNoordoostpolder;20\n\(heading);\nDronten;30\n"),
                TableSchema(
                    fields: [.area("Gemeente"), .value("Eenzaam")],
                    period: Period("2024").map(TableSchema.PeriodSource.fixed)
                )
            )
            #expect(table.values == ["GM0171 2024 20"], "\(heading)")
            #expect(table.faults == [RowFault(.sectionNotRead, line: 5, cell: heading)], "\(heading)")
        }
    }

    @Test func `a row with a value and no area is a fault with its place, and never one of the own area`() throws {
        let table = try ReadTable(
            bytes("Gemeente;Naam;2022;2023\nDronten;x;25,3;25,1\n;Mannen;20;\n"),
            TableSchema(fields: [.area("Gemeente"), Self.byPeriod])
        )
        #expect(table.faults == [RowFault(.unknownArea, line: 3, column: "Gemeente", cell: "")])
    }

    @Test func `the own area without values is no heading`() throws {
        let table = try ReadTable(
            bytes("Gemeente;2022;2023\nDronten;;\nNoordoostpolder;1;\n"),
            TableSchema(fields: [.area("Gemeente"), Self.byPeriod])
        )
        #expect(table.skips == [.noValue: 3])
    }

    @Test func `a column that is called after an area is of that area`() throws {
        let fields = ["Dronten", "Urk", "Noordoostpolder", "Nederland"].map { TableField.value($0) }
        let table = try ReadTable(
            bytes("Periode;Dronten;Urk;Noordoostpolder;Nederland\n2022;25,3;20,1;19;30\n"),
            TableSchema(fields: [.period("Periode")] + fields)
        )
        #expect(table.values == ["GM0303 2022 25.3", "GM0171 2022 19", "NL01 2022 30"])
        #expect(table.skips == [.areaNotWatched: 1])
    }
}
