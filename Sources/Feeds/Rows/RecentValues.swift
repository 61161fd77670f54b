package import Indicators

/// The last values of one series, against which the next one is held.
package struct RecentValues: Hashable, Sendable {
    /// The value of the latest period.
    private var latest: PeriodValue?
    /// The one before it: what the latest is held against when it is given anew.
    private var earlier: PeriodValue?

    package init() {}

    /// Notes a value that holds now; of older periods than the last two it is forgotten.
    package mutating func note(_ value: ExactDecimal, of period: Period) {
        let new = PeriodValue(period: period, value: value)
        guard let latest, latest.period != period else {
            self.latest = new
            return
        }
        if latest.period < period {
            (self.latest, earlier) = (new, latest)
        } else if earlier.map({ $0.period <= period }) ?? true {
            earlier = new
        }
    }

    /// Whether the row gives a value that has to be confirmed first; the fault says so.
    ///
    /// A first value is held against the last one that the document shows; where it shows none, only a part of one where
    /// percentages are asked is told.
    package func question(_ row: ObservedRow) -> RowFault? {
        let value = row.observation.value
        guard let plausible = row.plausible else { return nil }
        guard let last = reference(for: row.observation.period) ?? plausible.documented else {
            return fraction(row, plausible)
        }
        guard !plausible.allows(value, after: last.value) else { return nil }
        return RowFault(
            .implausible,
            line: row.line,
            column: PlainColumn.value.dutch,
            cell: value.written(decimalSign: ","),
            detail: .after(
                last.value,
                period: last.period,
                times: plausible.times,
                isLarger: value.magnitude > last.value.magnitude
            )
        )
        .about(persons: row.persons)
    }

    private func fraction(_ row: ObservedRow, _ plausible: PlausibleChange) -> RowFault? {
        guard let target = plausible.target, let meant = plausible.percentage(meantBy: row.observation.value) else {
            return nil
        }
        return RowFault(
            .implausible,
            line: row.line,
            column: PlainColumn.value.dutch,
            cell: row.observation.value.written(decimalSign: ","),
            detail: .fraction(meant: meant, target: target)
        )
    }

    /// The last value of another period, else the one that the row gives anew.
    private func reference(for period: Period) -> PeriodValue? {
        guard let latest, latest.period == period else { return latest }
        return earlier ?? latest
    }
}
