import Feeds
import Testing

private func layout(_ dialect: FileDialect) -> [PlainColumn?] {
    switch dialect.form {
    case .plain(let layout): layout.columns
    case .milestone, .table: []
    }
}

private let header = "indicator;periode;waarde\n"

@Suite("The survey of a file: what it is")
struct FileKindTests {
    static let kinds: [(IntakeReason, [UInt8])] = [
        (.emptyFile, []), (.emptyFile, bytes("\n\r\n  \n")), (.emptyFile, [0xEF, 0xBB, 0xBF]),
        (.fileIsPDF, bytes("%PDF-1.7\n%âãÏÓ")),
        (.fileIsZip, [0x50, 0x4B, 3, 4] + [UInt8](repeating: 0, count: 26) + bytes("gegevens.csv")),
        (.fileIsSpreadsheet, [0x50, 0x4B, 3, 4] + [UInt8](repeating: 0, count: 26) + bytes("[Content_Types].xml")),
        (
            .fileIsSpreadsheet,
            [0x50, 0x4B, 3, 4] + [UInt8](repeating: 0, count: 26)
                + bytes("mimetypeapplication/vnd.oasis.opendocument.spreadsheet")
        ),
        (.fileIsZip, [0x1F, 0x8B, 8, 0]), (.fileIsOldExcel, [0xD0, 0xCF, 0x11, 0xE0, 0xA1]),
        (.fileIsImage, [0x89, 0x50, 0x4E, 0x47, 13, 10]), (.fileIsImage, [0xFF, 0xD8, 0xFF, 0xE0]),
        (.fileIsWebPage, bytes("\n<!DOCTYPE html><html>")), (.fileIsWebPage, bytes("<HTML lang=nl>")),
        (.fileIsXML, bytes("<?xml version='1.0'?>")), (.fileIsJSON, bytes("{\"value\": []}")),
        (.fileIsJSON, bytes("[{}]")),
        (.encodingUTF16, [0xFF, 0xFE, 0x69, 0]), (.encodingUTF16, [0xFE, 0xFF, 0, 0x69]),
        (.nulByte, bytes("i\u{0}n\u{0}d")), (.notACSV, bytes("Geachte heer,mevrouw".replacing(",", with: " "))),
        (.notACSV, bytes("\"\"\nZeewolde\n")),
        (.headerNotRecognised, bytes("Gemeente;Jaar;Begroting\nDronten;onbekend;geen\n")),
        (.needsProfile, bytes("Gemeente;Jaar;Begroting\nDronten;2026;12\n")),
        (.codesMissing, bytes("Id;Measure;RegioS;Perioden;Value;StringValue\n0;M;GM0303;2024JJ00;1;\n")),
    ]

    @Test("tells files of another kind by their first bytes", arguments: kinds, chunkSizes)
    func kind(_ example: (reason: IntakeReason, bytes: [UInt8]), chunkSize: Int) {
        #expect(surveyFault(example.bytes, chunkSize: chunkSize)?.reason == example.reason)
    }

    @Test("says that a file has a header only")
    func noRows() {
        #expect(surveyFault(bytes(header))?.reason == .noRows)
        #expect(surveyFault(bytes(header + "\n\n"))?.reason == .noRows)
    }

    @Test("says what is wrong first, whatever comes behind it")
    func firstFault() {
        var survey = FileSurvey()
        survey.take(bytes("%PDF" + String(repeating: " ", count: 70_000)))
        survey.take([0])
        #expect(throws: FileFault(.fileIsPDF)) { try survey.finish() }
    }

    static let structures: [(String, IntakeReason, Int)] = [
        ("moeite-rondkomen;2024;\"12\n", .unterminatedQuote, 2),
        ("moeite-rondkomen;2024;12\nx;\"y\"z;1\n", .textAfterQuote, 3),
        ("x;2024;" + String(repeating: "1", count: 70_000), .recordTooLong, 2),
        (String(repeating: ";", count: 1000), .tooManyColumns, 2),
        ("x;\"" + String(repeating: "a;2024;1\n", count: 600) + "\"\n", .swallowedRows, 2),
    ]

