import Feeds
import Indicators
import Testing

private let header = "indicator;periode;waarde"

private func number(_ text: String) throws -> ExactDecimal { try #require(ExactDecimal(text)) }

@Suite("The plain form: rows")
struct PlainRowTests {
    @Test("reads a row with every column", arguments: chunkSizes)
    func everything(chunkSize: Int) throws {
        let file = """
            toelichting;waarde;indicator;periode;gebied;uitsplitsing;eenheid;status;ondergrens;bovengrens;n;bron;peildatum\r
            "Twee\r
            regels; ""met"" tekens";  25,3 %;moeite-rondkomen;2024*;dronten ;"leeftijd=65+, geslacht=vrouw";%;A;24,0;26,1;1.234;GGD;31-12-2024\r
            ;9;wmo-maatwerk;2024JJ00;GM0171;;Per 1000;nader voorlopig;;;;;2024-12-31\r

            """
        let text = file.replacing("dronten ", with: "Dronten ")
        let rows = try outcomes(bytes(text), chunkSize: chunkSize).compactMap(\.observed)
        #expect(rows.count == 2)
        let first = try #require(rows.first)
        #expect(first.line == 2)
        #expect(first.series.description == "moeite-rondkomen/GM0303/geslacht=vrouw,leeftijd=65+")
        let period = try #require(Period("2024"))
        let expected = Observation(
            period: period,
            value: try number("25.3"),
            status: .provisional,
            interval: ValueRange(minimum: try number("24.0"), maximum: try number("26.1")),
            sampleSize: 1234,
            source: "GGD",
            referenceDate: CalendarDate("2024-12-31"),
            note: "Twee\r\nregels; \"met\" tekens"
        )
        #expect(first.observation == expected)
        #expect(rows[1].line == 4)
        #expect(rows[1].series == SeriesKey(indicator: "wmo-maatwerk", area: "GM0171"))
        #expect(rows[1].observation.status == .provisional)
        #expect(rows[1].observation.interval == nil)
        #expect(rows[1].observation.sampleSize == nil)
        #expect(rows[1].observation.note == nil)
    }

    static let faults: [(String, IntakeReason, String, FaultDetail?)] = [
        ("wmo-maatwek;2024;1;;;;;;;;;;", .unknownIndicator, "indicator", .nearest("wmo-maatwerk")),
        ("Wmo-maatwerk;2024;1;;;;;;;;;;", .unknownIndicator, "indicator", .nearest("wmo-maatwerk")),
        ("iets heel anders;2024;Nb;;;;;;;;;;", .unknownIndicator, "indicator", nil),
        (";2024;1;;;;;;;;;;", .unknownIndicator, "indicator", nil),
        (
            "gemiddelde;2024;1;;;;;;;;;;", .derivedIndicator, "indicator",
            .inputs(["moeite-rondkomen", "inburgering"])
        ),
        ("wmo-maatwerk;2024;1;Noord Oost Polder;;;;;;;;;", .unknownArea, "gebied", .nearest("Noordoostpolder")),
        ("wmo-maatwerk;2024;1;gm 0303;;;;;;;;;", .unknownArea, "gebied", .nearest("GM0303")),
        ("wmo-maatwerk;2024;1;GM303;;;;;;;;;", .unknownArea, "gebied", nil),
        ("wmo-maatwerk;2024;1;9999;;;;;;;;;", .unknownArea, "gebied", nil),
        ("elders;2024;1;;;;;;;;;;", .unknownArea, "gebied", nil),
        ("wmo-maatwerk;2024;1;;65+;;;;;;;;", .breakdownNotReadable, "uitsplitsing", nil),
        ("wmo-maatwerk;2024;1;;leeftijd=;;;;;;;;", .breakdownNotReadable, "uitsplitsing", nil),
        ("wmo-maatwerk;2024;1;;\"a=1,a=2\";;;;;;;;", .breakdownNotReadable, "uitsplitsing", nil),
        ("wmo-maatwerk;2024;1;;a=\u{1B}[31m;;;;;;;;", .breakdownNotReadable, "uitsplitsing", nil),
        ("wmo-maatwerk;vorig jaar;1;;;;;;;;;;", .periodNotReadable, "periode", nil),
        ("wmo-maatwerk;;1;;;;;;;;;;", .periodNotReadable, "periode", nil),
        ("wmo-maatwerk;2024***;1;;;;;;;;;;", .periodNotReadable, "periode", nil),
        ("wmo-maatwerk;2025X000;1;;;;;;;;;;", .periodNotWatched, "periode", .unwatchedPeriod(.noOfficialPeriod)),
        (
            "wmo-maatwerk;2024-Q1;1;;;;;;;;;;", .periodOfOtherKind, "periode",
            .periodKind(expected: .year, found: .quarter)
        ),
        (
            "inburgering;2024/'25;1;;;;;;;;;;", .periodOfOtherKind, "periode",
            .periodKind(expected: .quarter, found: .schoolYear)
        ),
        ("wmo-maatwerk;2024;1;;;%;;;;;;;", .unitDiffers, "eenheid", .unit(.perThousand)),
        ("wmo-maatwerk;2024;1;;;;concept;;;;;;", .statusNotKnown, "status", nil),
        ("wmo-maatwerk;2024;1;;;;;2;3;;;;", .intervalNotAroundValue, "ondergrens", nil),
        ("wmo-maatwerk;2024;4;;;;;2;3;;;;", .intervalNotAroundValue, "bovengrens", nil),
        ("wmo-maatwerk;2024;4;;;;;2;vijf;;;;", .valueNotANumber, "bovengrens", nil),
        ("wmo-maatwerk;2024;1;;;;;;;-5;;;", .countNotWhole, "n", nil),
        ("wmo-maatwerk;2024;1;;;;;;;12,5;;;", .countNotWhole, "n", nil),
        ("wmo-maatwerk;2024;1;;;;;;;;;2024-02-30;", .dateNotReadable, "peildatum", nil),
        ("wmo-maatwerk;2024;1;;;;;;;;;31/13/2024;", .dateNotReadable, "peildatum", nil),
    ]

    static let wide =
        "indicator;periode;waarde;gebied;uitsplitsing;eenheid;status;ondergrens;bovengrens;n;bron;peildatum;toelichting"

    @Test("names the fault of a row with line and column", arguments: faults)
    func faultsCells(_ row: String, _ reason: IntakeReason, _ column: String, _ detail: FaultDetail?) throws {
        let fault = try #require(try outcome(Self.wide, row)?.fault)
        #expect(fault.reason == reason)
        #expect(fault.line == 2)
        #expect(fault.column == column)
        #expect(fault.detail == detail)
    }

    static let fine: [(String, String, String)] = [
        ("wmo-maatwerk;2024;1;WK030301;;;;;;;;;", "wmo-maatwerk/WK030301", "2024"),
        ("wmo-maatwerk;2024;1; GM0303   ;;per 1000;;;;;;;", "wmo-maatwerk/GM0303", "2024"),
        ("inburgering;2024 1e kwartaal*;1;;;;;;;;;;", "inburgering/GM0303", "2024-Q1"),
        ("inburgering;2024KW03;1;;;;;;;;;;", "inburgering/GM0303", "2024-Q3"),
        ("vrijwilligers;2016/'17*;1;;;;;;;;;;", "vrijwilligers/GM0303", "2016/2017"),
        ("saldo;2024;1;Nederland;;x 1 000 euro;;;;;;1-1-2024;", "saldo/NL01", "2024"),
        ("elders;2024;1;Noordoostpolder;;;;;;;;;", "elders/GM0171", "2024"),
        ("saldo;2024;5;;;;voorlopig;-;n.b.;Nb;;;", "saldo/GM0303", "2024"),
    ]

    @Test("reads series and period in the ways that files write them", arguments: fine)
    func fineCells(_ row: String, _ series: String, _ period: String) throws {
        let observed = try #require(try outcome(Self.wide, row)?.observed)
        #expect(observed.series.description == series)
        #expect(observed.observation.period.description == period)
    }

    @Test(
        "takes over what status and stars say",
        arguments: [
            ("2024", "1", "", false), ("2024", "1", "definitief", false), ("2024", "1", "A", false),
            ("2024", "1", "P", true),
            ("2024", "1", "Voorlopig", true), ("2024*", "1", "", true), ("2024**", "1", "", true),
            ("2024", "1*", "", true),
            ("2024", "1", "provisional", true), ("2024", "1", "definitive", false),
            ("2024", "1", "nader voorlopig", true),
            ("2024*", "1", "definitief", true),
        ]
    )
    func status(_ period: String, _ value: String, _ word: String, _ isProvisional: Bool) throws {
        let row = try outcome("\(header);status", "saldo;\(period);\(value);\(word)")
        #expect(row?.observed?.observation.status == (isProvisional ? .provisional : .definitive))
    }

    @Test("refuses texts of more than a thousand characters")
    func longText() throws {
        let note = String(repeating: "é", count: 1000)
        #expect(try outcome("\(header);toelichting", "saldo;2024;1;\(note)")?.observed?.observation.note == note)
        #expect(try outcome("\(header);toelichting", "saldo;2024;1;\(note)x")?.fault?.reason == .textTooLong)
        #expect(try outcome("\(header);uitsplitsing", "saldo;2024;1;a=\(note)")?.fault?.reason == .textTooLong)
    }

    @Test("passes over empty rows, and refuses rows with another number of fields")
    func fields() throws {
        let file = bytes("\(header)\n\n;;\nsaldo;2024\nsaldo;2024;1;2\nsaldo;2024;1\n;;;;;\n")
        let found = try outcomes(file)
        #expect(found[0] == .skipped(RowSkip(line: 2, reason: .emptyRow)))
        #expect(found[1] == .skipped(RowSkip(line: 3, reason: .emptyRow)))
        #expect(found[2] == .fault(RowFault(.tooFewFields, line: 4, detail: .counts(expected: 3, found: 2))))
        #expect(found[3] == .fault(RowFault(.tooManyFields, line: 5, detail: .counts(expected: 3, found: 4))))
        #expect(found[4].observed?.line == 6)
        #expect(found[5] == .skipped(RowSkip(line: 7, reason: .emptyRow)))
    }

    @Test("points out decimal commas where commas part the fields")
    func splitNumber() throws {
        let found = try outcomes(bytes("indicator,periode,waarde\nsaldo,2024,25,3\n"))
        #expect(found == [.fault(RowFault(.tooManyFields, line: 2, detail: .splitNumber))])
        let quoted = try outcomes(bytes("indicator,periode,waarde\nsaldo,2024,\"25,3\"\n"))
        #expect(quoted.first?.observed?.observation.value == (try number("25.3")))
    }

    @Test("stops at structure that broke after the survey")
    func changedFile() throws {
        let dialect = try survey(bytes("\(header)\nsaldo;2024;1\n"))
        var rows = dialect.rows(ChunkedBytes(bytes("\(header)\nsaldo;2024;1\nsaldo;\"2025\n")), in: readingContext())
        #expect(try rows.next()?.observed?.line == 2)
        #expect(try rows.next()?.fault?.reason == .unterminatedQuote)
        #expect(try rows.next() == nil)
    }

    @Test("gives the same rows for chunks of every size", arguments: chunkSizes)
    func chunks(chunkSize: Int) throws {
        let rows = Self.faults.map(\.0) + Self.fine.map(\.0) + ["saldo;2024;1;;;;;;;;\"\"\"GGD\"\"\r\n\";;é\u{301}🎉"]
        let file = [0xEF, 0xBB, 0xBF] + bytes("sep=;\r\n\(Self.wide)\r\n" + rows.joined(separator: "\r\n"))
        let expected = try outcomes(file, chunkSize: file.count)
        #expect(expected.count == rows.count)
        #expect(try outcomes(file, chunkSize: chunkSize) == expected)
    }

    @Test("keeps apart cells that differ in a byte, however many there are")
    func manyKeys() throws {
        let rows = (0..<5000).map { "saldo;2024;\($0);a=\($0 % 1500)" }.joined(separator: "\n")
        let found = try outcomes(bytes("\(header);uitsplitsing\n\(rows)")).compactMap(\.observed)
        #expect(found.count == 5000)
        for (index, row) in found.enumerated() where row.series.breakdown.description != "a=\(index % 1500)" {
            Issue.record("row \(index) has \(row.series)")
        }
    }

    @Test("gives the store what it needs for rows that meet in one file")
    func doubledRows() throws {
        let rows = try outcomes(bytes("\(header)\nsaldo;2024;1,5\nsaldo;2024;1,6\n")).compactMap(\.observed)
        #expect(RowSkip.duplicate(rows[1]) == RowSkip(line: 3, reason: .duplicateInFile))
        let conflict = RowFault.conflict(rows[1], with: rows[0].observation, onLine: rows[0].line)
        #expect(conflict.reason == .conflictingRows)
        #expect(conflict.detail == .otherRow(line: 2, text: "1,5"))
    }
}
