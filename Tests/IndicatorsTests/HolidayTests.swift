import Indicators
import Testing

@Suite("Public holidays and working days")
struct HolidayTests {
    @Test(
        "Easter falls where the calendar has it, from its earliest day to its latest",
        arguments: [
            "1818-03-22", "1886-04-25", "1913-03-23", "1943-04-25", "1961-04-02", "1962-04-22", "1999-04-04",
            "2000-04-23", "2008-03-23", "2011-04-24", "2014-04-20", "2016-03-27", "2019-04-21", "2024-03-31",
            "2025-04-20", "2026-04-05", "2027-03-28", "2038-04-25", "2285-03-22",
        ]
    )
    func easter(date: String) throws {
        let expected = try #require(CalendarDate(date))
        #expect(CalendarDate.easter(of: expected.year) == expected)
    }

    @Test("Easter is a Sunday from 22 March through 25 April in every year")
    func everyEaster() throws {
        for year in 1583...4099 {
            let easter = try #require(CalendarDate.easter(of: year))
            #expect(easter.weekday == 7)
            let first = try #require(CalendarDate(year: year, month: 3, day: 22))
            #expect(easter >= first && easter <= first.adding(days: 34))
        }
    }

    @Test("the holidays of 2026 are those of the calendar")
    func yearOf2026() {
        let expected = [
            "2026-01-01", "2026-04-05", "2026-04-06", "2026-04-27", "2026-05-05", "2026-05-14", "2026-05-24",
            "2026-05-25", "2026-12-25", "2026-12-26",
        ]
        #expect(WorkCalendar().holidays(in: 2026).map(\.description) == expected)
        let strict = WorkCalendar(hasGoodFriday: true).holidays(in: 2026).map(\.description)
        #expect(strict == (expected + ["2026-04-03"]).sorted())
    }

    @Test(
        "the King's birthday is the day before where it would be a Sunday, and was the Queen's until 2013",
        arguments: [
            "2014-04-26", "2015-04-27", "2020-04-27", "2025-04-26", "2026-04-27", "2031-04-26", "2013-04-30",
            "2006-04-29", "2000-04-29", "2010-04-30",
        ]
    )
    func kingsDay(date: String) throws {
        let expected = try #require(CalendarDate(date))
        #expect(PublicHoliday.kingsDay.date(in: expected.year) == expected)
    }

    @Test(
        "5 May is a holiday each year, every fifth year, or never",
        arguments: [
            (WorkCalendar.LiberationDay.yearly, 2025, true), (.yearly, 2026, true), (.lustrum, 2025, true),
            (.lustrum, 2026, false), (.lustrum, 2030, true), (.never, 2025, false),
        ] as [(WorkCalendar.LiberationDay, Int, Bool)]
    )
    func liberationDay(setting: WorkCalendar.LiberationDay, year: Int, isHoliday: Bool) throws {
        let day = try #require(CalendarDate(year: year, month: 5, day: 5))
        #expect(WorkCalendar(liberationDay: setting).holidays(in: year).contains(day) == isHoliday)
    }

    @Test("two holidays on one day are one: Ascension Day of 2016 was 5 May")
    func sameDay() throws {
        #expect(WorkCalendar().holidays(in: 2016).count == 9)
        let day = try #require(CalendarDate("2016-05-05"))
        #expect(!WorkCalendar(liberationDay: .never).isWorkday(day))
    }

    @Test(
        "working days are counted without weekends and holidays",
        arguments: [
            // From Wednesday 31 December 2025: New Year's Day is none.
            ("2025-12-31", 1, "2026-01-02"), ("2025-12-31", 15, "2026-01-22"),
            // Easter lies in it.
            ("2026-03-31", 3, "2026-04-03"), ("2026-03-31", 4, "2026-04-07"), ("2026-03-31", 15, "2026-04-22"),
            // Easter and the King's birthday; Christmas and the weekend behind it.
            ("2026-03-31", 18, "2026-04-28"), ("2026-12-24", 1, "2026-12-28"), ("2026-12-24", 0, "2026-12-24"),
            // A Saturday is none, nor is what lies on it.
            ("2026-10-30", 1, "2026-11-02"),
        ]
    )
    func workdays(after: String, number: Int, expected: String) throws {
        let day = try #require(CalendarDate(after))
        #expect(WorkCalendar().workday(number, after: day).description == expected)
    }
}