    @Test("refuses broken structure with its line", arguments: structures)
    func structure(_ rows: String, _ reason: IntakeReason, _ line: Int) {
        let found = surveyFault(bytes(header + rows))?.faults.first
        #expect(found?.reason == reason)
        #expect(found?.line == line)
    }
}

@Suite("The survey of a file: encoding")
struct EncodingTests {
    static let cp1252 = bytes(header + "x;2024;1\n") + bytes("Caf") + [0xE9, 0x20, 0x80] + bytes(";2024;2\n")

    @Test("takes UTF-8 for UTF-8, with or without mark", arguments: chunkSizes)
    func utf8(chunkSize: Int) throws {
        let text = bytes(header + "Café €;2024;1\n")
        for file in [text, [0xEF, 0xBB, 0xBF] + text] {
            let dialect = try survey(file, chunkSize: chunkSize)
            #expect(dialect.encoding == .utf8)
            #expect(!dialect.isEncodingAssumed)
        }
    }

    @Test("takes what is not UTF-8 for Windows-1252, and says so", arguments: chunkSizes)
    func windows1252(chunkSize: Int) throws {
        let dialect = try survey(Self.cp1252, chunkSize: chunkSize)
        #expect(dialect.encoding == .windows1252)
        #expect(dialect.isEncodingAssumed)
        let rows = try outcomes(Self.cp1252, chunkSize: chunkSize)
        #expect(rows.last?.fault?.cell == "Café €")
    }

    @Test("does not call a declared encoding assumed")
    func declared() throws {
        #expect(try !survey(Self.cp1252, profile: profile(encoding: .windows1252)).isEncodingAssumed)
    }

    static let unreadable: [([UInt8], FeedProfile?, IntakeReason, Int)] = [
        (cp1252, profile(encoding: .utf8), .encodingNotReadable, 3),
        ([0xEF, 0xBB, 0xBF] + cp1252, nil, .encodingNotReadable, 3),
        (bytes(header) + bytes("x;1;1\r\ny;") + [0x81] + bytes(";1\n"), nil, .encodingNotReadable, 3),
        (
            bytes(header) + bytes("x;1;1\ry;") + [0x9D] + bytes(";1\n"), profile(encoding: .windows1252),
            .encodingNotReadable, 3
        ),
        (bytes(header + "à;1;1\n") + [0x90, 0x0A], nil, .encodingMixed, 3),
        (bytes(header + "Caf") + [0xE9] + bytes(";1;1\nCafé;1;1\n"), nil, .encodingMixed, 2),
        (bytes(header + "Café;1;1\nCaf") + [0xC3] + bytes("\n"), nil, .encodingMixed, 3),
        (bytes(header + "Café;1;1\n") + [0xE9, 0xC3, 0xA9, 0x0A], nil, .encodingMixed, 3),
        (bytes(header + "\"x\r\n\";1;1\r\n") + [0xC3], profile(encoding: .utf8), .encodingNotReadable, 4),
        (bytes(header + "x;1;1\n\u{FFFD};1;1\n"), nil, .damagedText, 3),
        (bytes(header + "x;1;1\na\u{0};1;1\n"), nil, .nulByte, 3),
        (bytes(header) + [0xED, 0xA0, 0x80] + [0x8D], nil, .encodingNotReadable, 2),
        (bytes(header) + [0xC0, 0xAF] + bytes(";1;1\n"), profile(encoding: .utf8), .encodingNotReadable, 2),
        (bytes(header) + [0xF4, 0x90, 0x80, 0x80], profile(encoding: .utf8), .encodingNotReadable, 2),
    ]

    @Test("refuses text that no encoding fits, with its line", arguments: unreadable, chunkSizes)
    func unreadableCells(_ example: ([UInt8], FeedProfile?, IntakeReason, Int), chunkSize: Int) {
        let found = surveyFault(example.0, profile: example.1, chunkSize: chunkSize)?.faults.first
        #expect(found?.reason == example.2)
        #expect(found?.line == example.3)
    }
}

