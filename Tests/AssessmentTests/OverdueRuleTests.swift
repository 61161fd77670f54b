import AlertSamples
import Assessment
import Indicators
import Testing

@Suite("The rule overdue")
struct OverdueRuleTests {
    /// A cadence, the periods that have a value, a day, and what is overdue then.
    struct Case: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let cadence: Cadence
        let values: [String]
        let today: String
        let overdue: [String]
        let next: String?
        var targets: [String] = []
    }

    @Test("What is awaited, and from when it is overdue", arguments: cases)
    func judges(_ example: Case) throws {
        let values = Dictionary(uniqueKeysWithValues: example.values.map { ($0, "1") })
        let targets = try example.targets.map { try Sample.target("<108", $0) }
        let series = try Sample.series(values, targets: targets, Sample.indicator(cadence: example.cadence))
        let today = try Sample.date(example.today)
        let finding = OverdueRule().finding(for: series, on: today)
        #expect(finding.overduePeriods.map(\.description) == example.overdue)
        #expect(finding.state == (example.overdue.isEmpty ? .inOrder : .deviates(.warning)))
        let latest = example.values.compactMap { Period($0) }.max { $0.end < $1.end }
        let isGap = latest.map { finding.overduePeriods.last?.end ?? $0.end < $0.end } ?? false
        #expect(finding.reason == (example.overdue.isEmpty ? .onTime : isGap ? .gap : .overdue))
        let period = example.overdue.first ?? example.values.max()
        #expect(finding.period?.description == period)
        #expect(OverdueRule().nextDue(for: series, on: today)?.description == example.next)
    }

    static let cases = yearly + beginnings + otherKinds + byCalendar

    private static let yearly = [
        Case(
            testDescription: "the day before the due date",
            cadence: Sample.yearly,
            values: ["2024"],
            today: "2026-04-29",
            overdue: [],
            next: "2025"
        ),
        Case(
            testDescription: "on the due date it is still in time",
            cadence: Sample.yearly,
            values: ["2024"],
            today: "2026-04-30",
            overdue: [],
            next: "2025"
        ),
        Case(
            testDescription: "the day after it is overdue",
            cadence: Sample.yearly,
            values: ["2024"],
            today: "2026-05-01",
            overdue: ["2025"],
            next: "2026"
        ),
        Case(
            testDescription: "each period that is overdue is named",
            cadence: Sample.yearly,
            values: ["2022"],
            today: "2026-05-01",
            overdue: ["2023", "2024", "2025"],
            next: "2026"
        ),
        Case(
            testDescription: "each period of a gap before the latest value stays awaited",
            cadence: Sample.yearly,
            values: ["2021", "2025"],
            today: "2026-05-01",
            overdue: ["2022", "2023", "2024"],
            next: "2026"
        ),
        Case(
            testDescription: "a gap and what is late are named together",
            cadence: Sample.yearly,
            values: ["2022", "2024"],
            today: "2026-05-01",
            overdue: ["2023", "2025"],
            next: "2026"
        ),
        Case(
            testDescription: "what is missing before the first that is expected is not awaited",
            cadence: Cadence(.year, first: Period("2024"), dueDays: 120),
            values: ["2020", "2022", "2024", "2025"],
            today: "2026-05-01",
            overdue: [],
            next: "2026"
        ),
        Case(
            testDescription: "a value ahead of its time leaves the ones before it awaited",
            cadence: Sample.yearly,
            values: ["2024", "2025", "2027"],
            today: "2026-05-01",
            overdue: [],
            next: "2026"
        ),
        Case(
            testDescription: "a value ahead of its time keeps the next one for later",
            cadence: Sample.yearly,
            values: ["2027"],
            today: "2026-05-01",
            overdue: [],
            next: "2028"
        ),
        Case(
            testDescription: "zero days leave the last day of the period",
            cadence: Cadence(.year, dueDays: 0),
            values: ["2024"],
            today: "2025-12-31",
            overdue: [],
            next: "2025"
        ),
        Case(
            testDescription: "zero days, the first day after",
            cadence: Cadence(.year, dueDays: 0),
            values: ["2024"],
            today: "2026-01-01",
            overdue: ["2025"],
            next: "2026"
        ),
        Case(
            testDescription: "a leap day counts",
            cadence: Cadence(.year, dueDays: 60),
            values: ["2022"],
            today: "2024-02-29",
            overdue: [],
            next: "2023"
        ),
        Case(
            testDescription: "after the leap day",
            cadence: Cadence(.year, dueDays: 60),
            values: ["2022"],
            today: "2024-03-01",
            overdue: ["2023"],
            next: "2024"
        ),
    ]

    private static let everySecond = Cadence(.year, every: 2, first: Period("2022"), dueDays: 120)

    private static let beginnings = [
        Case(
            testDescription: "every second year, from the first",
            cadence: everySecond,
            values: [],
            today: "2027-05-01",
            overdue: ["2022", "2024", "2026"],
            next: "2028"
        ),
        Case(
            testDescription: "every second year, not in the year between",
            cadence: everySecond,
            values: ["2022", "2024"],
            today: "2026-05-01",
            overdue: [],
            next: "2026"
        ),
        Case(
            testDescription: "a value in the year between does not shift the rhythm, nor make up for its neighbour",
            cadence: everySecond,
            values: ["2022", "2025"],
            today: "2026-05-01",
            overdue: ["2024"],
            next: "2026"
        ),
        Case(
            testDescription: "a value before the first period changes nothing",
            cadence: everySecond,
            values: ["2020"],
            today: "2023-05-01",
            overdue: ["2022"],
            next: "2024"
        ),
        Case(
            testDescription: "without a beginning nothing is awaited",
            cadence: Sample.yearly,
            values: [],
            today: "2026-05-01",
            overdue: [],
            next: nil
        ),
        Case(
            testDescription: "the first target is a beginning",
            cadence: Sample.yearly,
            values: [],
            today: "2026-05-01",
            overdue: ["2025"],
            next: "2026",
            targets: ["2026", "2025"]
        ),
        Case(
            testDescription: "a target of another kind is none",
            cadence: Sample.yearly,
            values: [],
            today: "2026-05-01",
            overdue: [],
            next: nil,
            targets: ["2025-Q1"]
        ),
    ]

    private static let otherKinds = [
        Case(
            testDescription: "quarters run over the turn of the year",
            cadence: Cadence(.quarter, dueDays: 45),
            values: ["2025-Q3"],
            today: "2026-05-16",
            overdue: ["2025-Q4", "2026-Q1"],
            next: "2026-Q2"
        ),
        Case(
            testDescription: "a quarter on its due date",
            cadence: Cadence(.quarter, dueDays: 45),
            values: ["2025-Q4"],
            today: "2026-05-15",
            overdue: [],
            next: "2026-Q1"
        ),
        Case(
            testDescription: "weeks of a year with 53",
            cadence: Cadence(.week, dueDays: 7),
            values: ["2026-W52"],
            today: "2027-01-19",
            overdue: ["2026-W53", "2027-W01"],
            next: "2027-W02"
        ),
        Case(
            testDescription: "a week on its due date",
            cadence: Cadence(.week, dueDays: 7),
            values: ["2026-W52"],
            today: "2027-01-10",
            overdue: [],
            next: "2026-W53"
        ),
        Case(
            testDescription: "a school year ends on 31 July",
            cadence: Cadence(.schoolYear, dueDays: 31),
            values: ["2024/2025"],
            today: "2026-08-31",
            overdue: [],
            next: "2025/2026"
        ),
        Case(
            testDescription: "a school year after its due date",
            cadence: Cadence(.schoolYear, dueDays: 31),
            values: ["2024/2025"],
            today: "2026-09-01",
            overdue: ["2025/2026"],
            next: "2026/2027"
        ),
        Case(
            testDescription: "days",
            cadence: Cadence(.day, dueDays: 1),
            values: ["2026-02-27"],
            today: "2026-03-03",
            overdue: ["2026-02-28", "2026-03-01"],
            next: "2026-03-02"
        ),
    ]

    @Test("A gap behind a newer value asks for amber, a newest value that is missing for grey")
    func lightOfGap() throws {
        func light(_ values: [String: String]) throws -> Light? {
            let series = try Sample.series(values, Sample.indicator(cadence: Cadence(.year, dueDays: 120)))
            return OverdueRule().finding(for: series, on: try Sample.date("2026-05-01")).light
        }
        #expect(try light(["2022": "1", "2024": "1", "2025": "1"]) == .amber)
        #expect(try light(["2022": "1", "2024": "1"]) == .grey)
        #expect(try light(["2024": "1", "2025": "1"]) == nil)
    }

    @Test("A series that only files name begins with its first value")
    func unexpected() throws {
        var series = try Sample.series(["2024": "1", "2026": "1"], Sample.indicator(cadence: Self.everySecond))
        series.isExpected = false
        let today = try Sample.date("2027-05-01")
        #expect(OverdueRule().finding(for: series, on: today).overduePeriods == [])
        series.isExpected = true
        #expect(OverdueRule().finding(for: series, on: today).overduePeriods.map(\.description) == ["2022"])
    }

    @Test("Of a very long gap the first and the last periods are kept, with how many there are")
    func longGap() throws {
        let indicator = Sample.indicator(cadence: Cadence(.day, dueDays: 1))
        let series = try Sample.series(["2016-01-01": "1", "2026-01-01": "1"], indicator)
        let finding = OverdueRule().finding(for: series, on: try Sample.date("2026-01-02"))
        let evidence = try #require(finding.evidence.of(OverdueEvidence.self))
        #expect(evidence.count == 3652 && evidence.periods.count == 60 && evidence.dueDates.count == 60)
        #expect(evidence.periods.first?.description == "2016-01-02")
        #expect(evidence.periods.last?.description == "2025-12-31")
        let explanation = evidence.explanation(of: finding, unit: .count, in: Phrases(.nl))
        #expect(explanation.details.contains("en nog 3592 daartussen"))
    }

    @Test(
        "Which periods are missing is told in few words that are true",
        arguments: [
            (["2022", "2023"], "waarden over 2022 en 2023 niet ontvangen"),
            (["2022", "2023", "2024"], "waarden over 2022 t/m 2024 niet ontvangen"),
            (["2020", "2022", "2024"], "waarden over 2020, 2022 en 2024 niet ontvangen"),
            (["2020", "2022", "2023"], "waarden over 2020, 2022 en 2023 niet ontvangen"),
            (["2012", "2015", "2016", "2020", "2023"], "waarden over 5 perioden van 2012 t/m 2023 niet ontvangen"),
        ]
    )
    func words(periods: [String], line: String) throws {
        let facts = FindingFacts.sample(
            "Wmo",
            .warning,
            .overdue,
            value: nil,
            unit: "aantal",
            period: periods[0],
            targets: []
        )
        let due = try periods.map { DuePeriod(period: try Sample.period($0), date: try Sample.period($0).end) }
        #expect(OverdueEvidence(overdue: due, next: nil).statement(of: facts, in: Phrases(.nl)).line == line)
    }

    @Test("A derived series is never overdue itself")
    func derived() throws {
        let derivation = Derivation(.mean, of: ["a"], decimals: 1)
        let series = SeriesSubject(
            indicator: Sample.indicator(derivation: derivation),
            derivation: derivation,
            key: SeriesKey(indicator: "wmo", area: "GM0303"),
            inputs: [Sample.history("a", [try Sample.observation("2020", "1")])],
            targets: []
        )
        let today = try Sample.date("2026-05-01")
        #expect(OverdueRule().finding(for: series, on: today).state == .inOrder)
        #expect(OverdueRule().nextDue(for: series, on: today) == nil)
    }

    @Test func `in English no word is Dutch, whichever periods are missing`() throws {
        for periods in [
            ["2024-Q1"], ["2024-Q1", "2024-Q2", "2024-Q3", "2024-Q4"],
            ["2024-Q1", "2024-Q3", "2025-Q2", "2025-Q3", "2025-Q4"],
        ] {
            let day = try #require(CalendarDate("2026-01-31"))
            let due = try periods.map { DuePeriod(period: try #require(Period($0)), date: day) }
            for latest in [nil, Period("2026-Q1")] {
                let evidence = OverdueEvidence(overdue: due, next: nil, latest: latest)
                let facts = FindingFacts.sample(
                    "Title",
                    .warning,
                    .overdue,
                    value: nil,
                    unit: "%",
                    period: nil,
                    targets: []
                )
                let said = evidence.statement(of: facts, in: Phrases(.en))
                for sentence in [said.message, said.verdict, said.tail, said.line] {
                    #expect(!sentence.contains("t/m") && !sentence.contains(" van "), "\(sentence)")
                }
            }
        }
    }
}
