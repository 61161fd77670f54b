extension Period {
    /// How many periods of its kind lie between this one and a later one: 1 for the next; negative for an earlier one.
    ///
    /// `nil` for another kind.
    package func steps(to other: Period) -> Int? {
        guard kind == other.kind else { return nil }
        switch kind {
        case .year, .schoolYear: return other.year - year
        case .halfYear: return (other.year - year) * 2 + other.index - index
        case .quarter: return (other.year - year) * 4 + other.index - index
        case .month: return (other.year - year) * 12 + other.index - index
        case .week: return (other.start.dayNumber - start.dayNumber) / 7
        case .day: return other.start.dayNumber - start.dayNumber
        }
    }
}
