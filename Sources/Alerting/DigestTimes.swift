package import Indicators

/// The hours and days at which a digest goes out, as a clock in the configured zone shows them.
///
/// A day counts where its weekday, its day of the month or its date is chosen.
package struct DigestTimes: Hashable, Sendable {
    /// Seconds since midnight.
    package let secondsOfDay: [Int]
    /// ISO 8601 weekdays: 1 is Monday.
    package let weekdays: Set<Int>
    /// Days of the month, 1 through 31; in a month that has no such day its last one counts.
    package let monthDays: Set<Int>
    /// Single days, each with the name of what happens then.
    package let moments: [PlanningMoment]

    package init(
        secondsOfDay: [Int],
        weekdays: Set<Int> = Set(1...7),
        monthDays: Set<Int> = [],
        moments: [PlanningMoment] = []
    ) {
        self.secondsOfDay = secondsOfDay.sorted()
        self.weekdays = weekdays
        self.monthDays = monthDays
        self.moments = moments.sorted { ($0.date, $0.name) < ($1.date, $1.name) }
    }
}

extension DigestTimes {
    /// The latest slot that has begun at the moment; `nil` where there is none.
    package func latestSlot(at now: Instant, in zone: LocalZone) -> DigestSlot? {
        let today = zone.local(now).date
        let days = (0...Self.longestGap).lazy.map { today.adding(days: -$0) }.filter(isRegular)
        let regular = days.flatMap { slots(on: $0).reversed() }.first { zone.instant($0.local) <= now }
        let single = moments.lazy.reversed().flatMap { slots(on: $0.date).reversed() }
            .first { zone.instant($0.local) <= now }
        return [regular, single].compactMap(\.self).max()
    }

    /// The first slot that begins after the moment; `nil` where there is none.
    package func nextSlot(after now: Instant, in zone: LocalZone) -> DigestSlot? {
        let today = zone.local(now).date
        let days = (0...Self.longestGap).lazy.map { today.adding(days: $0) }.filter(isRegular)
        let regular = days.flatMap(slots).first { zone.instant($0.local) > now }
        let single = moments.lazy.flatMap { slots(on: $0.date) }.first { zone.instant($0.local) > now }
        return [regular, single].compactMap(\.self).min()
    }

    /// In days: no two of the same day of the month lie further apart, with one more for today.
    private static let longestGap = 32

    private func isRegular(_ date: CalendarDate) -> Bool {
        if weekdays.contains(date.weekday) || monthDays.contains(date.day) { return true }
        return date.adding(days: 1).day == 1 && monthDays.contains { $0 > date.day }
    }

    private func slots(on date: CalendarDate) -> [DigestSlot] {
        secondsOfDay.map { DigestSlot(local: LocalDateTime(date: date, secondOfDay: $0)) }
    }

    /// The slot that is owed at the moment, if any.
    ///
    /// Slots that passed while nobody watched are merged into the latest. One that is older than ``mostLate`` waits for the
    /// next where that comes as soon; else it is told late, since the next may be a month away. A subscription that is
    /// seen for the first time owes nothing for the hours before.
    ///
    /// - Parameters:
    ///   - now: the moment.
    ///   - last: the latest slot that was dealt with, or that lay behind when the subscription was first seen.
    ///   - zone: the zone in which the hours are meant.
    /// - Returns: the latest slot after `last`.
    package func dueSlot(at now: Instant, last: DigestSlot?, in zone: LocalZone) -> DigestSlot? {
        guard let last, let latest = latestSlot(at: now, in: zone), latest > last else { return nil }
        return isOvertaken(latest, at: now, in: zone) ? nil : latest
    }

    /// In seconds: a digest that is later than this is told with the next one, where that comes within the same time.
    package static let mostLate = 12 * 3600

    private func isOvertaken(_ slot: DigestSlot, at now: Instant, in zone: LocalZone) -> Bool {
        guard now.seconds - zone.instant(slot.local).seconds > Self.mostLate, let next = nextSlot(after: now, in: zone)
        else { return false }
        return zone.instant(next.local).seconds - now.seconds <= Self.mostLate
    }

    /// The moments of planning and control that a slot is for: those since the slot that was dealt with before it.
    package func moments(of slot: DigestSlot, after last: DigestSlot?) -> [PlanningMoment] {
        let (first, day) = (last?.local.date, slot.local.date)
        return moments.filter { moment in
            moment.date <= day && (first.map { $0 < moment.date } ?? (moment.date == day))
        }
    }
}

// MARK: As kept
extension DigestTimes: CustomStringConvertible {
    /// The times as a store keeps them, so that changed ones are seen as such.
    ///
    /// `07:00,16:00 1,2,3,4,5`, with days of the month and dates `07:00 - m1,31 d2026-06-01`. The names of dates do not
    /// count.
    package var description: String {
        let hours = secondsOfDay.map { LocalDateTime(date: CalendarDate(dayNumber: 0), secondOfDay: $0).clock }
        let more =
            (monthDays.isEmpty ? "" : " m\(monthDays.sorted().map(String.init).joined(separator: ","))")
            + (moments.isEmpty ? "" : " d\(moments.map(\.date.description).joined(separator: ","))")
        let days = weekdays.sorted().map(String.init).joined(separator: ",")
        return "\(hours.joined(separator: ",")) \(days.isEmpty && !more.isEmpty ? "-" : days)\(more)"
    }

    /// Reads what ``description`` writes, and what earlier versions did.
    package init?(_ text: String) {
        let parts = text.split(separator: " ")
        guard parts.count >= 2 else { return nil }
        let clocks = parts[0].split(separator: ",").map { $0.split(separator: ":").compactMap { Int(digits: $0) } }
        guard clocks.allSatisfy({ $0.count == 2 && $0[0] < 24 && $0[1] < 60 }) else { return nil }
        func list(_ sign: Character) -> [Substring] {
            parts.dropFirst(2).first { $0.first == sign }?.dropFirst().split(separator: ",") ?? []
        }
        self.init(
            secondsOfDay: clocks.map { $0[0] * 3600 + $0[1] * 60 },
            weekdays: Set(parts[1].split(separator: ",").compactMap { Int(digits: $0) }),
            monthDays: Set(list("m").compactMap { Int(digits: $0) }),
            moments: list("d").compactMap { CalendarDate($0).map { PlanningMoment(name: "", date: $0) } }
        )
        guard description == text else { return nil }
    }
}
