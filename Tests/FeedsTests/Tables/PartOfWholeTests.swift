import Feeds
import Indicators
import Testing

/// Parts of a whole that must never pass for the whole, in tables of every kind.
struct PartOfWholeTests {
    private static let schema = TableSchema(fields: [.area("Gemeente"), .period("Jaar"), .value("Waarde")])

    private func read(_ text: String, _ schema: TableSchema = Self.schema) throws -> ReadTable {
        try ReadTable(bytes(text), schema)
    }

    @Test func `two parts in two years are no history of the whole`() throws {
        for title in ["Geslacht", "Kolom"] {
            let table = try read("Gemeente;Jaar;\(title);Waarde\nDronten;2022;Vrouwen;25,3\nDronten;2023;Mannen;26,1\n")
            let detail = FaultDetail.otherRow(line: 2, text: "Vrouwen")
            #expect(
                table.faults == [RowFault(.unpinnedDimension, line: 3, column: title, cell: "Mannen", detail: detail)]
            )
        }
        let statLine = TableSchema(fields: [.area("Regio's"), .period("Perioden"), .value("Eenzaam (%)")])
        let table = try read(
            "Perioden;Regio's;Leeftijd;Eenzaam (%)\n2022;Dronten;18 tot 65;20,1\n2023;Dronten;65 of ouder;30,2\n",
            statLine
        )
        #expect(table.faults.map(\.reason) == [.unpinnedDimension])
    }

    @Test func `one part only refuses the file, whatever table it is`() throws {
        #expect(throws: FileFault(.unpinnedDimension, column: "Leeftijd", cell: "65+")) {
            try read("Gemeente;Jaar;Leeftijd;Waarde\nDronten;2022;65+;25,3\n")
        }
    }

    @Test func `another area never passes for the own one where the profile names no column of areas`() throws {
        let schema = TableSchema(fields: [.period("Jaar"), .value("Waarde")])
        for title in ["Gemeente", "Regio's", "geoitem"] {
            #expect(throws: FileFault(.unpinnedDimension, column: title, cell: "urk"), "\(title)") {
                try read("\(title);Jaar;Waarde\nUrk;2022;25,3\n", schema)
            }
            let two = try read("\(title);Jaar;Waarde\nUrk;2022;25,3\nDronten;2023;26\n", schema)
            #expect(two.faults.map(\.reason) == [.unpinnedDimension], "\(title)")
        }
        let pinned = TableSchema(fields: schema.fields + [.pin("Gemeente", "Dronten")])
        #expect(try read("Gemeente;Jaar;Waarde\nDronten;2022;25,3\n", pinned).values == ["GM0303 2022 25.3"])
    }

    @Test func `the total is read where there is one, and other texts of a row tell nothing`() throws {
        let table = try read(
            "Gemeente;Jaar;Leeftijd;Opmerking;Waarde\nDronten;2022;Totaal;a;25,3\nDronten;2022;65+;b;40\nDronten;2023;Totaal;c;26\n"
        )
        #expect(table.values == ["GM0303 2022 25.3", "GM0303 2023 26"])
        #expect(table.skips == [.otherMember: 1])
    }

    @Test func `a year in the title of a column is the period of its values, whatever the file is called`() throws {
        let schema = TableSchema(
            fields: [.area("Gemeente"), .value("2023 / %")],
            headerRows: 2,
            period: .title
        )
        let table = try read("Jeugd 2024;;\n;2023;\nGemeente;aantal;%\nDronten;100;25,3\n", schema)
        #expect(table.values == ["GM0303 2023 25.3"])
    }

    @Test func `columns of Swing that name subject and year are read by period, and so are school years`() throws {
        for (titles, periods) in [("Eenzaam|2022;Eenzaam|2023;Matig|2022", ["2022", "2023"])] {
            let field = TableField(titles: ["Eenzaam"], role: .measureByPeriod(Measure(indicator: "cijfer")))
            let table = try read(
                "Gebied;\(titles)\nDronten;25,3;26;30\n",
                TableSchema(fields: [.area("Gebied"), field])
            )
            #expect(table.values == ["GM0303 \(periods[0]) 25.3", "GM0303 \(periods[1]) 26"])
        }
        let field = TableField(titles: [], role: .measureByPeriod(Measure(indicator: "cijfer")))
        let table = try ReadTable(
            bytes("Gemeente;2022/2023;2023/'24\nDronten;25,3;26\n"),
            TableSchema(fields: [.area("Gemeente"), field]),
            cadence: Cadence(.schoolYear, dueDays: 30)
        )
        #expect(table.values == ["GM0303 2022/2023 25.3", "GM0303 2023/2024 26"])
    }

    static let units: [(String, MeasureUnit, String?)] = [
        ("Kosten (x 1 000 euro)", .euro, "13500"), ("Kosten (mld euro)", .euro, nil),
        ("Kosten / x 1 000 euro", .euro, "13500"), ("Kosten (mln euro)", .euro, "13500000"),
        ("Gebruik (per 100 000 inwoners)", .perThousand, nil), ("Gebruik (per 1 000 jongeren)", .perThousand, "13.5"),
        ("Eenzaam (% van 65-plussers)", .percent, "13.5"), ("Eenzaam (% van 65-plussers)", .perThousand, nil),
        ("Afstand (km)", MeasureUnit("km"), "13.5"), ("Stand (per 31 december)", .count, "13.5"),
        ("Eenzaam / aantal", .percent, nil),
    ]

    @Test(arguments: units.indices)
    func `a unit in the title is converted or refused, and never passed over where it has a scale`(index: Int) throws {
        let (title, unit, expected) = Self.units[index]
        let rows = title.contains(" / ") ? title.split(separator: " / ").map(String.init) : [title]
        let head = rows.enumerated().map { "\($0 == rows.count - 1 ? "Gemeente" : "");\($1)\n" }.joined()
        let schema = TableSchema(
            fields: [.area("Gemeente"), .value(title)],
            headerRows: rows.count,
            period: Period("2023").map(TableSchema.PeriodSource.fixed)
        )
        let table = try ReadTable(bytes(head + "Dronten;13,5\n"), schema, unit: unit)
        #expect(table.values == (expected.map { ["GM0303 2023 \($0)"] } ?? []), "\(title)")
        #expect(table.faults.map(\.reason) == (expected == nil ? [.unitDiffers] : []), "\(title)")
    }
}
