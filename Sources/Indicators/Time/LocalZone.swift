/// The rules of one time zone: what a clock there shows at a moment.
///
/// The rules come from outside (`Catalogue` gives those of the system), so that the code above needs no tables.
package struct LocalZone: Sendable {
    /// The IANA name: `Europe/Amsterdam`.
    package let name: String
    private let offset: @Sendable (Instant) -> Int

    /// A zone whose offset from UTC, in seconds, is given by a function of the moment.
    package init(name: String, offset: @escaping @Sendable (Instant) -> Int) {
        self.name = name
        self.offset = offset
    }

    /// Coordinated universal time.
    package static let utc = LocalZone(name: "UTC") { _ in 0 }

    /// What the clock shows at the moment.
    package func local(_ instant: Instant) -> LocalDateTime {
        let seconds = instant.seconds + offset(instant)
        let day = seconds >= 0 ? seconds / 86_400 : (seconds - 86_399) / 86_400
        return LocalDateTime(date: CalendarDate(dayNumber: day), secondOfDay: seconds - day * 86_400)
    }

    /// The first moment at which the clock shows this time or, where the clock skips it, a later one.
    package func instant(_ local: LocalDateTime) -> Instant {
        let asUTC = Instant(seconds: local.date.dayNumber * 86_400 + local.secondOfDay)
        let before = asUTC.adding(seconds: -offset(asUTC.adding(seconds: -86_400)))
        let after = asUTC.adding(seconds: -offset(asUTC.adding(seconds: 86_400)))
        let candidates = [before, after].sorted().filter { self.local($0) == local }
        return candidates.first ?? max(before, after)
    }

    /// The first moment of a day.
    package func start(of date: CalendarDate) -> Instant { instant(LocalDateTime(date: date, secondOfDay: 0)) }

    /// The moment with its offset, as RFC 3339 writes it: `2026-04-01T08:00:00+02:00`.
    package func timestamp(_ instant: Instant) -> String {
        let local = local(instant)
        let second = (local.secondOfDay % 60).padded(to: 2)
        return "\(local.date)T\(local.clock):\(second)\(writtenOffset(at: instant, separator: ":"))"
    }

    /// The offset from UTC as RFC 3339 (`+02:00`) or, without separator, RFC 5322 (`+0200`) writes it.
    package func writtenOffset(at instant: Instant, separator: String) -> String {
        let minutes = offset(instant) / 60
        let sign = minutes < 0 ? "-" : "+"
        return
            "\(sign)\((abs(minutes) / 60).padded(to: 2))\(separator)\((abs(minutes) % 60).padded(to: 2))"
    }
}
