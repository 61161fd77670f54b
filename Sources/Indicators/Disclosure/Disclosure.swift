/// What may be told of values that count persons.
///
/// Everything that is told passes through it: what it hides is not there any more where words are made. What is decided,
/// and what a store keeps, stays exact.
package struct Disclosure: Sendable {
    private var persons: PersonCounts
    private var hidden: [SeriesKey: Set<Period>]
    /// The values that hold, of every series that counts persons and is known.
    private let holding: HoldingValues

    /// Hides nothing: nothing counts persons, or whoever looks may see it.
    package static let exact = Disclosure(.none, histories: [])

    /// What may be told, by the values that hold now.
    ///
    /// - Parameters:
    ///   - persons: which series count persons.
    ///   - histories: of all of them.
    package init(_ persons: PersonCounts, histories: [SeriesHistory]) {
        self.persons = persons
        hidden = Dictionary(grouping: SmallCells(persons, histories).hidden, by: \.series)
            .mapValues { Set($0.map(\.period)) }
        holding = HoldingValues(histories.lazy.filter { persons.contains($0.key) })
    }

    /// The same for the rows of a file whose feed says that it counts persons.
    package func ofPersons(_ isOfPersons: Bool) -> Disclosure {
        guard isOfPersons else { return self }
        var disclosure = self
        disclosure.persons = persons.withEverything()
        return disclosure
    }

    /// What may be told by both: of an earlier day nothing is told that would give away what is hidden now.
    package func narrowed(by other: Disclosure) -> Disclosure {
        var both = self
        both.hidden.merge(other.hidden) { $0.union($1) }
        return both
    }

    /// Whether nothing counts persons, or all may be seen.
    package var isExact: Bool { persons.isEmpty }

    /// Whether the series counts persons.
    package func concerns(_ series: SeriesKey) -> Bool { persons.contains(series) }

    /// Whether any series of any of the indicators counts persons.
    package func concerns(anyOf indicators: Set<IndicatorID>) -> Bool {
        !indicators.isEmpty && !persons.concerned(among: indicators).isEmpty
    }

    /// The periods of the series whose value may not be told.
    package func hiddenPeriods(of series: SeriesKey) -> Set<Period> { hidden[series] ?? [] }

    /// The series of which some value may not be told, in their order.
    package var hiddenSeries: [SeriesKey] { hidden.keys.sorted() }

    /// Whether the value may not be told.
    ///
    /// One that does not hold any more is hidden too: whether it gave another one away, nobody can tell now.
    ///
    /// - Parameters:
    ///   - value: the value, which need not hold any more.
    ///   - base: of a share, how many persons it is a share of; `nil` where that is not known.
    ///   - period: its period.
    ///   - series: its series.
    /// - Returns: whether it is hidden.
    package func hides(_ value: ExactDecimal, of base: Int? = nil, in period: Period, _ series: SeriesKey) -> Bool {
        guard let measure = persons.measure(of: series) else { return false }
        if measure.isTooSmall(value, of: base) || hiddenPeriods(of: series).contains(period) { return true }
        return holding.contradict(value, in: period, of: series)
    }

    /// Whether the observation may not be told.
    package func hides(_ observation: Observation, of series: SeriesKey) -> Bool {
        hides(observation.value, of: observation.sampleSize, in: observation.period, series)
    }
}

extension SmallCells {
    /// The cells of these series, with the totals that they are parts of.
    fileprivate init(_ persons: PersonCounts, _ histories: [SeriesHistory]) {
        var numbers: [Cell: Number] = [:]
        for history in histories {
            guard let measure = persons.measure(of: history.key) else { continue }
            for recorded in history.observations {
                let cell = Cell(series: history.key, period: recorded.period)
                numbers[cell] = Number(recorded.observation, measure)
            }
        }
        let rows = Dictionary(grouping: numbers.keys) { Row(indicator: $0.series.indicator, period: $0.period) }
        let made = numbers.keys.sorted().compactMap { Calculated($0, persons.measure(of: $0.series)) }
        self.init(
            numbers: numbers,
            totals: rows.values.flatMap { Total.among($0) } + made.compactMap { $0.total(of: numbers) },
            results: Dictionary(made.compactMap { $0.result(of: numbers) }) { first, _ in first }
        )
    }

    private struct Row: Hashable {
        let indicator: IndicatorID
        let period: Period
    }
}

extension SmallCells.Number {
    fileprivate init(_ observation: Observation, _ measure: PersonMeasure) {
        let base = observation.sampleSize.map { ExactDecimal($0) }
        self.init(
            amount: observation.value,
            weight: measure.isCount ? observation.value.magnitude : base ?? observation.value.magnitude,
            isCount: measure.isCount,
            isTooSmall: measure.isTooSmall(observation.value, of: observation.sampleSize),
            limit: ExactDecimal(measure.limits.hideBelow)
        )
    }
}

/// A cell that is calculated from others.
private struct Calculated {
    let cell: SmallCells.Cell
    let operation: Derivation.Operation
    let operands: [SmallCells.Cell]

    init?(_ cell: SmallCells.Cell, _ measure: PersonMeasure?) {
        guard let derivation = measure?.derivation else { return nil }
        self.cell = cell
        operation = derivation.operation
        operands = derivation.references.compactMap { $0.key(for: cell.series) }
            .map { SmallCells.Cell(series: $0, period: cell.period) }
    }

    /// What adds up: a sum with its parts, and what was subtracted with the difference.
    func total(of numbers: [SmallCells.Cell: SmallCells.Number]) -> SmallCells.Total? {
        let known = operands.filter { numbers[$0] != nil }
        switch operation {
        case .sum: return SmallCells.Total(whole: cell, parts: known, isCalculated: true)
        case .difference:
            guard let first = operands.first, numbers[first] != nil else { return nil }
            return SmallCells.Total(whole: first, parts: Array(known.dropFirst()) + [cell], isCalculated: true)
        case .mean, .ratio, .share: return nil
        }
    }

    /// What a part may be worked back from: a mean, a ratio and a share of what is hidden.
    func result(of numbers: [SmallCells.Cell: SmallCells.Number]) -> (SmallCells.Cell, [SmallCells.Cell])? {
        switch operation {
        case .sum: nil
        case .difference, .mean, .ratio, .share: (cell, operands.filter { numbers[$0] != nil })
        }
    }
}
