import Feeds
import Indicators
import Testing

@Suite("Reports of milestones that cannot be, or are remarkable")
struct ReportRemarkTests {
    private static let header = "mijlpaal;peildatum;status;verwacht"

    static let rows: [(String, IntakeReason?)] = [
        ("2026-03-31;gereed;2026-12-31", .reportContradicts), ("2026-03-31;gereed;2026-04-01", .reportContradicts),
        ("2026-03-31;gereed;2026-03-31", nil), ("2026-03-31;gereed;2025-12-31", nil), ("2026-03-31;gereed;", nil),
        // It was done within the period in which it was expected.
        ("2026-03-31;gereed;2026", nil), ("2026-03-31;gereed;2026-Q1", nil),
        ("2026-03-31;gereed;2026-Q2", .reportContradicts), ("2026-03-31;gereed;2027", .reportContradicts),
        ("2026-03-31;op schema;2026-03-30", .reportContradicts), ("2026-03-31;op schema;2026-03-31", nil),
        ("2026-03-31;op schema;2026", nil), ("2026-03-31;vertraagd;2025-12-31", nil),
        ("2026-03-31;vertraagd;2027", nil), ("2026-03-31;niet gestart;2025", nil),
    ]

    @Test("a status and an expected date that exclude each other are refused", arguments: rows)
    func contradictions(_ row: String, _ reason: IntakeReason?) throws {
        let found = try #require(try outcome(Self.header, "energieloket;\(row)"))
        #expect(found.fault?.reason == reason)
        #expect((found.observed == nil) == (reason != nil))
    }

