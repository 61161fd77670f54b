import Indicators
import Testing

/// Movements in words, and how far level may be off.
@Suite struct TargetWordsTests {
    static let words: [(String, Trend)] = [
        ("stijging", .rise), ("meer", .rise), ("neemt toe", .rise), ("toename", .rise), ("gestegen", .rise),
        ("daling", .fall), ("minder", .fall), ("neemt af", .fall), ("afname", .fall), ("gedaald", .fall),
        ("gelijkblijvend", .steady), ("blijft gelijk", .steady),
        ("niet gestegen", .noRise), ("neemt af of blijft gelijk", .noRise), ("afneemt of gelijk blijft", .noRise),
        ("niet gedaald", .noFall), ("neemt toe of blijft gelijk", .noFall), ("toeneemt of gelijk blijft", .noFall),
    ]

    @Test(arguments: words)
    func `a movement is read in the documents' own words`(word: String, trend: Trend) throws {
        #expect(try TargetNotation(word).requirement == .direction(trend, baseline: nil))
        #expect(try TargetNotation(word.uppercased()).requirement == .direction(trend, baseline: nil))
        #expect(
            try TargetNotation("\(word) t.o.v. 2024").requirement == .direction(trend, baseline: .year(2024))
        )
        #expect(
            try TargetNotation("\(word) ten opzichte van 2024").requirement == .direction(trend, baseline: .year(2024))
        )
        #expect(try TargetNotation(word).description == word)
    }

    @Test(arguments: ["meer dan 5", "neemt", "gelijk", "minder minder", "toename 2024", "neemt  toe", "niet meer"])
    func `another word is no movement`(word: String) {
        #expect(throws: TargetNotationError.self) { try TargetNotation(word) }
    }

    @Test(
        arguments: [
            (Trend.rise, Comparator.above), (.fall, .below), (.steady, .equal), (.noRise, .atMost), (.noFall, .atLeast),
        ])
    func `a movement compares with the baseline`(trend: Trend, comparator: Comparator) {
        #expect(trend.comparator == comparator)
    }

    // MARK: Level within a margin

    private static func steady(
        _ baseline: String,
        _ margin: Tolerance?,
        _ cell: String = "gelijkblijvend"
    ) throws
        -> Bound
    {
        let value = try #require(ExactDecimal(baseline, decimalSign: ","))
        let requirement = try #require(try TargetNotation(cell).requirement)
        return try #require(requirement.bound(better: .higher, baseline: value, margin: margin))
    }

    private static let twoPoints = Tolerance.amount(ExactDecimal(2))
    private static let twoPercent = Tolerance.percentOfTarget(ExactDecimal(2))

    @Test(
        arguments: [
            (twoPoints, "62", "60", true), (twoPoints, "62", "64", true), (twoPoints, "62", "59,99", false),
            (twoPoints, "62", "64,01", false), (twoPoints, "62", "62", true), (twoPoints, "0", "-2", true),
            (twoPercent, "50", "51", true), (twoPercent, "50", "49", true), (twoPercent, "50", "51,001", false),
            (twoPercent, "50", "48,999", false), (twoPercent, "-50", "-51", true), (twoPercent, "-50", "-51,1", false),
            (twoPercent, "0", "0", true), (twoPercent, "0", "0,1", false), (nil, "62", "62,0", true),
            (nil, "62", "62,01", false),
        ] as [(Tolerance?, String, String, Bool)]
    )
    func `a value is level within the margin, its borders included, on both sides`(
        margin: Tolerance?,
        baseline: String,
        value: String,
        isMet: Bool
    ) throws {
        let observed = try #require(ExactDecimal(value, decimalSign: ","))
        #expect(try Self.steady(baseline, margin).isMet(by: observed) == isMet)
    }

    @Test(arguments: ["stijging", "daling", "niet gestegen", "niet gedaald", "-10%", "+5", "=62"])
    func `a margin is for what should stay level, and for nothing else`(cell: String) throws {
        #expect(try Self.steady("62", Self.twoPoints, cell).margin == nil)
    }

    @Test(
        arguments: [
            (twoPoints, MeasureUnit.percent, "= 62% (± 2)"), (twoPercent, .percent, "= 62% (± 1,24)"),
            (.amount(ExactDecimal(coefficient: 50, scale: 2) ?? .zero), .percent, "= 62% (± 0,5)"),
            (twoPoints, .count, "= 62 (± 2)"), (twoPoints, .perThousand, "= 62 per 1000 (± 2)"),
            (nil, .percent, "= 62%"),
        ] as [(Tolerance?, MeasureUnit, String)]
    )
    func `the margin is written behind the value`(margin: Tolerance?, unit: MeasureUnit, written: String) throws {
        #expect(try Self.steady("62", margin).written(unit: unit) == written)
    }
}

