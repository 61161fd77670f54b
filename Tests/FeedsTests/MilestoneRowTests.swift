import Feeds
import Indicators
import Testing

private let header = "mijlpaal;peildatum;status"
private let wide = "mijlpaal;peildatum;status;verwacht;gebied;bron;toelichting"

@Suite("The milestone form: rows")
struct MilestoneRowTests {
    @Test("reads a row with every column", arguments: chunkSizes)
    func everything(chunkSize: Int) throws {
        let file = """
            toelichting;verwacht;status;peildatum;mijlpaal;gebied;bron;\r
            "wacht op; ""de"" \r
            aannemer";30-6-2027; Vertraagd ;31-3-2026;energieloket; Noordoostpolder;projectleider;\r
            ;;gereed;2026-04-01;inloophuis;;;\r

            """
        let rows = try outcomes(bytes(file), chunkSize: chunkSize).compactMap(\.observed)
        #expect(rows.map(\.line) == [2, 4])
        #expect(rows.map(\.series.description) == ["energieloket/GM0171", "inloophuis/GM0303"])
        let date = try #require(CalendarDate("2026-03-31"))
        let expected = Observation(
            period: try #require(Period(.day, containing: date)),
            value: .zero,
            source: "projectleider",
            referenceDate: date,
            note: "wacht op; \"de\" \r\naannemer",
            milestone: MilestoneReport(status: .delayed, expected: CalendarDate("2027-06-30"))
        )
        #expect(rows.first?.observation == expected)
        #expect(rows.last?.observation.value == ExactDecimal(1))
        #expect(rows.last?.observation.milestone == MilestoneReport(status: .done))
        #expect(rows.last?.observation.period.description == "2026-04-01")
    }

