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

    @Test("Days of the month count beside those of the week; a day that a month lacks is its last one")
    func monthDays() throws {
        let times = DigestTimes(secondsOfDay: [7 * 3600], weekdays: [], monthDays: [15, 31])
        let slots = try due(times, from: "2027-01-01T00:00:00Z", to: "2027-05-01T12:00:00Z", last: "2027-01-01T07:00")
        #expect(
            slots.map { String($0.prefix(10)) } == [
                "2027-01-15", "2027-01-31", "2027-02-15", "2027-02-28", "2027-03-15", "2027-03-31", "2027-04-15",
                "2027-04-30",
            ]
        )
        let both = DigestTimes(secondsOfDay: [7 * 3600], weekdays: [1], monthDays: [30, 31])
        let march = try due(both, from: "2028-02-21T00:00:00Z", to: "2028-03-07T12:00:00Z", last: "2028-02-20T07:00")
        // 2028 is a leap year: its 29 February stands for the 30th and the 31st.
        #expect(march.map { String($0.prefix(10)) } == ["2028-02-21", "2028-02-28", "2028-02-29", "2028-03-06"])
    }

    @Test("Half past two on a day of the month comes once in both nights of a clock change")
    func monthDayAtClockChange() throws {
        let times = DigestTimes(secondsOfDay: [2 * 3600 + 1800], weekdays: [], monthDays: [25, 29])
        #expect(
            try due(times, from: "2026-03-28T12:00:00Z", to: "2026-03-30T12:00:00Z", last: "2026-03-25T02:30") == [
                "2026-03-29T02:30 at 2026-03-29T03:30:00+02:00"
            ]
        )
        #expect(
            try due(times, from: "2026-10-24T12:00:00Z", to: "2026-10-26T12:00:00Z", last: "2026-09-29T02:30") == [
                "2026-10-25T02:30 at 2026-10-25T02:30:00+02:00"
            ]
        )
    }

    private static let moments = [("zomernota", "2026-06-01"), ("begroting", "2026-10-01")].compactMap { name, date in
        CalendarDate(date).map { PlanningMoment(name: name, date: $0) }
    }

    @Test("Moments of planning and control come on their dates, and the slot knows which it is for")
    func moments() throws {
        let times = DigestTimes(secondsOfDay: [7 * 3600], weekdays: [], moments: Self.moments)
        let slots = try due(times, from: "2026-05-01T00:00:00Z", to: "2026-12-31T00:00:00Z", last: "2026-05-01T00:00")
        #expect(slots.map { String($0.prefix(16)) } == ["2026-06-01T07:00", "2026-10-01T07:00"])
        let june = try slot("2026-06-01T07:00")
        #expect(times.moments(of: june, after: try slot("2026-05-01T00:00")).map(\.name) == ["zomernota"])
        // What was missed is told with the next; what was told is not told again on the same day.
        #expect(
            times.moments(of: try slot("2026-10-01T07:00"), after: try slot("2026-05-01T00:00")).map(\.name)
                == ["zomernota", "begroting"]
        )
        #expect(times.moments(of: try slot("2026-06-01T16:00"), after: june).isEmpty)
        #expect(times.latestSlot(at: try Sample.moment("2026-05-01T00:00:00Z"), in: Sample.amsterdam) == nil)
    }

    @Test(
        "A digest that is more than half a day late waits for the next one, where that comes as soon",
        arguments: [
            (Set(1...7), "2026-04-05T18:59:00+02:00", "2026-04-05T07:00"),
            (Set(1...7), "2026-04-05T20:00:00+02:00", nil),
            // On Friday evening the next one is on Monday.
            (Set(1...5), "2026-04-03T20:00:00+02:00", "2026-04-03T07:00"),
            (Set(1...5), "2026-04-05T20:00:00+02:00", nil),
        ]
    )
    func overtaken(weekdays: Set<Int>, now: String, expected: String?) throws {
        let times = DigestTimes(secondsOfDay: [7 * 3600], weekdays: weekdays)
        let found = times.dueSlot(at: try Sample.moment(now), last: try slot("2026-04-01T07:00"), in: Sample.amsterdam)
        #expect(found?.description == expected)
    }

    @Test("Times read what they write, and what an earlier version wrote")
    func kept() throws {
        let all = DigestTimes(
            secondsOfDay: [25_200, 57_600],
            weekdays: [1],
            monthDays: [1, 31],
            moments: Self.moments
        )
        #expect(all.description == "07:00,16:00 1 m1,31 d2026-06-01,2026-10-01")
        let dates = DigestTimes(secondsOfDay: [25_200], weekdays: [], moments: Self.moments)
        #expect(dates.description == "07:00 - d2026-06-01,2026-10-01")
        let texts = [all.description, dates.description, "07:00 - m31", "07:00,16:00 1,2,3,4,5", "07:00 1"]
        for text in texts { #expect(DigestTimes(text)?.description == text) }
        #expect(DigestTimes(secondsOfDay: [25_200], weekdays: [5]) == DigestTimes("07:00 5"))
        for text in ["", "07:00", "07:00 8x", "07:00 1 m0x", "07:00 1 d2026-13-01", "07:00 1 x1", "25:00 1"] {
            #expect(DigestTimes(text) == nil, "\(text)")
        }
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