/// Amounts, milestones and layers in words.
@Suite struct WordsTests {
    @Test(
        arguments: [
            (MeasureUnit.thousandEuro, "21055", "€ 21.055.000"), (.thousandEuro, "-21055", "-€ 21.055.000"),
            (.thousandEuro, "0", "€ 0"), (.thousandEuro, "-65", "-€ 65.000"), (.thousandEuro, "0,5", "€ 500"),
            (.thousandEuro, "1,2345", "€ 1.234,50"), (.thousandEuro, "21055,0", "€ 21.055.000"),
            (.euro, "12,5", "€ 12,50"), (.euro, "-12,5", "-€ 12,50"), (.euro, "12,345", "€ 12,35"),
            (.euro, "12,00", "€ 12"), (.euro, "999", "€ 999"), (.euro, "1000", "€ 1.000"),
            (.euro, "1234567", "€ 1.234.567"), (.euro, "-0,001", "€ 0,00"), (.euro, "999999,999", "€ 1.000.000,00"),
        ] as [(MeasureUnit, String, String)]
    )
    func `an amount is written in whole euros, or with its cents`(
        unit: MeasureUnit,
        value: String,
        written: String
    ) throws {
        #expect(unit.written(try #require(ExactDecimal(value, decimalSign: ","))) == written)
    }

    @Test func `an amount beyond exact numbers is written as it came`() throws {
        let amount = try #require(ExactDecimal("999999999999999999"))
        #expect(MeasureUnit.thousandEuro.written(amount) == "999999999999999999 € 1.000")
    }

    @Test(
        arguments: [
            (MeasureUnit.euro, "1"), (.thousandEuro, "1000"), (.percent, nil), (.count, nil),
            (MeasureUnit("€ 1000"), nil),
        ] as [(MeasureUnit, String?)]
    )
    func `only money counts in euros`(unit: MeasureUnit, euros: String?) {
        #expect(unit.euros?.description == euros)
    }

    @Test(
        arguments: [
            (MilestoneStatus.done, "gereed", "done"), (.onSchedule, "op schema", "on schedule"),
            (.delayed, "vertraagd", "delayed"), (.postponed, "uitgesteld", "postponed"),
            (.stopped, "gestopt", "stopped"), (.notStarted, "niet gestart", "not started"),
            (.unknown, "onbekend", "unknown"),
        ])
    func `a status is read in both languages, whatever its capitals and signs`(
        status: MilestoneStatus,
        dutch: String,
        english: String
    ) {
        #expect(status.rawValue == dutch)
        #expect(status.english == english)
        for word in [dutch, english, dutch.uppercased(), english.uppercased()] {
            #expect(MilestoneStatus(word: word) == status)
            #expect(MilestoneStatus(word: String(word.map { $0 == " " ? "-" : $0 })) == status)
            #expect(MilestoneStatus(word: String(word.map { $0 == " " ? "_" : $0 })) == status)
        }
    }

    @Test(arguments: ["", "klaar", "opschema", "gereed!", "op  schema", "1"])
    func `another word is no status`(word: String) {
        #expect(MilestoneStatus(word: word) == nil)
    }

    @Test func `a report is an observation of its day`() throws {
        let date = try #require(CalendarDate("2026-06-30"))
        let done = try #require(Observation.milestone(MilestoneReport(status: .done), on: date, source: "Raad"))
        #expect(done.period.description == "2026-06-30" && done.referenceDate == date && done.source == "Raad")
        #expect(done.value == ExactDecimal(1) && done.milestoneStatus == .done)
        let late = try #require(Observation.milestone(MilestoneReport(status: .delayed), on: date))
        #expect(late.value == .zero && late.milestoneStatus == .delayed)
        let early = try #require(CalendarDate("1899-12-31"))
        #expect(Observation.milestone(MilestoneReport(status: .done), on: early) == nil)
    }

    @Test(arguments: [("1", MilestoneStatus.done), ("1,0", .done), ("0", nil)] as [(String, MilestoneStatus?)])
    func `a plain value says done, or only not done`(value: String, status: MilestoneStatus?) throws {
        let observation = Observation(
            period: try #require(.year(2026)),
            value: try #require(ExactDecimal(value, decimalSign: ","))
        )
        #expect(observation.milestoneStatus == status)
    }

    @Test func `a layer has its Dutch word`() {
        #expect(IndicatorLayer.allCases.map(\.dutch) == ["activiteit", "effect", "impact"])
    }

    @Test(arguments: [(0, "2026-12-31"), (1, "2026-12-30"), (180, "2026-07-04"), (365, "2025-12-31")])
    func `a warning begins so many days before the last day`(days: Int, start: String) throws {
        let ending = Ending(date: try #require(CalendarDate("2026-12-31")), warningDays: days)
        #expect(ending.warningStart.description == start)
    }
}
