import Foundation
import Testing

@testable import Indicators

@Suite("Dates, moments and zones")
struct CalendarTests {
    static let amsterdam = LocalZone(name: "Europe/Amsterdam") { instant in
        let zone = TimeZone(identifier: "Europe/Amsterdam")
        return zone?.secondsFromGMT(for: Date(timeIntervalSince1970: Double(instant.seconds))) ?? 0
    }

    @Test("day numbers go to dates and back for two centuries")
    func dayNumbers() throws {
        var expected = try #require(CalendarDate(year: 1900, month: 1, day: 1))
        #expect(CalendarDate(dayNumber: 0).description == "1970-01-01")
        for number in expected.dayNumber...CalendarDate(dayNumber: 84_000).dayNumber {
            let date = CalendarDate(dayNumber: number)
            #expect(date.dayNumber == number)
            #expect(date >= expected)
            expected = date
        }
    }

    @Test(
        "a date that the calendar does not have is no date",
        arguments: ["2025-02-29", "2026-13-01", "2026-00-10", "2026-1-1", "26-01-01", "2026-01-32", "2026-01-01 "]
    )
    func noDate(text: String) { #expect(CalendarDate(text) == nil) }

    @Test("weekdays are those of ISO 8601", arguments: [("2026-04-01", 3), ("2026-11-22", 7), ("1969-12-29", 1)])
    func weekdays(date: String, weekday: Int) throws {
        #expect(try #require(CalendarDate(date)).weekday == weekday)
    }

    @Test(
        "a moment is read in local time or with its offset",
        arguments: [
            ("2026-04-01T08:00", "2026-04-01T08:00:00+02:00"), ("2026-01-01T08:00:30", "2026-01-01T08:00:30+01:00"),
            ("2026-04-01T06:00Z", "2026-04-01T08:00:00+02:00"), ("2026-04-01T08:00-05:00", "2026-04-01T15:00:00+02:00"),
            ("2026-03-29T02:30", "2026-03-29T03:30:00+02:00"), ("2026-10-25T02:30", "2026-10-25T02:30:00+02:00"),
        ]
    )
    func moments(text: String, expected: String) throws {
        #expect(Self.amsterdam.timestamp(try #require(Self.amsterdam.moment(text))) == expected)
    }

    @Test(
        "what is no moment is refused",
        arguments: ["2026-04-01", "2026-04-01 08:00", "2026-04-01T8:00", "2026-04-01T24:00", "2026-02-30T08:00", "nu"]
    )
    func noMoment(text: String) { #expect(Self.amsterdam.moment(text) == nil) }

    @Test("local time goes to a moment and back, also in the nights in which the clock is changed")
    func roundTrip() throws {
        let start = try #require(Self.amsterdam.moment("2026-03-28T12:00"))
        for quarter in 0..<(300 * 96) {
            let instant = start.adding(seconds: quarter * 900)
            let local = Self.amsterdam.local(instant)
            let back = Self.amsterdam.instant(local)
            #expect(Self.amsterdam.local(back) == local)
            // The hour that comes twice is understood as its first coming.
            #expect(back == instant || back.adding(seconds: 3600) == instant)
        }
    }
}
