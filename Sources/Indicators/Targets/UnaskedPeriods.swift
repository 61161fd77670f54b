/// The periods of which a document says that nothing is asked: the cells `-` of a yearly path.
///
/// Where the path ends with such a cell, nothing is asked of the periods after it either.
package struct UnaskedPeriods: Hashable, Sendable {
    /// The cells themselves, ordered by period.
    package let periods: [Period]
    private let last: Period?

    /// No period.
    package static let none = UnaskedPeriods(path: [])

    /// The periods of a path.
    package init(path: [IndicatorTarget]) {
        let cells = path.sorted { $0.period < $1.period }
        periods = cells.filter { $0.notation.content == .noTarget }.map(\.period)
        last = cells.last?.notation.content == .noTarget ? cells.last?.period : nil
    }

    /// Whether nothing is asked of the period.
    package func contains(_ period: Period) -> Bool {
        if periods.contains(period) { return true }
        return last.map { $0.kind == period.kind && period > $0 } ?? false
    }
}
