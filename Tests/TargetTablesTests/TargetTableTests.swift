import Catalogue
import Indicators
import TargetTables
import TestSupport
import Testing

/// Target tables of the Dronten document, read from the text of the page.
@Suite struct TargetTableTests {
    @Test(arguments: PastedTable.all)
    func `every cell of a pasted table is there as the document writes it`(_ pasted: PastedTable) throws {
        let table = try TargetTable(pasted.text(), measuredUntil: 2024)
        let (years, rows, _) = try pasted.content()
        let loaded = try LoadedRows(table)
        #expect(table.unreadable.isEmpty)
        #expect(loaded.indicators.map(\.description) == rows.map { $0[0] })
        for (indicator, row) in zip(loaded.indicators, rows) {
            let cells = zip(years, row.dropFirst()).map { "\($0) \($1)" }
            #expect(loaded.documented(indicator.id) == cells.filter { $0.prefix(4) <= "2024" })
            #expect(loaded.targets(indicator.id) == cells.filter { $0.prefix(4) > "2024" })
            #expect(indicator.heading == pasted.title)
        }
    }

    @Test(arguments: PastedTable.all)
    func `a table separated by tabs or semicolons gives the same programme`(_ pasted: PastedTable) throws {
        let yaml = try TargetTable(pasted.text(), measuredUntil: 2024).yaml
        let below =
            "# below the table: 'In 2026 wordt het gebruik en de nulmeting van aanvullende indicatoren onderzocht.'\n"
        for separator in ["\t", ";"] {
            let table = try TargetTable(pasted.separated(by: separator), measuredUntil: 2024)
            #expect(table.yaml == yaml.replacing(below, with: ""))
        }
    }

    /// The rows that the transcription judges by more than the table.
    static let judged: Set<String> = ["Lopende uitkeringen (#huishoudens)"]

