/// Which cells of tables are hidden: those that are too small, and those by which one of them could be worked out
/// (methods, section 6.2).
///
/// The parts of one total stand in a row. Where one of them is hidden, the next smallest is hidden too, until at least two
/// are hidden that together are no longer too small: neither the total nor the row then gives any of them. Where there is
/// no other part to hide, the total is hidden, if its parts make it up. What is hidden in one row may be a part or a total
/// in another: that goes on until nothing changes.
struct SmallCells {
    /// A value of one series in one period.
    struct Cell: Hashable, Comparable {
        let series: SeriesKey
        let period: Period

        static func < (left: Self, right: Self) -> Bool { (left.series, left.period) < (right.series, right.period) }
    }

    /// What stands in a cell.
    struct Number {
        let amount: ExactDecimal
        /// By which the next smallest is found: the persons that it is about, as far as that is known.
        let weight: ExactDecimal
        /// Whether parts add up to a total.
        let isCount: Bool
        let isTooSmall: Bool
        /// What hidden parts have to come to together.
        let limit: ExactDecimal
    }

    /// Parts of one total; the total, where there is one.
    struct Total {
        let whole: Cell?
        let parts: [Cell]
        /// Whether the total is calculated from the parts, so that they make it up whatever else there is.
        var isCalculated = false
    }

    let numbers: [Cell: Number]
    let totals: [Total]
    /// The cells that are calculated from others in another way than by adding.
    let results: [Cell: [Cell]]

    /// The cells that are hidden.
    var hidden: Set<Cell> {
        var hidden = Set(numbers.filter(\.value.isTooSmall).keys)
        guard !hidden.isEmpty else { return hidden }
        var count = 0
        while count < hidden.count {
            count = hidden.count
            for total in totals {
                while let next = next(in: total, hidden) { hidden.insert(next) }
            }
            for (cell, operands) in results where operands.contains(where: hidden.contains) { hidden.insert(cell) }
        }
        return hidden
    }

    /// What has to be hidden as well, so that nothing hidden follows from the total; `nil` where that is enough.
    private func next(in total: Total, _ hidden: Set<Cell>) -> Cell? {
        let secret = total.parts.filter(hidden.contains)
        let whole = total.whole.flatMap { isMade($0, of: total) ? $0 : nil }
        let isWholeHidden = whole.map(hidden.contains) ?? false
        guard !secret.isEmpty || isWholeHidden, total.parts.count > 1 || whole != nil else { return nil }
        // With the total unknown, no part follows from the others.
        guard secret.isEmpty || !isWholeHidden, secret.count < 2 || !areEnough(secret) else { return nil }
        let shown = total.parts.filter { !hidden.contains($0) && numbers[$0].map { $0.amount != .zero } ?? false }
        return shown.min(by: isSmaller) ?? (isWholeHidden ? nil : whole)
    }

    private func isSmaller(_ one: Cell, _ other: Cell) -> Bool {
        let (left, right) = (numbers[one]?.weight ?? .zero, numbers[other]?.weight ?? .zero)
        return left == right ? one < other : left < right
    }

    /// Whether hidden parts are together no longer too small.
    private func areEnough(_ parts: [Cell]) -> Bool {
        let found = parts.compactMap { numbers[$0] }
        guard let first = found.first, found.allSatisfy(\.isCount) else { return true }
        return sum(parts).map { $0.magnitude >= first.limit } ?? true
    }

    /// Whether the parts make up the total, but for less than may be told.
    private func isMade(_ whole: Cell, of total: Total) -> Bool {
        guard let number = numbers[whole] else { return false }
        guard !total.isCalculated else { return true }
        guard number.isCount, let rest = sum(total.parts).flatMap({ number.amount.subtracting($0) }) else {
            return false
        }
        return rest.magnitude < number.limit
    }

    /// `nil` where a part is no count, or the sum has too many digits.
    private func sum(_ parts: [Cell]) -> ExactDecimal? {
        parts.reduce(Optional(.zero)) { sum, part in
            guard let number = numbers[part], number.isCount else { return nil }
            return sum?.adding(number.amount)
        }
    }
}
