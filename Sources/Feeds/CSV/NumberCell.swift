internal import Indicators

/// A number as a cell writes it.
struct NumberCell: Equatable {
    let value: ExactDecimal
    /// Whether a `%` follows it.
    let hasPercent: Bool
    /// Whether it ends in `*` or `**`: provisional.
    let isStarred: Bool
}
