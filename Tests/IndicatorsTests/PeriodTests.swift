import Testing

@testable import Indicators

@Suite("Periods and cadences")
struct PeriodTests {
    @Test(
        "a period is read in the ways that sources write it, and printed in one",
        arguments: [
            ("2026", "2026"), ("2026JJ00", "2026"), ("2026-H1", "2026-H1"), ("2026-S2", "2026-H2"),
            ("2026HJ02", "2026-H2"), ("2026-Q3", "2026-Q3"), ("2026KW03", "2026-Q3"), ("2026 3e kwartaal", "2026-Q3"),
            ("2026-04", "2026-04"), ("2026MM04", "2026-04"), ("2026-M04", "2026-04"), ("2026 april", "2026-04"),
            ("2025/2026", "2025/2026"), ("2025/'26", "2025/2026"), ("2025/26", "2025/2026"), ("2025SJ00", "2025/2026"),
            ("2026-W05", "2026-W05"), ("2026W105", "2026-W05"), ("2026-04-01", "2026-04-01"),
            ("20260401", "2026-04-01"),
        ]
    )
    func notations(written: String, printed: String) throws {
        let period = try #require(Period(written))
        #expect(period.description == printed)
        #expect(Period(printed) == period)
    }

    @Test(
        "what is no period is refused",
        arguments: [
            "", "26", "2026*", "2026-Q5", "2026-H3", "2026-13", "2026-W54", "2025-W53", "2026-02-30", "2025/2027",
            "2026X000", "1899", "2201", "2026 5e kwartaal", "2026-", "2026JJ01",
        ]
    )
    func refused(text: String) { #expect(Period(text) == nil) }

    @Test(
        "a period has its first and last day",
        arguments: [
            ("2026", "2026-01-01", "2026-12-31"), ("2026-H1", "2026-01-01", "2026-06-30"),
            ("2024-Q1", "2024-01-01", "2024-03-31"), ("2024-02", "2024-02-01", "2024-02-29"),
            ("2025/2026", "2025-08-01", "2026-07-31"), ("2026-W01", "2025-12-29", "2026-01-04"),
            ("2026-W53", "2026-12-28", "2027-01-03"), ("2026-04-01", "2026-04-01", "2026-04-01"),
        ]
    )
    func bounds(period: String, first: String, last: String) throws {
        let period = try #require(Period(period))
        #expect(period.start.description == first)
        #expect(period.end.description == last)
    }

    @Test("periods follow each other without a gap, forward and back", arguments: PeriodKind.allCases)
    func succession(kind: PeriodKind) throws {
        let date = try #require(CalendarDate(year: 2023, month: 12, day: 20))
        var period = try #require(Period(kind, containing: date))
        for _ in 0..<400 {
            guard let next = period.next else { break }
            #expect(next.start == period.end.adding(days: 1))
            #expect(next.previous == period)
            #expect(period < next)
            #expect(Period(kind, containing: next.end) == next)
            period = next
        }
    }

    @Test("a survey every second year is expected in every second year")
    func everySecondYear() throws {
        let start = try #require(Period.year(2024))
        let cadence = Cadence(.year, every: 2, first: start, dueDays: 180)
        #expect(cadence.expected(from: start) { $0.year <= 2029 }.map(\.description) == ["2024", "2026", "2028"])
        #expect(cadence.dueDate(of: start).description == "2025-06-29")
    }
}
