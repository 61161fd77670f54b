import Indicators
import Testing

/// How much later, in the words that people use.
@Suite struct SpanTests {
    @Test(
        arguments: [
            ("2025-12-31", "2025-12-31", "0 dagen"), ("2025-12-31", "2026-01-01", "1 dag"),
            ("2025-12-31", "2026-01-12", "12 dagen"), ("2025-12-31", "2026-01-14", "2 weken"),
            ("2025-12-31", "2026-01-15", "ruim 2 weken"), ("2025-12-31", "2026-01-20", "bijna 3 weken"),
            ("2026-10-01", "2026-11-01", "1 maand"), ("2027-12-31", "2028-03-31", "3 maanden"),
            ("2027-12-31", "2028-06-30", "6 maanden"), ("2026-12-31", "2027-08-31", "8 maanden"),
            ("2026-12-31", "2027-08-15", "ruim 7 maanden"), ("2026-01-01", "2026-07-28", "bijna 7 maanden"),
            ("2025-06-30", "2026-12-31", "18 maanden"), ("2025-12-31", "2026-12-31", "1 jaar"),
            ("2025-01-15", "2026-01-10", "bijna 1 jaar"), ("2025-12-31", "2028-01-01", "2 jaar"),
            ("2024-12-31", "2026-12-31", "2 jaar"), ("2025-12-31", "2028-06-30", "ruim 2 jaar"),
            ("2025-12-31", "2028-10-31", "bijna 3 jaar"), ("2024-02-29", "2025-02-28", "1 jaar"),
            ("2026-01-31", "2026-02-28", "1 maand"), ("2026-01-31", "2026-02-27", "bijna 4 weken"),
        ])
    func `a delay is told in days, weeks, months or years`(first: String, last: String, words: String) throws {
        let (from, to) = (try #require(CalendarDate(first)), try #require(CalendarDate(last)))
        #expect(Phrases(.nl).span(from: from, to: to) == words)
    }

    @Test(
        arguments: [
            ("2025-12-31", "2026-12-31", "1 year"), ("2025-12-31", "2028-01-01", "2 years"),
            ("2026-12-31", "2027-08-15", "over 7 months"), ("2026-01-01", "2026-07-28", "almost 7 months"),
            ("2025-12-31", "2026-01-14", "2 weeks"), ("2026-10-01", "2026-11-01", "1 month"),
        ])
    func `in English too`(first: String, last: String, words: String) throws {
        let (from, to) = (try #require(CalendarDate(first)), try #require(CalendarDate(last)))
        #expect(Phrases(.en).span(from: from, to: to) == words)
    }
}