    @Test(arguments: PastedTable.all)
    func `the cells are those of the transcription by hand, and so is which way is better`(
        _ pasted: PastedTable
    ) throws {
        let loaded = try LoadedRows(TargetTable(pasted.text(), measuredUntil: 2024))
        var small = try SmallConfiguration()
        small.programme = try Project.text("config/programmes/dronten-2026.yaml")
        let shipped = try small.load()
        for indicator in loaded.indicators {
            let label = try #require(indicator.description)
            let twin = try #require(shipped.register.indicatorsInOrder.first { $0.description == label })
            #expect(
                loaded.targets(indicator.id)
                    == (shipped.register.paths[twin.id] ?? []).map { "\($0.period) \($0.notation)" }
            )
            #expect(indicator.notes.allSatisfy(twin.notes.contains))
            #expect(indicator.better == twin.better || Self.judged.contains(label), "\(label)")
            #expect(indicator.unit == twin.unit || twin.unit == .perThousand, "\(label)")
        }
    }

    @Test func `footnotes stand with the rows whose label or cell has their mark`() throws {
        let wmo = try LoadedRows(TargetTable(PastedTable.all[2].text()))
        #expect(wmo.indicators.map { $0.notes.map { $0.prefix(6) } } == [["*Perce"], ["**Cijf"], ["*Perce"]])
        let schemes = try LoadedRows(TargetTable(PastedTable.all[1].text()))
        let noted = schemes.indicators.filter { !$0.notes.isEmpty }
        #expect(noted.map(\.notes) == [["*Indien witgoedregeling wordt verlengd"]])
        #expect(noted.map(\.title) == ["Witgoedregeling per nov ’23 (#huishoudens)"])
    }

    @Test func `a mark in a heading or in the name of a column is one of the rows it is about`() throws {
        let text = ";2025;2026**\nKop*;;\nEen;1;2\nTwee;3;\nAndere kop;;\nDrie;4;\n*bij de kop;;\n**bij het jaar;;\n"
        let notes = try LoadedRows(TargetTable(text)).indicators.map(\.notes)
        #expect(notes == [["*bij de kop", "**bij het jaar"], ["*bij de kop"], []])
    }

    @Test func `ids and titles are made of the labels`() throws {
        let wmo = try LoadedRows(TargetTable(PastedTable.all[2].text()))
        #expect(
            wmo.indicators.map(\.id)
                == [
                    "meer-inwoners-voelen-zich-goed-geholpen-en-of-kunnen-weer",
                    "afname-gebruik-wmo-maatwerkvoorzieningen-door-te-investeren-in",
                    "inwoners-zijn-goed-geinformeerd-over-toegankelijke",
                ].map { IndicatorID($0) }
        )
        #expect(
            wmo.indicators.map(\.title) == [
                "Meer inwoners voelen zich goed geholpen en/of", "Afname gebruik Wmo-maatwerkvoorzieningen door",
                "Inwoners zijn goed geïnformeerd over",
            ]
        )
    }

    @Test func `the first year is the first target's, and a year that is skipped is none`() throws {
        let loaded = try LoadedRows(TargetTable(PastedTable.all[5].text(), measuredUntil: 2024))
        #expect(loaded.indicators.map(\.cadence) == [Cadence(.year, first: .year(2026), dueDays: 365)])
        #expect(loaded.targets(loaded.indicators[0].id) == ["2026 >39%", "2028 70%"])
    }

    @Test(arguments: PastedTable.all)
    func `a pasted table that lost one cell is refused, with the row that lost it`(_ pasted: PastedTable) throws {
        let lines = try pasted.text().split(separator: "\n", omittingEmptySubsequences: false)
        let (years, rows, _) = try pasted.content()
        var label = ""
        for (index, line) in lines.enumerated() where !line.allSatisfy(\.isWhitespace) {
            let text = PastedTable.collapsed(line)
            if let row = rows.first(where: { $0[0] == text }) { label = row[0] }
            guard !label.isEmpty, rows.contains(where: { $0.dropFirst().contains(text) }) else { continue }
            var shorter = lines
            shorter.remove(at: index)
            let fault = refusal(shorter.joined(separator: "\n"))
            #expect(fault?.reason == .rowTooShort)
            #expect(fault?.description.contains("has \(years.count - 1) cell") == true)
            #expect(fault?.description.contains(label.prefix(70)) == true)
        }
    }

    @Test(arguments: [PastedTable.all[0], PastedTable.all[3]], ["ca. 20", "n.t.b."])
    func `a cell that cannot be read leaves every other cell of a pasted table in its place`(
        _ pasted: PastedTable,
        _ cell: String
    ) throws {
        let content = try pasted.content()
        let whole = Set(try Self.cells(of: pasted.written(content.rows)))
        for (row, cells) in content.rows.enumerated() {
            for column in cells.indices.dropFirst() {
                var rows = content.rows
                rows[row][column] = cell
                let table = try TargetTable(pasted.written(rows))
                #expect(table.unreadable.map(\.label) == [cells[0]])
                #expect(table.unreadable.map(\.column) == [content.years[column - 1]])
                let read = try Self.cells(of: pasted.written(rows))
                #expect(whole.subtracting(read) == ["\(cells[0]) \(content.years[column - 1]) \(cells[column])"])
                #expect(read.count == whole.count - 1)
            }
        }
    }

    /// The cells of a table, each with its row and period.
    private static func cells(of text: String) throws -> [String] {
        let loaded = try LoadedRows(TargetTable(text))
        return loaded.indicators.flatMap { indicator in
            loaded.targets(indicator.id).map { "\(indicator.description ?? "") \($0)" }
        }
    }

    @Test(arguments: PastedTable.all)
    func `a pasted table that lost a label is refused`(_ pasted: PastedTable) throws {
        let lines = try pasted.text().split(separator: "\n", omittingEmptySubsequences: false)
        let labels = Set(try pasted.content().rows.map { $0[0] })
        for (index, line) in lines.enumerated() where labels.contains(PastedTable.collapsed(line)) {
            var shorter = lines
            shorter.remove(at: index)
            #expect([.rowTooLong, .cellsWithoutLabel].contains(refusal(shorter.joined(separator: "\n"))?.reason))
        }
    }

    @Test func `two tables at once are refused at the line where the second begins`() throws {
        let both = try PastedTable.all[0].text() + PastedTable.all[1].text()
        let fault = try #require(refusal(both))
        #expect(fault.reason == .secondTable && fault.line == 60, "\(fault)")
    }
}

