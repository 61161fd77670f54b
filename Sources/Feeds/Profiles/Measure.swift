package import Indicators

/// What the numbers of a column are.
package struct Measure: Hashable, Sendable {
    /// `nil` where another column says it.
    package let indicator: IndicatorID?
    /// The unit as the supplier has it; `nil`: the one of the indicator.
    package let unit: String?
    /// The power of ten that a number has to be multiplied by: 3 for `x 1 000`.
    package let scale: Int
    /// Of which part of the indicator they are; `nil`: other columns say it, or of the whole.
    package let breakdown: String?
    /// The members of other columns, by the title of the column, for whose rows only the numbers are of this measure.
    package let when: [String: String]

    package init(
        indicator: IndicatorID? = nil,
        unit: String? = nil,
        scale: Int = 0,
        breakdown: String? = nil,
        when: [String: String] = [:]
    ) {
        self.indicator = indicator
        self.unit = unit
        self.scale = scale
        self.breakdown = breakdown
        self.when = when
    }
}
