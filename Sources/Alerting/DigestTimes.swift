package import Indicators

/// The hours and weekdays at which a digest goes out, as a clock in the configured zone shows them.
package struct DigestTimes: Hashable, Sendable {
    /// Seconds since midnight.
    package let secondsOfDay: [Int]
    /// ISO 8601 weekdays: 1 is Monday.
    package let weekdays: Set<Int>

    package init(secondsOfDay: [Int], weekdays: Set<Int> = Set(1...7)) {
        self.secondsOfDay = secondsOfDay.sorted()
        self.weekdays = weekdays
    }
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

// MARK: As kept
extension DigestTimes: CustomStringConvertible {
    /// `07:00,16:00 1,2,3,4,5`: the store keeps it, so that changed hours are seen as such.
    package var description: String {
        let hours = secondsOfDay.map { LocalDateTime(date: CalendarDate(dayNumber: 0), secondOfDay: $0).clock }
        return "\(hours.joined(separator: ",")) \(weekdays.sorted().map(String.init).joined(separator: ","))"
    }

    /// Reads what ``description`` writes.
    package init?(_ text: String) {
        let parts = text.split(separator: " ")
        guard parts.count == 2 else { return nil }
        let clocks = parts[0].split(separator: ",").map { $0.split(separator: ":").compactMap { Int(digits: $0) } }
        let days = parts[1].split(separator: ",").compactMap { Int(digits: $0) }
        guard clocks.allSatisfy({ $0.count == 2 && $0[0] < 24 && $0[1] < 60 }) else { return nil }
        self.init(secondsOfDay: clocks.map { $0[0] * 3600 + $0[1] * 60 }, weekdays: Set(days))
        guard description == text else { return nil }
    }
}