    @Test("reads English names and words")
    func english() throws {
        let file =
            "milestone,reference_date,status,expected,note,area,source\nenergieloket,2026-03-31,Not started,2027,,,\n"
        let row = try #require(try outcomes(bytes(file)).first?.observed)
        #expect(
            row.observation.milestone == MilestoneReport(status: .notStarted, expected: CalendarDate("2027-12-31"))
        )
    }

    @Test("reads Windows-1252")
    func windows1252() throws {
        let file = bytes("\(header);toelichting\nenergieloket;2026-03-31;gereed;caf") + [0xE9, 0x0A]
        #expect(try outcomes(file).first?.observed?.observation.note == "café")
    }

    static let statuses: [(String, MilestoneStatus)] = [
        ("gereed", .done), ("GEREED", .done), ("done", .done), ("op schema", .onSchedule), ("Op-Schema", .onSchedule),
        ("on_schedule", .onSchedule), ("vertraagd", .delayed), ("\u{A0}delayed ", .delayed),
        ("uitgesteld", .postponed), ("postponed", .postponed), ("gestopt", .stopped), ("stopped", .stopped),
        ("niet gestart", .notStarted), ("not started", .notStarted), ("onbekend", .unknown), ("unknown", .unknown),
    ]

    @Test("reads the words of a status, of which 'onbekend' is one", arguments: statuses)
    func status(_ word: String, _ expected: MilestoneStatus) throws {
        let observation = try outcome(header, "energieloket;2026-03-31;\(word)")?.observed?.observation
        #expect(observation?.milestone == MilestoneReport(status: expected))
        #expect(observation?.value == (expected == .done ? ExactDecimal(1) : .zero))
    }

    static let expectedDays: [(String, String?)] = [
        ("", nil), ("-", nil), ("n.v.t.", nil), ("Nb", nil), ("onbekend", nil), ("2027-04-01", "2027-04-01"),
        ("1-4-2027", "2027-04-01"), ("01-04-2027", "2027-04-01"), ("2027", "2027-12-31"), ("2027-Q1", "2027-03-31"),
        ("2027-04", "2027-04-30"), ("2028-02", "2028-02-29"), ("2027-H1", "2027-06-30"), ("2026/2027", "2027-07-31"),
        ("2027-W01", "2027-01-10"), ("2027 1e kwartaal", "2027-03-31"), ("2199", "2199-12-31"),
        ("31-12-2200", "2200-12-31"),
    ]

    @Test("reads a day, or a period whose last day is meant", arguments: expectedDays)
    func expected(_ cell: String, _ day: String?) throws {
        let row = try #require(try outcome("\(header);verwacht", "energieloket;2026-03-31;vertraagd;\(cell)")?.observed)
        #expect(row.observation.milestone?.expected == day.flatMap { CalendarDate($0) })
        #expect((row.observation.milestone?.expected == nil) == (day == nil))
    }

    static let faults: [(String, IntakeReason, String, FaultDetail?)] = [
        ("energielokt;2026-03-31;gereed;;;;", .unknownIndicator, "mijlpaal", .nearest("energieloket")),
        // The nearest of all indicators is no milestone.
        ("wmo-maatwerken;2026-03-31;gereed;;;;", .unknownIndicator, "mijlpaal", nil),
        (";2026-03-31;gereed;;;;", .unknownIndicator, "mijlpaal", nil),
        ("wmo-maatwerk;2026-03-31;gereed;;;;", .notAMilestone, "mijlpaal", .unit(.perThousand)),
        (
            "gemiddelde;2026-03-31;gereed;;;;", .derivedIndicator, "mijlpaal",
            .inputs(["moeite-rondkomen", "inburgering"])
        ),
        ("energieloket;2026-03-31;gereed;;Dron-ten;;", .unknownArea, "gebied", .nearest("Dronten")),
        ("loket-elders;2026-03-31;gereed;;;;", .unknownArea, "gebied", nil),
        ("energieloket;;gereed;;;;", .dateNotReadable, "peildatum", nil),
        ("energieloket;2026-02-30;gereed;;;;", .dateNotReadable, "peildatum", nil),
        ("energieloket;31/13/2026;gereed;;;;", .dateNotReadable, "peildatum", nil),
        ("energieloket;2026-Q1;gereed;;;;", .dateNotReadable, "peildatum", nil),
        ("energieloket;2026;gereed;;;;", .dateNotReadable, "peildatum", nil),
        ("energieloket;2201-01-01;gereed;;;;", .dateNotReadable, "peildatum", nil),
        ("energieloket;31-12-1899;gereed;;;;", .dateNotReadable, "peildatum", nil),
        ("energieloket;2026-03-31;;;;;", .milestoneStatusNotKnown, "status", nil),
        ("energieloket;2026-03-31;Nb;;;;", .milestoneStatusNotKnown, "status", nil),
        ("energieloket;2026-03-31;1;;;;", .milestoneStatusNotKnown, "status", nil),
        ("energieloket;2026-03-31;vertaagd;;;;", .milestoneStatusNotKnown, "status", .nearest("vertraagd")),
        ("energieloket;2026-03-31;gereed;binnenkort;;;", .dateNotReadable, "verwacht", nil),
        ("energieloket;2026-03-31;vertraagd;9999-12-31;;;", .dateNotReadable, "verwacht", nil),
        ("energieloket;2026-03-31;vertraagd;2027-13;;;", .dateNotReadable, "verwacht", nil),
    ]

    @Test("names the fault of a row with line and column", arguments: faults)
    func faultsCells(_ row: String, _ reason: IntakeReason, _ column: String, _ detail: FaultDetail?) throws {
        let fault = try #require(try outcome(wide, row)?.fault)
        #expect(fault.reason == reason)
        #expect(fault.line == 2)
        #expect(fault.column == column)
        #expect(fault.detail == detail)
    }

    @Test("refuses texts of more than a thousand characters")
    func longText() throws {
        let row = "energieloket;2026-03-31;gereed;" + String(repeating: "é", count: 1001)
        #expect(try outcome("\(header);toelichting", row)?.fault?.reason == .textTooLong)
        #expect(try outcome("\(header);bron", row)?.fault?.reason == .textTooLong)
    }

    @Test("passes over empty rows, and refuses rows with another number of fields")
    func fields() throws {
        let found = try outcomes(bytes("\(header)\n\n;;\nenergieloket;2026-03-31\nx;y;z;een, twee\n"))
        #expect(found[0] == .skipped(RowSkip(line: 2, reason: .emptyRow)))
        #expect(found[1] == .skipped(RowSkip(line: 3, reason: .emptyRow)))
        #expect(found[2] == .fault(RowFault(.tooFewFields, line: 4, detail: .counts(expected: 3, found: 2))))
        #expect(found[3] == .fault(RowFault(.tooManyFields, line: 5, detail: .counts(expected: 3, found: 4))))
        // There are no decimal commas that could be the cause.
        let commas = try outcomes(bytes("milestone,reference_date,status\nenergieloket,2026-03-31,gereed,noot\n"))
        #expect(commas == [.fault(RowFault(.tooManyFields, line: 2, detail: .counts(expected: 3, found: 4)))])
    }

    @Test("stops at structure that broke after the survey")
    func changedFile() throws {
        let file = "\(header)\nenergieloket;2026-03-31;gereed\n"
        var rows = try survey(bytes(file)).rows(ChunkedBytes(bytes(file + "x;\"y\n")), in: readingContext())
        #expect(try rows.next()?.observed?.line == 2)
        #expect(try rows.next()?.fault?.reason == .unterminatedQuote)
        #expect(try rows.next() == nil)
    }

    @Test("gives the same rows for chunks of every size", arguments: chunkSizes)
    func chunks(chunkSize: Int) throws {
        let rows = Self.faults.map(\.0) + ["energieloket;2026-03-31;\"op schema\";;;\"\"\"GGD\"\"\r\n\";é\u{301}🎉"]
        let file = [0xEF, 0xBB, 0xBF] + bytes("sep=;\r\n\(wide)\r\n" + rows.joined(separator: "\r\n"))
        let expected = try outcomes(file, chunkSize: file.count)
        #expect(expected.count == rows.count)
        #expect(try outcomes(file, chunkSize: chunkSize) == expected)
    }

    static let conflicts: [(String, String, String, String, String)] = [
        (
            "vertraagd;2027", "uitgesteld;2027", "status",
            "Regel 3, kolom status: deze rij zegt iets anders dan een eerdere rij: 'uitgesteld'. Laat de juiste staan. "
                + "Regel 2 geeft voor dezelfde reeks en periode 'vertraagd'.",
            "Line 3, column status: this row says something else than an earlier row: 'postponed'. Keep the right one. "
                + "Line 2 gives 'delayed' for the same series and period."
        ),
        (
            "vertraagd;", "Delayed;2027-Q1", "verwacht",
            "Regel 3, kolom verwacht: deze rij zegt iets anders dan een eerdere rij: '2027-03-31'. Laat de juiste staan. "
                + "Regel 2 geeft voor dezelfde reeks en periode (leeg).",
            "Line 3, column expected: this row says something else than an earlier row: '2027-03-31'. Keep the right one. "
                + "Line 2 gives (empty) for the same series and period."
        ),
    ]

    @Test("says in which words two rows for one day differ", arguments: conflicts)
    func conflict(_ first: String, _ second: String, _ column: String, _ dutch: String, _ english: String) throws {
        let file = "\(header);verwacht\nenergieloket;2026-03-31;\(first)\nenergieloket;2026-03-31;\(second)\n"
        let rows = try outcomes(bytes(file)).compactMap(\.observed)
        let fault = RowFault.conflict(rows[1], with: rows[0].observation, onLine: rows[0].line)
        #expect(fault.reason == .conflictingRows && fault.column == column)
        #expect(fault.sentence(.nl) == dutch)
        #expect(fault.sentence(.en) == english)
    }
}
