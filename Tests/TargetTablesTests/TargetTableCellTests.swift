import Catalogue
import Indicators
import TargetTables
import TestSupport
import Testing

/// Single cells, labels and columns of target tables, and what is refused.
@Suite struct TargetTableCellTests {
    @Test func `a cell that cannot be read is named, and kept as a comment`() throws {
        let table = try TargetTable("Indicator\t2025\t2026\nBezoekers*\t<20%\tca. 20\n")
        #expect(
            table.unreadable.map(\.description) == [
                "line 2: 'ca. 20' of 'Bezoekers*' in the column '2026' could not be read"
            ]
        )
        #expect(table.unreadable.map(\.text) == ["ca. 20"])
        #expect(table.yaml.contains("\n        # 2026: 'ca. 20' could not be read\n"))
        #expect(try LoadedRows(table).targets("bezoekers") == ["2025 <20%"])
    }

    @Test func `an unreadable cell of a pasted table keeps its place and its own line`() throws {
        for cell in ["ca. 20", "n.t.b.", "20-25%", "± 20", "36 (was 40)"] {
            let table = try TargetTable("2025\n\n2026\n\n2027\n\nEen\n\n1\n\n\(cell)\n\n3\n\nTwee\n\n4\n\n5\n\n6\n")
            #expect(table.unreadable.map(\.line) == [11] && table.unreadable.map(\.text) == [cell])
            #expect(try LoadedRows(table).targets("een") == ["2025 1", "2027 3"])
            #expect(try LoadedRows(table).targets("twee") == ["2025 4", "2026 5", "2027 6"])
        }
    }

    static let misfits: [(cell: String, column: String, reason: UnreadableCell.Reason)] = [
        ("<20", "Realisatie 2026", .notMeasured), ("daling", "Nulmeting 2026", .notMeasured),
        ("12 maanden", "2026", .otherUnit), ("120%", "2026", .outOfRange), ("-5%", "2026", .outOfRange),
        ("gereed", "2026", .otherKind), ("daling t.o.v. 2024/2025", "2026", .otherPeriod), ("25.3%", "2026", .notation),
        ("1.2.3", "2026", .notation), ("12 (voorlopig)", "2026", .notation), ("#DEEL/0!", "2026", .notation),
        ("nan", "2026", .notation), ("*", "2026", .notation), (String(repeating: "9", count: 500), "2026", .notation),
    ]

    @Test(arguments: misfits)
    func `a cell that does not suit its row is left out`(
        _ cell: String,
        _ column: String,
        _ reason: UnreadableCell.Reason
    ) throws {
        let table = try TargetTable("Indicator\t2025\t\(column)\nEen\t25%\t\(cell)\n")
        #expect(table.unreadable.map(\.reason) == [reason])
        #expect(try LoadedRows(table).targets("een") == ["2025 25%"])
    }

    @Test func `what was measured may be unknown or none, and an empty cell is no cell`() throws {
        let rows = try LoadedRows(
            TargetTable("\tMeting 2022\tRealisatie 2023\tWerkelijk 2024\t2025\nEen\tNb\t-\t\t7\n")
        )
        #expect(rows.documented("een") == ["2022 Nb", "2023 -"])
        #expect(rows.targets("een") == ["2025 7"])
    }

    static let columns: [(name: String, period: String, isMeasured: Bool)] = [
        ("2023 ", "2023", false), ("2025*", "2025", false), ("Realisatie 2024", "2024", true),
        ("Begroting na wijziging 2025", "2025", false), ("Primaire begroting 2026", "2026", false),
        ("Streefwaarde (2026)", "2026", false), ("2025/2026", "2025/2026", false),
        ("schooljaar 2025/'26", "2025/2026", false),
        ("1e kwartaal 2026", "2026-Q1", false), ("Q3 2026", "2026-Q3", false), ("Meting mei 2026", "2026-05", true),
        ("Begroting 2026-H1", "2026-H1", false), ("0-meting 2024", "2024", true), ("Actuals 2024", "2024", true),
        ("Jaarrekening 2024", "2024", true), ("Verwachte realisatie 2025", "2025", false),
        ("Begroting na actualisatie 2025", "2025", false), ("1e begrotingswijziging 2025", "2025", false),
    ]

    @Test(arguments: columns)
    func `the name of a column holds its period and whether it was measured`(
        _ name: String,
        _ period: String,
        _ isMeasured: Bool
    ) throws {
        let rows = try LoadedRows(TargetTable("Indicator;\(name)\nEen;7\n"))
        #expect(rows.documented("een") == (isMeasured ? ["\(period) 7"] : []))
        #expect(rows.targets("een") == (isMeasured ? [] : ["\(period) 7"]))
    }

    @Test(arguments: [
        "Eenheid", "2023-2026", "t/m 2026", "vanaf 2026", "2e tertaal 2026", "2026 en 2027",
    ])
    func `a column whose name holds no one period is refused`(_ name: String) {
        #expect(refusal("Indicator;2024;2025;\(name)\nEen;1;2;3\n")?.reason == .columnWithoutPeriod)
    }

    @Test(arguments: ["31 december 2026", "31-12-2026", "jan 2026"])
    func `a column of a day or a month is refused among years`(_ name: String) {
        #expect(refusal("Indicator;2024;2025;\(name)\nEen;1;2;3\n")?.reason == .columnsOfDifferentKinds)
    }

    @Test func `a column up to the last measured period holds what was measured`() throws {
        let text = "\t2024\t2025\tStreefwaarde 2026\nEen\t1\t2\t3\n"
        let rows = try LoadedRows(TargetTable(text, measuredUntil: 2025))
        #expect(rows.documented("een") == ["2024 1", "2025 2"] && rows.targets("een") == ["2026 3"])
    }

    @Test func `the budget and the realisation of one year stand beside each other, two budgets do not`() throws {
        let rows = try LoadedRows(TargetTable("\tBegroting 2025\tRealisatie 2025\nEen\t1\t2\n"))
        #expect(rows.documented("een") == ["2025 2"] && rows.targets("een") == ["2025 1"])
        let fault = refusal("\tPrimaire begroting 2025\tBegroting na wijziging 2025\nEen\t1\t2\n")
        #expect(
            fault?.description == """
                line 1: two columns hold the targets of 2025: 'Primaire begroting 2025' and 'Begroting na wijziging 2025'; \
                leave one out
                """
        )
    }

    @Test func `words over the years belong to their columns where each stands over one`() throws {
        let rows = try LoadedRows(TargetTable("\tRealisatie\tBegroting\nTabel\t2024\t2025\nEen\t1\t2\n"))
        #expect(rows.documented("een") == ["2024 1"] && rows.targets("een") == ["2025 2"])
        #expect(rows.indicators.map(\.heading) == ["Tabel"])
        for text in [
            "\tRealisatie\t\tBegroting\n\t2023\t2024\t2025\nEen\t1\t2\t3\n",
            "Tabel\nRealisatie\nBegroting\n2024\n2025\nEen\n1\n2\n",
        ] {
            #expect(refusal(text)?.reason == .splitNames)
        }
    }

    @Test func `years that the columns leave out are pointed out`() throws {
        let remark = "# check: every and interpolation may have to be added"
        #expect(try TargetTable(";2026;2028\nEen;1;2\n").yaml.contains(remark))
        #expect(try !TargetTable(";Meting 2022;2026;2027\nEen;1;2;3\n").yaml.contains(remark))
    }

    // MARK: What is inferred

    static let units: [(label: String, title: String, cell: String, unit: MeasureUnit)] = [
        ("Een", "", "25,3%", .percent), ("Een (%)", "", "25", .percent), ("% een", "", "25", .percent),
        ("Een", "", "< 9 maanden", MeasureUnit("maanden")), ("Een", "", "108 per 1000", .perThousand),
        ("Een", "", "36", .count),
        ("Een", "Bedragen x € 1.000", "-36", .thousandEuro), ("Een", "(bedragen x €1.000)", "36", .thousandEuro),
        ("Een", "in euro's (€)", "36", .euro), ("Een", "x € 1.000.000", "36", MeasureUnit("€ 1.000.000")),
        ("Een", "x € 1 mln", "36", MeasureUnit("€ 1.000.000")), ("Een", "x 1.000 euro", "36", .thousandEuro),
        ("Een", "Inkomen tot € 30.000", "36", .count), ("Een", "max € 1.000 per kind", "36", .count),
        ("Een", "bedragen in euro's", "36", .euro), ("Een", "Bedragen x € 1.000", "25%", .percent),
        ("Een", "", "€ 1.250", .euro), ("Een", "", "-€ 500", .euro), ("Een", "", "gereed", .milestone),
        ("Onder 110% van het minimum", "", "36", .count), ("Een", "", "-10% t.o.v. 2025", .count),
    ]

    @Test(arguments: units)
    func `the unit is the one that cell, label or title names`(
        _ label: String,
        _ title: String,
        _ cell: String,
        _ unit: MeasureUnit
    ) throws {
        let table = try TargetTable("\(title)\t2026\n\(label)\t\(cell)\n")
        #expect(table.unreadable.isEmpty)
        #expect(try LoadedRows(table).indicators.map(\.unit) == [unit])
    }

    static let directions: [(cells: String, better: Better, isSure: Bool)] = [
        ("40;<39", .lower, true), ("40;≤39", .lower, true), ("40;>39", .higher, true), ("40;≥39", .higher, true),
        ("40;39;38", .lower, true), ("38;39;39", .higher, true), ("38;38", .higher, false),
        ("38;39;38", .higher, false),
        ("<39;>39", .higher, false), ("-10% t.o.v. 2025", .lower, true), ("+450 t.o.v. 2025", .higher, true),
        ("daling", .lower, true), ("niet gedaald", .higher, true), ("gelijkblijvend", .higher, false),
        ("Nb;-", .higher, false),
        ("gereed", .higher, true),
    ]

    @Test(arguments: directions)
    func `which way is better follows from the cells, or is left to a person`(
        _ cells: String,
        _ better: Better,
        _ isSure: Bool
    ) throws {
        let years = (2026..<2026 + cells.split(separator: ";").count).map { ";\($0)" }.joined()
        let table = try TargetTable("\(years)\nEen;\(cells)\n")
        #expect(try LoadedRows(table).indicators.map(\.better) == [better])
        #expect(table.yaml.contains("# check: the table does not say which way is better") != isSure)
    }

    @Test func `the last measured value is where the path begins`() throws {
        let table = try TargetTable(";Realisatie 2023;Realisatie 2024;2025;2026\nEen;384;388;380;380\n")
        #expect(try LoadedRows(table).indicators.map(\.better) == [.lower])
    }

    static let ids: [(label: String, id: IndicatorID)] = [
        ("3. Aantal huishoudens met een laag inkomen*", "aantal-huishoudens-met-een-laag-inkomen"),
        ("1) Één café à Zoë", "een-cafe-a-zoe"), ("Cafe\u{301}'s & ĳs", "cafes-ijs"), ("2.1. Een", "een"),
        ("10.000 stappen", "10-000-stappen"),
        ("***", "indicator"), ("日本", "indicator"),
        (String(repeating: "a", count: 90), IndicatorID(String(repeating: "a", count: 64))),
    ]

    @Test(arguments: ids)
    func `an id is the label in letters and hyphens`(_ label: String, _ id: IndicatorID) throws {
        #expect(try LoadedRows(TargetTable(";2026\n\(label);5\n")).indicators.map(\.id) == [id])
    }

    @Test func `ids that would be the same are numbered within their length`() throws {
        let label = String(repeating: "lang woord ", count: 7)
        let rows = try LoadedRows(
            TargetTable(";2026\n\(label)een;5\n\(label)twee;5\n\(label)drie;5\nA-2;1\nA;1\nA;1\n")
        )
        let ids = rows.indicators.map(\.id.description)
        #expect(Set(ids).count == 6 && ids.allSatisfy { $0.utf8.count <= 64 })
        #expect(ids.suffix(3) == ["a-2", "a", "a-3"])
    }

    @Test func `the frame is what is given, else a placeholder`() throws {
        let frame = try ProgrammeFrame(
            programme: "dronten-2027",
            title: "Programma 6",
            area: "GM0303 Dronten",
            package: "6N"
        )
        let table = try TargetTable(reading: Array("Tabel;2026\nEen;5\n".utf8), into: frame)
        let programme = try #require(table.loaded().register.programme("dronten-2027"))
        #expect(programme.title == "Programma 6" && programme.area == "GM0303")
        #expect(programme.packages.map(\.id) == ["6N"] && programme.packages.map(\.title) == ["Tabel"])
        let placeholder = try #require(TargetTable(";2026\nEen;5\n").loaded().register.programme("nieuw-programma"))
        #expect(placeholder.title == "Nieuw programma" && placeholder.area == "GM0000")
        #expect(throws: ProgrammeFrame.Fault.self) { try ProgrammeFrame(programme: "a: b") }
        #expect(throws: ProgrammeFrame.Fault.self) { try ProgrammeFrame(area: "Dronten") }
    }
}