@Suite("The survey of a file: header")
struct HeaderTests {
    static let headers: [(String, Separator, [PlainColumn?])] = [
        ("indicator;periode;waarde", .semicolon, [.indicator, .period, .value]),
        ("INDICATOR,Period,\"value\"", .comma, [.indicator, .period, .value]),
        ("waarde\t indicator \tPERIODE", .tab, [.value, .indicator, .period]),
        (
            "gebied;indicator;periode;waarde;uitsplitsing;eenheid;status;ondergrens;bovengrens;n;bron;peildatum;toelichting",
            .semicolon,
            [
                .area, .indicator, .period, .value, .breakdown, .unit, .status, .lower, .upper, .sampleSize, .source,
                .referenceDate, .note,
            ]
        ),
        (
            "indicator,period,value,area,breakdown,unit,status,lower,upper,N,source,Reference Date,note",
            .comma,
            [
                .indicator, .period, .value, .area, .breakdown, .unit, .status, .lower, .upper, .sampleSize, .source,
                .referenceDate, .note,
            ]
        ),
        ("sep=;\nindicator;periode;waarde", .semicolon, [.indicator, .period, .value]),
        ("\"sep=,\"\r\n\nindicator,periode,waarde", .comma, [.indicator, .period, .value]),
        ("\n\nindicator;periode;waarde", .semicolon, [.indicator, .period, .value]),
        ("indicator;periode;waarde;;", .semicolon, [.indicator, .period, .value, nil, nil]),
        ("\u{FEFF}indicator;periode;waarde", .semicolon, [.indicator, .period, .value]),
    ]

    @Test("finds separator and columns", arguments: headers, chunkSizes)
    func header(_ example: (String, Separator, [PlainColumn?]), chunkSize: Int) throws {
        let dialect = try survey(bytes(example.0 + "\nx;y;z\n"), chunkSize: chunkSize)
        #expect(dialect.separator == example.1)
        #expect(layout(dialect) == example.2)
    }

    @Test("believes the declared separator, and a sep= line even more")
    func declaredSeparator() throws {
        let file = bytes("indicator;periode;waarde\nx;2024;1\n")
        #expect(surveyFault(file, profile: profile(separator: .comma))?.reason == .notACSV)
        #expect(try survey(bytes("sep=;\n") + file, profile: profile(separator: .comma)).separator == .semicolon)
    }

    static let faulty: [(String, [RowFault])] = [
        (
            "indicator;periode;waarden",
            [
                RowFault(.unknownColumn, line: 1, cell: "waarden", detail: .nearest("waarde")),
                missing("waarde"),
            ]
        ),
        ("indicator;periode;waarde;kleur", [RowFault(.unknownColumn, line: 1, cell: "kleur")]),
        ("indicator;;periode;waarde", [RowFault(.unknownColumn, line: 1, cell: "")]),
        ("indicator;periode;waarde;value", [RowFault(.doubledColumn, line: 1, column: "waarde", cell: "value")]),
        ("sep=;\nindicator;periode", [missing("waarde", line: 2)]),
        (
            "indicator",
            [missing("periode"), missing("waarde")]
        ),
        ("sep=|\nindicator|periode|waarde", [RowFault(.separatorNotSupported, line: 1, cell: "sep=|")]),
    ]

    @Test("does not lose what stands under no name", arguments: chunkSizes)
    func cellWithoutColumn(chunkSize: Int) {
        let rest = FaultDetail.splitNumber
        let files: [(String, RowFault?)] = [
            ("indicator;periode;waarde;\na;b;c;\n", nil), ("indicator;periode;waarde;;\na;b;c; ;\u{A0}\n", nil),
            ("indicator;periode;waarde;\na;b;c;d\n", RowFault(.cellWithoutColumn, line: 2, cell: "d")),
            ("indicator;periode;waarde;;\na;b;1;;\na;b;1;;0\n", RowFault(.cellWithoutColumn, line: 3, cell: "0")),
            (
                "indicator,periode,waarde,\npct,2023,25,3\n",
                RowFault(.cellWithoutColumn, line: 2, cell: "3", detail: rest)
            ),
            ("mijlpaal;peildatum;status;\na;b;c;d\n", RowFault(.cellWithoutColumn, line: 2, cell: "d")),
        ]
        for (text, fault) in files {
            #expect(surveyFault(bytes(text), chunkSize: chunkSize)?.faults == fault.map { [$0] })
        }
    }

