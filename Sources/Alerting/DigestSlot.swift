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

    /// Whether it was dealt with by a clock that ran ahead of this one.
    package func isAhead(of now: Instant, in zone: LocalZone) -> Bool { zone.instant(local).isAhead(of: now) }

    package static func < (left: Self, right: Self) -> Bool { left.local < right.local }
}
