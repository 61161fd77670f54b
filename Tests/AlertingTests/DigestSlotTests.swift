import Alerting
import Indicators
import Testing

@Suite("The hours of a digest")
struct DigestSlotTests {
    private func slot(_ text: String) throws -> DigestSlot { try #require(DigestSlot(text)) }

    /// The slots that fall due when somebody looks every quarter of an hour.
    private func due(_ times: DigestTimes, from start: String, to end: String, last: String) throws -> [String] {
        var last = try slot(last)
        var found: [String] = []
        var now = try Sample.moment(start)
        while now <= (try Sample.moment(end)) {
            if let slot = times.dueSlot(at: now, last: last, in: Sample.amsterdam) {
                found.append("\(slot) at \(Sample.amsterdam.timestamp(now))")
                last = slot
            }
            now = now.adding(seconds: 900)
        }
        return found
    }

    @Test("Half past two comes once on the night when the clock skips it, and once when it comes twice")
    func clockChange() throws {
        let times = DigestTimes(secondsOfDay: [2 * 3600 + 1800])
        #expect(
            try due(times, from: "2026-03-28T12:00:00Z", to: "2026-03-30T12:00:00Z", last: "2026-03-28T02:30") == [
                "2026-03-29T02:30 at 2026-03-29T03:30:00+02:00", "2026-03-30T02:30 at 2026-03-30T02:30:00+02:00",
            ]
        )
        #expect(
            try due(times, from: "2026-10-24T12:00:00Z", to: "2026-10-26T12:00:00Z", last: "2026-10-24T02:30") == [
                "2026-10-25T02:30 at 2026-10-25T02:30:00+02:00", "2026-10-26T02:30 at 2026-10-26T02:30:00+01:00",
            ]
        )
    }

    @Test("Only on the weekdays that were chosen, at each of the hours")
    func weekdays() throws {
        let times = DigestTimes(secondsOfDay: [16 * 3600, 7 * 3600], weekdays: [1, 5])
        #expect(
            try due(times, from: "2026-04-02T00:00:00Z", to: "2026-04-07T12:00:00Z", last: "2026-03-30T16:00") == [
                "2026-04-03T07:00 at 2026-04-03T07:00:00+02:00", "2026-04-03T16:00 at 2026-04-03T16:00:00+02:00",
                "2026-04-06T07:00 at 2026-04-06T07:00:00+02:00", "2026-04-06T16:00 at 2026-04-06T16:00:00+02:00",
            ]
        )
    }

    @Test("Slots that passed unwatched are merged into the latest")
    func merges() throws {
        let now = try Sample.moment("2026-04-05T12:00:00+02:00")
        let last = try slot("2026-04-01T07:00")
        #expect(Sample.daily.dueSlot(at: now, last: last, in: Sample.amsterdam)?.description == "2026-04-05T07:00")
        #expect(Sample.daily.dueSlot(at: now, last: try slot("2026-04-05T07:00"), in: Sample.amsterdam) == nil)
    }

    @Test("A subscription that is seen for the first time owes nothing for the hours before")
    func firstSeen() throws {
        let now = try Sample.moment("2026-04-05T12:00:00+02:00")
        #expect(Sample.daily.dueSlot(at: now, last: nil, in: Sample.amsterdam) == nil)
        let seen = try #require(Sample.daily.latestSlot(at: now, in: Sample.amsterdam))
        #expect(Sample.daily.dueSlot(at: now, last: seen, in: Sample.amsterdam) == nil)
        let tomorrow = try Sample.moment("2026-04-06T07:00:00+02:00")
        #expect(Sample.daily.dueSlot(at: tomorrow, last: seen, in: Sample.amsterdam)?.description == "2026-04-06T07:00")
    }

    @Test("A clock that is put back does not make a slot come again")
    func clockBack() throws {
        let now = try Sample.moment("2026-04-05T06:00:00+02:00")
        #expect(Sample.daily.dueSlot(at: now, last: try slot("2026-04-05T07:00"), in: Sample.amsterdam) == nil)
    }

    @Test(
        "The next slot is the first after now",
        arguments: [
            ("2026-04-03T06:59:59+02:00", "2026-04-03T07:00"), ("2026-04-03T07:00:00+02:00", "2026-04-10T07:00"),
            ("2026-04-04T00:00:00+02:00", "2026-04-10T07:00"),
        ]
    )
    func next(now: String, expected: String) throws {
        let fridays = DigestTimes(secondsOfDay: [7 * 3600], weekdays: [5])
        #expect(fridays.nextSlot(after: try Sample.moment(now), in: Sample.amsterdam)?.description == expected)
    }

    @Test("Without a weekday there is no slot")
    func never() throws {
        let times = DigestTimes(secondsOfDay: [7 * 3600], weekdays: [])
        let now = try Sample.moment("2026-04-03T07:00:00+02:00")
        #expect(times.latestSlot(at: now, in: Sample.amsterdam) == nil)
        #expect(times.nextSlot(after: now, in: Sample.amsterdam) == nil)
        #expect(times.dueSlot(at: now, last: try slot("2026-04-01T07:00"), in: Sample.amsterdam) == nil)
    }

    @Test("A slot reads what it writes", arguments: ["2026-04-01T07:00", "2026-12-31T23:59", "2026-01-01T00:00"])
    func roundTrips(text: String) throws {
        #expect(try slot(text).description == text)
    }

    @Test(
        "Anything else is no slot",
        arguments: [
            "", "2026-04-01", "2026-04-01T7", "2026-04-01T24:00", "2026-04-01T07:60", "2026-02-30T07:00",
            "2026-04-01T07:00T", "2026-04-01T7:0",
            "2026-04-01T07:x:00",
        ]
    )
    func refuses(text: String) {
        #expect(DigestSlot(text) == nil)
    }
}
