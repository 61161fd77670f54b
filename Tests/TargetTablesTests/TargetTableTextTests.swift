import Catalogue
import Indicators
import TargetTables
import TestSupport
import Testing

/// Target tables as bytes: encodings, line ends, hostile texts, and what is refused.
@Suite struct TargetTableTextTests {
    @Test(arguments: ["\n", "\r\n", "\r"])
    func `line ends of every kind are read`(_ end: String) throws {
        for text in ["Tabel\t2026\nEen\t5\n", "Tabel\n\n2026\n\nEen\n\n5\n", "Tabel;2026\n\"Een\";5"] {
            let rows = try LoadedRows(TargetTable(text.replacing("\n", with: end)))
            #expect(rows.targets("een") == ["2026 5"] && rows.indicators.map(\.heading) == ["Tabel"])
        }
    }

    @Test func `UTF-8 with a mark and Windows-1252 are read as what they are`() throws {
        let text = "Café “€”;2026\nGeïnformeerd – één;25%\n"
        let marked = try TargetTable(reading: [0xEF, 0xBB, 0xBF] + Array(text.utf8))
        let western = text.unicodeScalars.map { scalar -> UInt8 in
            ["“": 0x93, "”": 0x94, "€": 0x80, "–": 0x96][scalar] ?? UInt8(scalar.value)
        }
        #expect(try TargetTable(reading: western).yaml == marked.yaml)
        #expect(try LoadedRows(marked).indicators.map(\.description) == ["Geïnformeerd – één"])
        #expect(try LoadedRows(marked).indicators.map(\.id) == ["geinformeerd-een"])
    }

    @Test func `quotes as spreadsheets write them are undone`() throws {
        let rows = try LoadedRows(
            TargetTable("\"Tabel\";\"Begroting\n2026\"\r\n\"Meedoen; \"\"echt\"\"\nwaar\";\"<3%\"\r\n")
        )
        #expect(rows.indicators.map(\.description) == ["Meedoen; \"echt\" waar"])
        #expect(rows.targets("meedoen-echt-waar") == ["2026 <3%"])
    }

    @Test func `lines of one text are made whole where empty lines stand between the cells`() throws {
        let text =
            "Tabel\n\n2025\n\n2026\n\nMeer inwoners\ndoen mee*\n\n1%\n\n2%\n\n*eerste noot\nloopt door\n**tweede\n"
        let rows = try LoadedRows(TargetTable(text))
        #expect(rows.indicators.map(\.description) == ["Meer inwoners doen mee*"])
        #expect(rows.indicators.map(\.notes) == [["*eerste noot loopt door"]])
    }

    @Test func `cells without empty lines between them are read, too`() throws {
        let rows = try LoadedRows(TargetTable("2025\n2026\nKop\nEen\n1\n2\nTwee\n3\n4\n18 t/m 64 jaar\n5\n6\nSlot\n"))
        #expect(rows.indicators.map(\.description) == ["Een", "Twee", "18 t/m 64 jaar"])
        #expect(rows.indicators.map(\.heading) == ["Kop", "Kop", "Kop"])
    }

    @Test func `stray tabs and semicolons do not make a pasted table another one`() throws {
        for text in ["\t2025\n\n\t2026\n\n\tEen; twee\n\n\t1\n\n\t2\n", "Tabel\n2025\t\n2026\t\nEen\t\n1\t\n2\t\n"] {
            #expect(try LoadedRows(TargetTable(text)).indicators.map(\.cadence.first) == [.year(2025)])
        }
    }