    @Test("names every fault of the header", arguments: faulty)
    func faultyCells(_ header: String, _ faults: [RowFault]) {
        #expect(surveyFault(bytes(header + "\na;b;c;d\n"))?.faults ?? [] == faults)
    }
}

@Suite("The survey of a file: decimal sign")
struct DecimalSignTests {
    static let settled: [([String], DecimalSign?)] = [
        (["25,3"], .comma), (["25.3"], .point), (["0.125"], .point), (["0,125"], .comma), (["1", "2"], nil),
        (["1.234,5"], .comma), (["\"1,234.5\""], .point), (["1.010", "25,3"], .comma), (["1.010", "25.3"], .point),
        (["1.234.567"], .comma), (["1,234,567"], .point), (["1234.567"], .point), (["-1,5"], .comma),
        (["−1,5"], .comma),
        (["25,3%"], .comma), (["25,3 %*"], .comma), (["1 234,567"], .comma), (["1\u{A0}234,5"], .comma),
        (["1\u{202F}234"], nil), (["31.12.2024"], nil), (["12:30,5"], nil), (["Nb", "-", "."], nil), (["1,2.3,4"], nil),
        (["1.23,4"], nil), (["012.345"], .point), (["1,"], nil), ([",5"], .comma), (["1.2345"], .point),
        (["<5,3"], nil),
    ]

    @Test("settles the sign over the whole file", arguments: settled)
    func settledCells(_ cells: [String], _ sign: DecimalSign?) throws {
        let rows = cells.map { "x;2024;\($0)" }.joined(separator: "\n")
        #expect(try survey(bytes("indicator;periode;waarde\n" + rows)).decimalSign == sign)
    }

    @Test("looks at the bounds too")
    func bounds() throws {
        let file = bytes("indicator;periode;waarde;ondergrens;bovengrens\nx;2024;1.010;1,0;1.100\n")
        #expect(try survey(file).decimalSign == .comma)
    }

    @Test("refuses a file in which the sign cannot be told, and names the first line")
    func unclear() {
        let rows = bytes(header + "x;2024;12\nx;2025;1.010\nx;2026;2.020\n")
        #expect(surveyFault(rows) == FileFault(.decimalSignUnclear, line: 3, column: "waarde", cell: "1.010"))
    }

    @Test("believes a profile where the file does not tell")
    func declared() throws {
        let rows = bytes(header + "x;2024;1.010\n")
        #expect(try survey(rows, profile: profile(decimalSign: .point)).decimalSign == .point)
        #expect(try survey(rows, profile: profile(decimalSign: .comma)).decimalSign == .comma)
    }

    @Test("refuses a file with both signs, and names both lines")
    func mixed() {
        let detail = FaultDetail.otherRow(line: 2, text: "25,3")
        let expected = FileFault(.decimalSignsMixed, line: 4, column: "waarde", cell: "25.3", detail: detail)
        #expect(surveyFault(bytes(header + "x;2024;25,3\nx;2025;1\nx;2026;25.3\n")) == expected)
    }

    @Test("is not led by rows with another number of fields")
    func otherWidth() throws {
        #expect(try survey(bytes("indicator,periode,waarde\nx,2024,25,3\n")).decimalSign == nil)
    }

    @Test("reads Windows-1252 blanks as blanks")
    func noBreakSpace() throws {
        let file = bytes(header + "x;2024;1") + [0xA0] + bytes("234,5\n")
        #expect(try survey(file).decimalSign == .comma)
    }
}