    @Test("the sentences name both facts and what to do")
    func sentences() throws {
        func sentence(_ row: String) throws -> String? {
            try outcome(Self.header, "energieloket;\(row)")?.fault?.sentence()
        }
        #expect(
            try sentence("2026-03-31;gereed;2026-12-31")
                == "Regel 2, kolom verwacht: '2026-12-31' past niet bij de status van deze rij. Volgens deze rij was de mijlpaal op "
                + "31 maart 2026 gereed, maar wordt hij pas verwacht op 31 december 2026. Is hij gereed, laat verwacht dan leeg. "
                + "Is hij nog niet gereed, verbeter dan de status."
        )
        #expect(
            try sentence("2026-03-31;op schema;2025-12-31")?.contains(
                "was de mijlpaal op 31 maart 2026 op schema, maar werd hij verwacht op 31 december 2025."
            ) == true
        )
    }

    @Test(
        "a day long before the programme begins is refused, and what stands there can be taken back",
        arguments: [
            ("2015-12-31;vertraagd", IntakeReason.dateLongBefore), ("1900-01-01;gereed", .dateLongBefore),
            ("2016-01-01;vertraagd", nil), ("2024-12-31;gereed", nil),
        ]
    )
    func longBefore(_ row: String, _ reason: IntakeReason?) throws {
        let target = IndicatorTarget(
            indicator: "loket",
            goal: nil,
            period: try #require(.year(2025)),
            notation: try TargetNotation("gereed")
        )
        let milestone = Self.milestone()
        let register = IndicatorRegister(
            programmes: [Programme(id: "p", title: "P", area: "GM0303", source: nil, packages: [])],
            indicators: [milestone],
            paths: ["loket": [target]],
            areaNames: ["GM0303": "Dronten"]
        )
        #expect(register.beginning(of: "p") == 2025 && register.beginning(of: "q") == nil)
        let file = bytes("\(Self.header)\nloket;\(row);\n")
        var rows = try survey(file).rows(ChunkedBytes(file), in: ReadingContext(register: register, today: today))
        let found = try #require(try rows.next())
        #expect(found.fault?.reason == reason)
        if reason != nil {
            #expect(found.fault?.column == "peildatum")
            let sentence = "Het eerste jaar waarover het programma iets zegt, is 2025."
            #expect(found.fault?.sentence().contains(sentence) == true)
        }
    }

    struct Course: Sendable, CustomTestStringConvertible {
        let name: String
        let known: [(String, MilestoneStatus)]
        let new: [(String, MilestoneStatus)]
        let remarks: [String]

        init(
            _ name: String,
            _ known: [(String, MilestoneStatus)],
            _ new: [(String, MilestoneStatus)],
            _ remarks: [String] = []
        ) {
            self.name = name
            self.known = known
            self.new = new
            self.remarks = remarks
        }

        var testDescription: String { name }
    }

    static let courses = [
        Course("the first report", [], [("2026-03-31", .done)]),
        Course("done at last", [("2025-12-31", .delayed)], [("2026-03-31", .done)]),
        Course("done still", [("2025-12-31", .done)], [("2026-03-31", .done)]),
        Course(
            "late again",
            [("2025-12-31", .done)],
            [("2026-03-31", .delayed)],
            ["loket/GM0303, 31 maart 2026: was gereed (gemeld op 31 december 2025), nu weer vertraagd."]
        ),
        Course(
            "stopped after all",
            [("2025-12-31", .done)],
            [("2026-03-31", .stopped)],
            ["loket/GM0303, 31 maart 2026: was gereed (gemeld op 31 december 2025), nu gestopt."]
        ),
        Course("late for longer", [("2025-06-30", .done), ("2025-12-31", .delayed)], [("2026-03-31", .delayed)]),
        Course(
            "an older report",
            [("2026-03-31", .done)],
            [("2025-12-31", .delayed)],
            [
                "loket/GM0303, 31 december 2025: vertraagd. Er is al een later bericht: van 31 maart 2026 (gereed). Dat blijft "
                    + "gelden."
            ]
        ),
        Course("known already", [("2025-12-31", .delayed), ("2026-03-31", .done)], [("2025-12-31", .delayed)]),
        Course("put right", [("2026-03-31", .done)], [("2026-03-31", .delayed)]),
        Course("one file in any order", [], [("2026-03-31", .done), ("2025-12-31", .delayed)]),
        Course(
            "within one file",
            [],
            [("2026-03-31", .delayed), ("2025-12-31", .done)],
            ["loket/GM0303, 31 maart 2026: was gereed (gemeld op 31 december 2025), nu weer vertraagd."]
        ),
    ]

    private static func milestone(recurs: Bool = false) -> Indicator {
        Indicator(
            id: "loket",
            title: "Loket",
            unit: .milestone,
            better: .higher,
            cadence: Cadence(.year, dueDays: 60),
            programme: "p",
            package: "k",
            recurs: recurs
        )
    }

    private static func report(_ day: String, _ status: MilestoneStatus) throws -> Observation {
        let date = try #require(CalendarDate(day))
        return try #require(Observation.milestone(MilestoneReport(status: status), on: date))
    }

    private static func lines(_ course: Course, _ indicator: Indicator, documented: Bool = false) throws -> [String] {
        let known = try course.known.map(report)
        var courses = ReportCourses()
        for (line, new) in course.new.enumerated() {
            let row = ObservedRow(
                line: line + 2,
                series: SeriesKey(indicator: "loket", area: "GM0303"),
                observation: try report(new.0, new.1),
                reports: ReportTerms(indicator, documented: documented ? known : [])
            )
            courses.note(row) { documented ? [] : known }
        }
        var tally = IntakeTally()
        for remark in courses.remarks { tally.note(remark) }
        tally.countTaken()
        let receipt = Receipt(
            fileName: FileName("x.csv"),
            sha256: nil,
            size: nil,
            at: at,
            outcome: .taken,
            tally: tally
        )
        let text = receipt.text(zone: zone).replacing("\n  ", with: " ")
        return text.split(separator: "\n").filter { $0.hasPrefix("- loket") }.map { String($0.dropFirst(2)) }
    }

    @Test("what was done and is not, and what comes late, is said in the receipt", arguments: courses)
    func remarks(_ course: Course) throws {
        #expect(try Self.lines(course, Self.milestone()) == course.remarks)
        // What the document itself reports is known as well.
        #expect(try Self.lines(course, Self.milestone(), documented: true) == course.remarks)
    }

    @Test("a milestone that recurs begins anew with each turn")
    func recurring() throws {
        let next = Course("", [("2025-12-31", .done)], [("2026-03-31", .notStarted)])
        #expect(try Self.lines(next, Self.milestone(recurs: true)).isEmpty)
        let same = Course("", [("2026-01-31", .done)], [("2026-03-31", .delayed)])
        // What was done in its turn is done: the rule judges it so.
        #expect(try Self.lines(same, Self.milestone(recurs: true)).isEmpty)
        let older = Course("", [("2026-06-30", .delayed)], [("2025-10-31", .done), ("2026-03-31", .done)])
        #expect(try Self.lines(older, Self.milestone(recurs: true)).isEmpty)
    }

    @Test("an older report beside one that is newer than all is told no holding of what was known")
    func between() throws {
        let both = Course("", [("2026-06-30", .delayed)], [("2026-03-31", .onSchedule), ("2026-09-30", .onSchedule)])
        #expect(try Self.lines(both, Self.milestone()).isEmpty)
    }
}