    @Test func `what stands around the table is kept as a comment`() throws {
        let table = try TargetTable(
            "Boven\t\nx € 1.000\t\nIndicator\t2026\nEen\t5\nLege kop\t\nKop\t\nTwee\t6\nBron: CBS\t\n** noot\t\n"
        )
        let comments = table.yaml.split(separator: "\n").filter { $0.hasPrefix("# ") && !$0.contains("check") }
        #expect(
            comments == [
                "# above the table: 'Boven'", "# a heading with no row of its own: 'Lege kop'",
                "# a footnote that no row refers to: '** noot'", "# below the table: 'Bron: CBS'",
            ]
        )
        #expect(try LoadedRows(table).indicators.map(\.heading) == ["x € 1.000", "Kop"])
    }

    // MARK: Hostile texts

    static let hostile = [
        "a\"b", "a: b", "a #b", "# a", "- a", "*a* &b", "{a: b}", "[a]", "!!str a", "%TAG", "a\\", "a\\\"", "'", "''",
        "\"",
        "null", "~", "<script>alert(1)</script>", "a\u{0}".filter { $0 != "\u{0}" }, "a\u{1B}[2J", "a\u{7F}",
        "a\u{85}b",
        "a\u{2028}programme: x", "a\u{202E}b", "\u{301}a", "a\u{E000}b", "a\u{FEFF}b", "a\u{FFFE}b",
        "a\u{1F600}\u{10FFFF}b",
        "---", "...", "? a", "| a", "> a", "@a", "`a", "<<", "programme", "\u{200B}", "a\u{AD}b", "2026: 5", "})]",
    ]

    @Test(arguments: hostile)
    func `a hostile text stays a text, wherever it stands`(_ text: String) throws {
        let doubled = text.replacing("\"", with: "\"\"")
        let quoted = "\"\(doubled)\nprogramme: boos\n      - id: x\""
        let table = try TargetTable(
            "\(quoted);2025;2026\n\(quoted);;\n\(quoted);5;\(quoted)\n\"*\(doubled)\";;\nTwee*;1;2\n\(quoted);;\n"
        )
        let rows = try LoadedRows(table)
        let words = text.split { $0.isWhitespace || $0.unicodeScalars.contains("\u{FEFF}") }.joined(separator: " ")
        #expect(rows.configuration.register.programmes.map(\.id) == ["nieuw-programma"])
        #expect(rows.indicators.count == 2)
        #expect(rows.indicators[0].description?.unicodeScalars.starts(with: words.unicodeScalars) == true)
        #expect(rows.indicators[0].description?.hasSuffix("programme: boos - id: x") == true)
        #expect(rows.targets(rows.indicators[0].id) == ["2025 5"])
        #expect(table.unreadable.count == 1)
        #expect(
            table.unreadable.allSatisfy {
                !$0.description.unicodeScalars.contains { $0.value < 0x20 || $0 == "\u{2028}" }
            }
        )
    }

    @Test func `texts made by chance are refused, or give a programme that loads`() throws {
        var chance = Chance(state: 20_260_101)
        let pieces = [
            "\t", ";", "\n", "\n\n", "2025", "2026", "Een", "5", "<3%", "ca. 20", "\"", "*", "Kop", " ", "#", ": ",
            "€ 5",
        ]
        var read = 0
        for _ in 0..<2000 {
            let text = (0..<24).map { _ in pieces[chance.next(below: pieces.count)] }.joined()
            guard let table = try? TargetTable("Tabel\t2025\t2026\n\(text)") else { continue }
            _ = try table.loaded()
            read += 1
        }
        #expect(read > 10)
    }

    // MARK: Refusals

    static let refusals: [(text: String, reason: TargetTableFault.Reason, words: String)] = [
        ("", .notReadable, "the file is empty"), (" \n\r\n ", .notReadable, "the file is empty"),
        ("%PDF-1.7", .notReadable, "this is a PDF"), ("Een\u{0}", .notReadable, "line 1: "),
        ("Zomaar een tekst\nzonder jaren", .noColumns, "no line names the periods"),
        ("Indicator,2025,2026\nEen,1,2\n", .commas, "line 1: commas stand between the cells"),
        ("Lasten 2025 Begroting 2026\nEen -5 -6\n", .cellsRunTogether, "line 1: the periods of the columns stand here"),
        ("Van 2025 tot en met 2026 gaat het beter.\n", .noColumns, "no line names the periods"),
        ("2025\t2026\nEen\t5\n", .noLabels, "line 1: the first column is '2025'"),
        ("A;2025\n", .noRows, "line 1: no row with cells"), ("2025\n2026\n", .noRows, "line 1: no row with cells"),
        ("A;2025;2026\nEen;1\n", .rowTooShort, "line 2: the row 'Een' has 1 cell, and the table has 2 columns"),
        ("A;2025;2026\nEen;1;2;3\n", .rowTooLong, "line 2: the row 'Een' has 3 cells"),
        ("A;2025;;2026\nEen;1;2;3\n", .cellWithoutColumn, "line 2: the cell '2' stands in a column without a name"),
        ("A;2025\n;1\n", .cellsWithoutLabel, "line 2: the cell '1' stands in a row without a label"),
        ("A;2025;2025/2026\nEen;1;2\n", .columnsOfDifferentKinds, "line 1: the column '2025' is about a year"),
        ("A;2025;2025\nEen;1;2\n", .columnTwice, "line 1: two columns hold the targets of 2025"),
        ("A;2025;2026\nEen;1;2\nB;2027;2028\n", .secondTable, "line 3: 'B' and what follows"),
        ("A;2025\n\"Een;1\n", .brokenRows, "line 2: the quotation mark"),
        ("A\n2025\n2026\n1\n2\n", .cellsWithoutLabel, "line 4: the cell '1'"),
        ("A\n2025\n2026\nEen\n1\n2\n3\nTwee\n4\n5\n", .rowTooLong, "line 4: the row 'Een' has 3 cells"),
        ("2025\n2026\n18 t/m 64 jaar\n65 jaar e.o.\n5\nca. 20\n", .headingOrCell, "line 3: it cannot be told"),
        ("A\n2025\n2026\nEen\n1\nvolgend jaar\nTwee\n4\n5\n", .rowTooShort, "line 4: the row 'Een' has 1 cell"),
    ]

    @Test(arguments: refusals)
    func `what cannot be settled is refused with its line`(
        _ text: String,
        _ reason: TargetTableFault.Reason,
        _ words: String
    ) throws {
        let fault = try #require(refusal(text))
        #expect(fault.reason == reason)
        #expect(fault.description.hasPrefix(words), "\(fault)")
    }

    @Test func `nothing of the text stands raw in a refusal`() throws {
        let fault = try #require(
            refusal("A;2025;2026\n\"\u{1B}[2J\u{2028}<0>een\n\(String(repeating: "x", count: 999))\";1\n")
        )
        #expect(!fault.description.unicodeScalars.contains { $0.value < 0x20 || $0 == "\u{2028}" })
        #expect(fault.description.count < 300)
    }

    @Test func `a table that is too large is refused`() {
        #expect(refusal(String(repeating: "a", count: TargetTable.maximumSize + 1))?.reason == .tooLarge)
        let row = "Een" + String(repeating: ";1", count: 100) + "\n"
        let header = ";" + (2000..<2100).map(String.init).joined(separator: ";") + "\n"
        #expect(refusal(header + String(repeating: row, count: 100))?.reason == .tooManyCells)
        let long = String(repeating: "é\u{1}", count: 9000)
        #expect(refusal(";2026\n" + String(repeating: "\(long);1\n", count: 36))?.reason == .resultTooLarge)
    }

    @Test func `notes and headings that every row repeats make the result too large at once`() {
        let notes = String(repeating: "Rij*;1\n", count: 2400) + String(repeating: "*noot\n", count: 2400)
        #expect(refusal(";2026\n" + notes)?.reason == .resultTooLarge)
        let heading = String(repeating: "kop ", count: 15_000)
        #expect(refusal(";2026\n\(heading)\n" + String(repeating: "Rij;1\n", count: 4000))?.reason == .resultTooLarge)
    }

    @Test func `a table of the largest size is read`() throws {
        let rows = (0..<1999).map { "Rij \($0);1;2;3;4\n" }.joined()
        #expect(try LoadedRows(TargetTable(";2026;2027;2028;2029\n\(rows)")).indicators.count == 1999)
    }
}

/// Numbers that are the same in every run.
private struct Chance {
    var state: UInt64

    mutating func next(below limit: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int((state >> 33) % UInt64(limit))
    }
}
