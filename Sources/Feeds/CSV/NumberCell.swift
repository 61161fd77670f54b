internal import Indicators

/// A number as a cell writes it.
struct NumberCell: Equatable {
    let value: ExactDecimal
    /// The unit that stands with it, if one does.
    let mark: NumberMark?
    /// Whether it ends in `*` or `**`: provisional.
    let isStarred: Bool

    init(value: ExactDecimal, mark: NumberMark? = nil, isStarred: Bool = false) {
        self.value = value
        self.mark = mark
        self.isStarred = isStarred
    }

    /// Whether a `%` follows it.
    var hasPercent: Bool { mark == .percent }

    /// The same cell with its value in another scale.
    func with(_ value: ExactDecimal) -> NumberCell { NumberCell(value: value, mark: mark, isStarred: isStarred) }
}
