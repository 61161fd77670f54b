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
    /// percentages are asked is told. An amount of a budget line is held against the budget, and the last one of its year.
    package func question(_ row: ObservedRow) -> RowFault? {
        let value = row.observation.value
        guard let plausible = row.plausible else { return nil }
        if let budget = plausible.budget { return question(row, budget, times: plausible.times) }
        guard let last = reference(for: row.observation.period) ?? plausible.documented else {
            return fraction(row, plausible)
        }
        guard !plausible.allows(value, after: last.value) else { return nil }
        let isLarger = value.magnitude > last.value.magnitude
        return fault(row, .after(last.value, period: last.period, times: plausible.times, isLarger: isLarger))
            .about(persons: row.persons)
    }

    private func question(_ row: ObservedRow, _ budget: PlausibleBudget, times: Int) -> RowFault? {
        let (value, period) = (row.observation.value, row.observation.period)
        let last = lastOfYear(beside: period)
        return switch budget.doubt(value, in: period, after: last) {
        case .budget(let kind, let amount, let year):
            fault(row, .budget(kind, value, of: amount, year: year, budget.unit))
        case .last(let isLarger):
            last.map { fault(row, .after($0.value, period: $0.period, times: times, isLarger: isLarger)) }
        case nil: nil
        }
    }

    private func fraction(_ row: ObservedRow, _ plausible: PlausibleChange) -> RowFault? {
        guard let target = plausible.target, let meant = plausible.percentage(meantBy: row.observation.value) else {
            return nil
        }
        return fault(row, .fraction(meant: meant, target: target))
    }

    private func fault(_ row: ObservedRow, _ detail: FaultDetail) -> RowFault {
        RowFault(
            .implausible,
            line: row.line,
            column: PlainColumn.value.dutch,
            cell: row.observation.value.written(decimalSign: ","),
            detail: detail
        )
    }

    /// The last value of another period of the same year; one that lies before it goes before one that follows.
    private func lastOfYear(beside period: Period) -> PeriodValue? {
        let others = [latest, earlier].compactMap(\.self)
            .filter { $0.period != period && $0.period.year == period.year }
        return others.first { $0.period < period } ?? others.first
    }

    /// The last value of another period, else the one that the row gives anew.
    private func reference(for period: Period) -> PeriodValue? {
        guard let latest, latest.period == period else { return latest }
        return earlier ?? latest
    }
}
