package import Indicators

/// A moment at which a digest is due: a local date and hour.
package struct DigestSlot: Hashable, Comparable, Sendable, CustomStringConvertible {
    package let local: LocalDateTime

    package init(local: LocalDateTime) {
        self.local = local
    }

    /// `2026-04-01T07:00`: the identity of the slot, the same before and after the clock is put back.
    package var description: String { "\(local.date)T\(local.clock)" }

    /// Reads what ``description`` writes.
    package init?(_ text: String) {
        let parts = text.split(separator: "T")
        guard parts.count == 2, let date = CalendarDate(parts[0]) else { return nil }
        let clock = parts[1].split(separator: ":").compactMap { Int(digits: $0) }
        guard clock.count == 2, clock[0] < 24, clock[1] < 60 else { return nil }
        local = LocalDateTime(date: date, secondOfDay: clock[0] * 3600 + clock[1] * 60)
        guard description == text else { return nil }
    }

    package static func < (left: Self, right: Self) -> Bool { left.local < right.local }
}

extension DigestTimes {
    /// The latest slot that has begun at the moment; `nil` where no weekday is chosen.
    package func latestSlot(at now: Instant, in zone: LocalZone) -> DigestSlot? {
        let today = zone.local(now).date
        return (0...7).lazy
            .flatMap { slots(on: today.adding(days: -$0)).reversed() }
            .first { zone.instant($0.local) <= now }
    }

    /// The first slot that begins after the moment; `nil` where no weekday is chosen.
    package func nextSlot(after now: Instant, in zone: LocalZone) -> DigestSlot? {
        let today = zone.local(now).date
        return (0...7).lazy
            .flatMap { slots(on: today.adding(days: $0)) }
            .first { zone.instant($0.local) > now }
    }

    private func slots(on date: CalendarDate) -> [DigestSlot] {
        guard weekdays.contains(date.weekday) else { return [] }
        return secondsOfDay.map { DigestSlot(local: LocalDateTime(date: date, secondOfDay: $0)) }
    }

    /// The slot that is owed at the moment, if any.
    ///
    /// Slots that passed while nobody watched are merged into the latest. A subscription that is seen for the first
    /// time owes nothing for the hours before.
    ///
    /// - Parameters:
    ///   - now: the moment.
    ///   - last: the latest slot that was dealt with, or that lay behind when the subscription was first seen.
    ///   - zone: the zone in which the hours are meant.
    /// - Returns: the latest slot after `last`.
    package func dueSlot(at now: Instant, last: DigestSlot?, in zone: LocalZone) -> DigestSlot? {
        guard let latest = latestSlot(at: now, in: zone) else { return nil }
        guard let last else { return nil }
        return latest > last ? latest : nil
    }
}
