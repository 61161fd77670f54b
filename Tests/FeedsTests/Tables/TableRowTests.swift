import Feeds
import Indicators
import Testing

/// The cases in which a reader who does not know the form is silently wrong.
struct TableRowTests {
    private static let schema = TableSchema(fields: [.area("Regio's"), .period("Perioden"), .value("Eenzaam (%)")])

    private func read(
        _ text: String,
        _ schema: TableSchema = Self.schema,
        unit: MeasureUnit = .percent
    ) throws -> ReadTable {
        try ReadTable(bytes(text), schema, unit: unit)
    }

    @Test func `a point in a file with symbols and a comma in one without stand before decimals`() throws {
        let header = "\"Perioden\";\"Regio's\";\"Eenzaam (%)\"\n"
        #expect(try read(header + "\"2022\";\"GM0303    \";\"   1.010\"\n").values == ["GM0303 2022 1.010"])
        #expect(try read(header + "\"2022\";\"GM0303    \";1,010\n").values == ["GM0303 2022 1.010"])
    }

    @Test func `a number with the other decimal sign than its form has refuses the file`() throws {
        let file = "\"Perioden\";\"Regio's\";\"Eenzaam (%)\"\n\"2022\";\"GM0303\";\"12,5\"\n"
        #expect(throws: FileFault(.decimalSignOfOtherForm, line: 2, column: "Eenzaam (%)", cell: "12,5")) {
            try read(file)
        }
    }

    @Test func `a property that nobody named is read for its total only`() throws {
        let table = try read(
            """
            "Perioden";"Regio's";"Geslacht";"Eenzaam (%)"
            "2022";"GM0303";"Mannen";20,1
            "2022";"GM0303";"Totaal mannen en vrouwen";25,3
            "2022";"GM0303";"Vrouwen";29,9
            """
        )
        #expect(table.values == ["GM0303 2022 25.3"])
        #expect(table.skips == [.otherMember: 2])
    }

    @Test func `a property of which the file has one part refuses the file`() throws {
        let file = "\"Perioden\";\"Regio's\";\"Geslacht\";\"Eenzaam (%)\"\n\"2022\";\"GM0303\";\"Vrouwen\";29,9\n"
        #expect(throws: FileFault(.unpinnedDimension, column: "Geslacht", cell: "vrouwen")) { try read(file) }
    }

    @Test func `two values of parts that nobody told apart are a fault that names the property`() throws {
        let table = try read(
            """
            "Perioden";"Regio's";"Leeftijd";"Eenzaam (%)"
            "2022";"GM0303";"18 tot 65 jaar";20,1
            "2022";"GM0303";"65 jaar of ouder";25,3
            """
        )
        let detail = FaultDetail.otherRow(line: 2, text: "18 tot 65 jaar")
        #expect(
            table.faults == [
                RowFault(.unpinnedDimension, line: 3, column: "Leeftijd", cell: "65 jaar of ouder", detail: detail)
            ]
        )
    }

    @Test func `three rows of value and margins are one value with an interval, in whatever order they come`() throws {
        let margins = TableField(
            titles: ["Marges"],
            role: .margins(Margins(value: "MW00000", lower: "MOG0095", upper: "MBG0095"))
        )
        let table = try read(
            """
            "ID";"Marges";"RegioS";"Perioden";"Eenzaam_27"
            "1";"MBG0095";"GM0303";"2022JJ00";"    29.1"
            "2";"MW00000";"GM0303";"2022JJ00";"    25.3"
            "3";"MOG0095";"GM0303";"2022JJ00";"    22.0"
            "4";"MW00000";"GM0171";"2022JJ00";"       ."
            """,
            TableSchema(fields: [margins, .area("RegioS"), .period("Perioden"), .value("Eenzaam")])
        )
        #expect(table.values == ["GM0303 2022 25.3 [22.0 29.1]"])
        #expect(table.skips == [.valueNotKnown: 1, .boundOfValue: 2])
    }

    @Test func `a column for each year gives a value for each, and a starred year is provisional`() throws {
        let byPeriod = TableField(titles: [], role: .measureByPeriod(Measure(indicator: "cijfer")))
        let table = try read(
            "Gemeente;2022;2023;2024*\nDronten;25,3;25,1;-\nUrk;1;2;3\nNoordoostpolder;24,0;;23,9\nBron: GGD;;;\n",
            TableSchema(fields: [.area("Gemeente"), byPeriod])
        )
        #expect(
            table.values == ["GM0303 2022 25.3", "GM0303 2023 25.1", "GM0171 2022 24.0", "GM0171 2024 23.9 *"]
        )
        #expect(table.skips == [.noValue: 2, .areaNotWatched: 1, .remark: 1])
    }

    @Test func `years over two columns each are joined with the names below them`() throws {
        let clients = TableField(titles: ["cliënten"], role: .measureByPeriod(Measure(indicator: "cijfer")))
        let table = try read(
            "Wmo 1) naar gemeente;;;;\n;;;;\n;2022;;2023;\nGemeente;cliënten;uren;cliënten;uren\nDronten;1.234;9,5;1.250;8\n;;;;\n",
            TableSchema(fields: [.area("Gemeente"), clients], headerRows: 2),
            unit: .count
        )
        #expect(table.values == ["GM0303 2022 1234", "GM0303 2023 1250"])
    }

    @Test func `thousands are multiplied exactly`() throws {
        let table = try read(
            "Regio's;Perioden;Lasten (x 1 000 euro)\nDronten;2022;13.411,5\n",
            TableSchema(fields: [.area("Regio's"), .period("Perioden"), .value("Lasten (x 1 000 euro)", scale: 3)]),
            unit: .euro
        )
        #expect(table.values == ["GM0303 2022 13411500"])
    }

    @Test func `a breakdown takes the parts that it names, and the total as the whole`() throws {
        let ages = TableField(
            titles: ["Leeftijd"],
            role: .breakdown(name: "leeftijd", members: ["20300": "", "80200": "65+"])
        )
        let table = try read(
            """
            "ID";"Leeftijd";"RegioS";"Perioden";"Eenzaam_27"
            "1";"20300  ";"GM0303";"2022JJ00";"    40.1"
            "2";"53115  ";"GM0303";"2022JJ00";"    38.0"
            "3";"80200  ";"GM0303";"2022JJ00";"    48.6"
            """,
            TableSchema(fields: [ages, .area("RegioS"), .period("Perioden"), .value("Eenzaam")])
        )
        #expect(table.values == ["GM0303 2022 40.1", "GM0303 2022 leeftijd=65+ 48.6"])
    }

    @Test func `a topic of which the stem stands twice in the file is not guessed`() throws {
        let file =
            "\"ID\";\"RegioS\";\"Perioden\";\"Binnen5Km_2\";\"Binnen5Km_8\"\n\"1\";\"GM0303\";\"2022JJ00\";\"1.0\";\"2.0\"\n"
        let schema = TableSchema(fields: [.area("RegioS"), .period("Perioden"), .value("Binnen5Km")])
        let fault = #expect(throws: FileFault.self) { try read(file, schema) }
        #expect(fault?.reason == .profileDoesNotFit)
    }

    @Test func `a faulty cell is told with the name of its column in the file`() throws {
        let table = try read("\"Perioden\";\"Regio's\";\"Eenzaam (%)\"\n\"2022\";\"Dronten\";25,3 ca\n")
        #expect(table.faults.map(\.column) == ["Eenzaam (%)"])
        #expect(table.faults.map(\.reason) == [.valueNotANumber])
    }

    @Test func `a profile whose column is missing says which, and what looks like it`() throws {
        let fault = #expect(throws: FileFault.self) {
            try read("\"Perioden\";\"Regio's\";\"Eenzaamheid (%)\"\n\"2022\";\"Dronten\";25,3\n")
        }
        #expect(fault?.reason == .profileDoesNotFit)
        #expect(fault?.faults.first?.sentence(.nl).contains("Eenzaamheid (%)") == true)
    }

    @Test func `a table about other areas only is refused with the area that it names`() throws {
        let table = try read("\"Perioden\";\"Regio's\";\"Eenzaam (%)\"\n\"2022\";\"Urk\";25,3\n")
        #expect(table.faults.map(\.reason) == [.noWatchedArea])
    }

    private static let aged = """
        "ID";"Leeftijd";"RegioS";"Perioden";"Eenzaam_27"
        "1";"20300  ";"GM0303";"2022JJ00";"    40.1"
        "2";"53115  ";"GM0303";"2022JJ00";"    38.0"
        "3";"80200  ";"GM0303";"2022JJ00";"    48.6"
        "4";"80200  ";"GM0171";"2022JJ00";"    47.0"
        """

    private static func when(_ when: [String: String], breakdown: String? = nil) -> TableField {
        TableField(
            titles: ["Eenzaam"],
            role: .measure(Measure(indicator: "cijfer", breakdown: breakdown, when: when))
        )
    }

    @Test func `a column counts for the rows of the members that its fields name, and for no others`() throws {
        let table = try read(
            Self.aged,
            TableSchema(fields: [
                .area("RegioS"), .period("Perioden"), Self.when(["Leeftijd": "53115"]),
                Self.when(["leeftijd": "80200", "RegioS": "GM0303"], breakdown: "leeftijd=65+"),
            ])
        )
        #expect(table.values == ["GM0303 2022 38.0", "GM0303 2022 leeftijd=65+ 48.6"])
        #expect(table.skips == [.otherMember: 2])
        #expect(table.faults.isEmpty)
    }

    @Test func `a column that counts for members of a property which is not there does not fit the file`() throws {
        let schema = TableSchema(fields: [.area("RegioS"), .period("Perioden"), Self.when(["Geslacht": "1"])])
        let fault = #expect(throws: FileFault.self) { try read(Self.aged, schema) }
        #expect(fault?.reason == .profileDoesNotFit)
    }
}
