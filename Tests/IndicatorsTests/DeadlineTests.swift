import Indicators
import Testing

@Suite("By when a value is due")
struct DeadlineTests {
    @Test(
        "each notation says its day",
        arguments: [
            ("180 days", "2025", "2026-06-29"), ("180d", "2025", "2026-06-29"), ("90 dagen", "2026-Q1", "2026-06-29"),
            ("90 days from start", "2026", "2026-04-01"), ("0 days", "2026", "2026-12-31"),
            // Working days.
            ("15 workdays", "2025-Q4", "2026-01-22"), ("15e werkdag", "2026-Q1", "2026-04-22"),
            ("15e werkdag na afloop", "2026-Q1", "2026-04-22"), ("1st working day", "2025", "2026-01-02"),
            ("10 werkdagen", "2026-04", "2026-05-18"), ("15E Werkdag", "2026-Q1", "2026-04-22"),
            // From the beginning the first day may be the first of them.
            ("1 workday from start", "2026-04", "2026-04-01"), ("5e werkdag vanaf het begin", "2026-01", "2026-01-08"),
            // The first such day after the period.
            ("1 november", "2025", "2026-11-01"), ("vóór 1 november", "2025", "2026-10-31"),
            ("before 1 November", "2025", "2026-10-31"), ("uiterlijk 1 nov", "2025", "2026-11-01"),
            ("1 november", "2026-Q1", "2026-11-01"), ("1 november", "2026-Q4", "2027-11-01"),
            ("1 november", "2026-10", "2026-11-01"), ("1 november", "2026-11", "2027-11-01"),
            ("31 december", "2025", "2026-12-31"), ("1 januari", "2025", "2026-01-01"),
            // Before the first of January is the last day of the period itself: the one after is meant.
            ("vóór 1 januari", "2025", "2026-12-31"), ("vóór 1 januari", "2025-Q3", "2025-12-31"),
            // In the period itself, and a year later.
            ("1 november from start", "2025", "2025-11-01"), ("vóór 1 november from start", "2025", "2025-10-31"),
            ("1 november a year later", "2025", "2027-11-01"), ("vóór 1 november een jaar later", "2025", "2027-10-31"),
            // School years.
            ("1 november", "2025/2026", "2026-11-01"), ("1 oktober from start", "2025/2026", "2025-10-01"),
            ("1 maart from start", "2025/2026", "2026-03-01"), ("15e werkdag", "2025/2026", "2026-08-21"),
            // A day that most years do not have.
            ("29 februari", "2026", "2027-02-28"), ("29 februari", "2027", "2028-02-29"),
        ]
    )
    func dates(text: String, period: String, expected: String) throws {
        let deadline = try #require(Deadline(text, calendar: WorkCalendar()))
        #expect(deadline.date(of: try #require(Period(period))).description == expected)
    }

    @Test(
        "what is no such time is refused",
        arguments: [
            "180", "", "3651 days", "0 workdays", "261 workdays", "-1 days", "31 november", "0 november", "november",
            "1 nevember", "vóór", "vóór 15 workdays", "1-11", "15e dag", "15 days a year later",
            "15 workdays a year later", "1 november from start a year later", "1 november 2026", "from start",
            "15 e werkdag", "1.5 days",
        ]
    )
    func refused(text: String) { #expect(Deadline(text, calendar: WorkCalendar()) == nil) }

    @Test("an accent may be a letter of its own")
    func decomposed() {
        #expect(Deadline("v\u{6F}\u{301}\u{6F}\u{301}r 1 november", calendar: WorkCalendar()) != nil)
    }

    @Test("the calendar of working days counts")
    func calendar() throws {
        let period = try #require(Period("2026-03"))
        let own = WorkCalendar(hasGoodFriday: true)
        for (calendar, day) in [(own, "2026-04-07"), (WorkCalendar(), "2026-04-03")] {
            #expect(try #require(Deadline("3 workdays", calendar: calendar)).date(of: period).description == day)
        }
    }

    @Test(
        "a survey of every fourth year is due after its year",
        arguments: [("vóór 1 november", "2025-10-31"), ("15e werkdag", "2025-01-22"), ("365 days", "2025-12-31")]
    )
    func fourYearly(text: String, expected: String) throws {
        let due = try #require(Deadline(text, calendar: WorkCalendar()))
        let cadence = Cadence(.year, every: 4, first: .year(2024), due: due)
        let first = try #require(Period.year(2024))
        #expect(cadence.dueDate(of: first).description == expected)
        #expect(cadence.expected(from: first) { $0.year <= 2032 }.map(\.description) == ["2024", "2028", "2032"])
    }

    @Test(
        "it is told in words",
        arguments: [
            ("180 days", "uiterlijk 180 dagen na afloop", "at most 180 days after its end"),
            ("90 days from start", "uiterlijk 90 dagen na het begin", "at most 90 days after its beginning"),
            ("15e werkdag", "uiterlijk de 15e werkdag na afloop", "by working day 15 after its end"),
            ("5 workdays from start", "uiterlijk de 5e werkdag ervan", "by its working day 5"),
            ("vóór 1 november", "vóór 1 november na afloop", "before 1 November after its end"),
            ("1 november from start", "uiterlijk 1 november na het begin", "by 1 November after its beginning"),
            (
                "1 november a year later", "uiterlijk 1 november na afloop, een jaar later",
                "by 1 November after its end, a year later"
            ),
        ]
    )
    func words(text: String, dutch: String, english: String) throws {
        let deadline = try #require(Deadline(text, calendar: WorkCalendar()))
        #expect(deadline.words(in: Phrases(.nl)) == dutch)
        #expect(deadline.words(in: Phrases(.en)) == english)
        #expect(Cadence(.quarter, due: deadline).words(in: Phrases(.nl)) == "per kwartaal, \(dutch)")
        #expect(Cadence(.year, every: 4, due: deadline).words(in: Phrases(.nl)) == "per jaar, elke 4e, \(dutch)")
    }
}
