internal import Indicators

/// A period as a cell writes it.
struct WrittenPeriod {
    let period: Period
    /// Whether it ends in `*` or `**`: provisional.
    let isStarred: Bool
}