/// The budget table "Wat gaat programma 6 kosten?", with tabs between the cells of its lines.
@Suite struct BudgetTableTests {
    let table: TargetTable
    let rows: LoadedRows

    init() throws {
        table = try TargetTable(Project.text("Tests/TargetTablesTests/Document/table-kosten.txt"))
        rows = try LoadedRows(table)
    }

    @Test func `every amount is there, in thousands of euros`() throws {
        #expect(table.unreadable.isEmpty)
        #expect(rows.indicators.count == 18 && rows.indicators.allSatisfy { $0.unit == .thousandEuro })
        let lines = try Project.text("Tests/TargetTablesTests/Document/table-kosten.txt").split(separator: "\n")
            .dropFirst()
            .map { $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init) }
            .filter { $0[2] != "" }
        for (indicator, line) in zip(rows.indicators, lines) {
            let years = (2024...2029).map(String.init)
            let cells = zip(years, line.dropFirst()).filter { $1 != "" }.map { "\($0) \($1)" }
            #expect(indicator.description == line[0])
            #expect(rows.documented(indicator.id) + rows.targets(indicator.id) == cells)
        }
    }

    @Test func `the column of the realisation is what was measured`() {
        #expect(rows.documented("6l-leefbaarheid-en-veiligheid") == ["2024 -44"])
        #expect(rows.documented("6m5-multifunctionele-gebouwen") == [])
        #expect(rows.targets("6m5-multifunctionele-gebouwen").first == "2025 -5.694")
    }

    @Test func `a row without cells is the heading of those that follow`() {
        let headings = rows.indicators.map(\.heading)
        #expect(
            headings == Array(repeating: "Lasten", count: 8) + Array(repeating: "Baten", count: 6)
                + ["Stortingen"] + Array(repeating: "Onttrekkingen", count: 3)
        )
    }

    @Test func `rows of the same name have ids of their own`() {
        #expect(
            rows.indicators.filter { $0.description == "6Z Niet in pakketjes opgenomen" }.map(\.id)
                == ["6z-niet-in-pakketjes-opgenomen", "6z-niet-in-pakketjes-opgenomen-2"]
        )
    }

    @Test func `which way an amount is better is left to a person`() {
        #expect(
            table.yaml.split(separator: "better: higher  # check: the table does not say which way is better").count
                == 1 + rows.indicators.count
        )
        #expect(table.yaml.contains("# check: budget has to be added"))
    }

    /// The tables of the Noordoostpolder document, which have their tabs.
    @Test(arguments: [("middelen-1", "Middelen (x € 1.000)", 4), ("middelen-2", "Middelen (x € 1.000)", 12)])
    func `a table with tabs is read as the document has it`(_ name: String, _ title: String, _ count: Int) throws {
        let text = try Project.text("Tests/TargetTablesTests/Document/table-\(name).txt")
        let table = try TargetTable(text)
        let rows = try LoadedRows(table)
        let lines = text.split(separator: "\n").filter { $0.contains("\t") }.dropFirst()
            .map { $0.split(separator: "\t").map(String.init) }
        #expect(table.unreadable.isEmpty && rows.indicators.count == count)
        for (indicator, line) in zip(rows.indicators, lines) {
            #expect(indicator.description == line[0] && indicator.heading == title && indicator.unit == .thousandEuro)
            #expect(rows.targets(indicator.id) == zip(2020...2024, line.dropFirst()).map { "\($0) \($1)" })
        }
        #expect(
            table.yaml.contains(count == 4 ? "# above the table: 'Tabel 1: Ind" : "# below the table: '⁴ Dit betreft")
        )
    }

    @Test func `a row with an amount too few is refused with its line`() throws {
        let text = try Project.text("Tests/TargetTablesTests/Document/table-kosten.txt")
            .replacing("gebouwen\t\t-5.694", with: "gebouwen\t-5.694")
        #expect(
            refusal(text)?.description == """
                line 6: the row '6M5 Multifunctionele gebouwen' has 5 cells, and the table has 6 columns; write a cell for \
                each column, 'Nb' or '-' where there is none
                """
        )
    }
}
