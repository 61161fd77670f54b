internal import Indicators

/// Makes one observation of the rows that give its value and the bounds of its interval.
///
/// The three need not stand together, so they are kept to the end of the file: those of watched areas only.
struct MarginAssembler {
    /// What a row gives of an observation.
    enum Part {
        case value
        case lower
        case upper
        case halfWidth
    }

    private struct Key: Hashable {
        let series: SeriesKey
        let period: Period
    }

    private var values: [Key: ObservedRow] = [:]
    private var order: [Key] = []
    private var lower: [Key: ObservedRow] = [:]
    private var upper: [Key: ObservedRow] = [:]
    private var halfWidths: [Key: ObservedRow] = [:]

    /// Keeps the row; gives it back where the same part was given before, to be held against that one.
    mutating func take(_ row: ObservedRow, as part: Part) -> RowOutcome? {
        let key = Key(series: row.series, period: row.observation.period)
        let known: ObservedRow?
        switch part {
        case .value:
            known = values[key]
            if known == nil {
                values[key] = row
                order.append(key)
            }
        case .lower:
            known = lower[key]
            if known == nil { lower[key] = row }
        case .upper:
            known = upper[key]
            if known == nil { upper[key] = row }
        case .halfWidth:
            known = halfWidths[key]
            if known == nil { halfWidths[key] = row }
        }
        guard let known else { return nil }
        return .fault(.conflict(row, with: known.observation, onLine: known.line))
    }

    /// The observations, in the order in which their values stand in the file, and the other rows: those that belong to a
    /// value are in it, and the others have none.
    func finish() -> [RowOutcome] {
        let found = order.compactMap { key in values[key].map { whole($0, key) } }
        let told = Set(found.compactMap(\.line))
        let parts = [values, lower, upper, halfWidths].joined().filter { !told.contains($0.value.line) }
        let others = parts.map { key, row in
            RowSkip(line: row.line, reason: values[key] == nil ? .boundAlone : .boundOfValue)
        }
        return found + others.sorted { $0.line < $1.line }.map(RowOutcome.skipped)
    }

    private func whole(_ row: ObservedRow, _ key: Key) -> RowOutcome {
        if let half = halfWidths[key] { return whole(row, half) }
        let interval = ValueRange(minimum: lower[key]?.observation.value, maximum: upper[key]?.observation.value)
        guard interval.minimum != nil || interval.maximum != nil else { return .observed(row) }
        guard interval.contains(row.observation.value) else {
            return .fault(
                RowFault(
                    .intervalNotAroundValue,
                    line: row.line,
                    cell: row.observation.value.written(decimalSign: ",")
                )
                .about(persons: row.persons)
            )
        }
        return .observed(row.with(interval: interval))
    }

    /// The value with as much to each side of it.
    private func whole(_ row: ObservedRow, _ half: ObservedRow) -> RowOutcome {
        let (value, width) = (row.observation.value, half.observation.value)
        guard width >= .zero, let low = value.subtracting(width), let high = value.adding(width) else {
            let cell = width.written(decimalSign: ",")
            let fault = RowFault(.intervalNotAroundValue, line: half.line, cell: cell)
            return .fault(fault.about(persons: row.persons))
        }
        return .observed(row.with(interval: ValueRange(minimum: low, maximum: high)))
    }
}
