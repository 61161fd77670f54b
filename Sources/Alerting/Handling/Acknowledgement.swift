package import Indicators

/// Somebody has seen an open episode and deals with it: until that is over it is no news.
///
/// It ends early where the alert becomes worse: that is told as ever.
package struct Acknowledgement: Hashable, Sendable {
    /// When it ends of itself.
    package enum End: Hashable, Sendable {
        /// When the episode ends.
        case resolved
        /// At the beginning of that day, in the configured zone.
        case date(CalendarDate)
        /// When a value of a later period than the one that is told now has been taken in.
        case nextMeasurement
    }

    /// The name of who did it, as given.
    package let by: String
    /// The reason, as given.
    package let why: String?
    package let at: Instant
    package let until: End
    /// The period that was told then; `nil` where none was.
    package let period: Period?

    package init(by: String, why: String?, at: Instant, until: End, period: Period? = nil) {
        self.by = by
        self.why = why
        self.at = at
        self.until = until
        self.period = period
    }

    /// Whether a value of a later period than the one that was told then is what is told now.
    func isOver(by told: Period?) -> Bool {
        switch until {
        case .resolved, .date: false
        case .nextMeasurement: told.map { now in period.map { now.end > $0.end } ?? true } ?? false
        }
    }
}

extension Acknowledgement.End: LosslessStringConvertible {
    /// `resolved`, `next-measurement` or a date: how commands, log and store write it.
    package var description: String {
        switch self {
        case .resolved: "resolved"
        case .nextMeasurement: "next-measurement"
        case .date(let date): date.description
        }
    }

    /// Reads what ``description`` writes, and the Dutch words.
    package init?(_ text: String) {
        switch text {
        case "resolved", "opgelost": self = .resolved
        case "next-measurement", "volgende-meting": self = .nextMeasurement
        default:
            guard let date = CalendarDate(text) else { return nil }
            self = .date(date)
        }
    }
}
