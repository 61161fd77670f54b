package import Indicators

/// What one row is to what is known of its series and period: new, unchanged, a revision, a duplicate or a conflict.
///
/// Another value is a revision. So is the same value with another status, interval, sample size, source, reference date or
/// note; where the row is silent about one of the latter five, what was known of it stays. Another report of a milestone,
/// of its status or the day on which it is expected, counts as another value. Within one file nothing is revised: two rows
/// that give one series and period different values or reports contradict each other, and else the later one only repeats.
package enum RowDecision: Hashable, Sendable {
    /// The first value of its period.
    case new
    /// It says what was known.
    case unchanged
    /// What was known makes way for what holds from now on.
    case revision(of: Observation, to: Observation)
    /// An earlier row of the file says the same.
    case duplicate
    /// An earlier row of the file, which stands on the line, says something else.
    case conflict(with: Observation, onLine: Int)

    /// Decides on what a row says of its series and period.
    ///
    /// - Parameters:
    ///   - said: what the row says.
    ///   - known: what holds; `nil` where nothing was said of the period yet.
    ///   - line: the line of an earlier row of the same file that gave what holds, or said it again; `nil` where only
    ///     earlier files did.
    /// - Returns: the decision.
    package static func on(_ said: Observation, after known: Observation?, saidOnLine line: Int?) -> RowDecision {
        guard let known else { return .new }
        if let line { return said.agrees(with: known) ? .duplicate : .conflict(with: known, onLine: line) }
        return known.contains(said) ? .unchanged : .revision(of: known, to: known.followed(by: said))
    }
}

extension Observation {
    /// Whether both say the same: one value and, where both report of a milestone, one report.
    package func agrees(with other: Observation) -> Bool {
        guard value == other.value else { return false }
        return milestone == nil || other.milestone == nil || milestone == other.milestone
    }

    /// Whether a later row says nothing that is not said already.
    fileprivate func contains(_ later: Observation) -> Bool {
        agrees(with: later) && status == later.status
            && (later.interval == nil || later.interval == interval)
            && (later.sampleSize == nil || later.sampleSize == sampleSize)
            && (later.source == nil || later.source == source)
            && (later.referenceDate == nil || later.referenceDate == referenceDate)
            && (later.note == nil || later.note == note)
            && (later.milestone == nil || later.milestone == milestone)
    }

    /// What holds after a later row: its words, and where it is silent about a particular of the same value, the old.
    ///
    /// A file without a column for the source says nothing about the source; it does not take it back. A report of a
    /// milestone counts as a whole: another one says by itself by when it is expected, and why.
    fileprivate func followed(by later: Observation) -> Observation {
        guard agrees(with: later) else { return later }
        return Observation(
            period: period,
            value: value,
            status: later.status,
            interval: later.interval ?? interval,
            sampleSize: later.sampleSize ?? sampleSize,
            source: later.source ?? source,
            referenceDate: later.referenceDate ?? referenceDate,
            note: later.note ?? note,
            milestone: later.milestone ?? milestone
        )
    }
}
