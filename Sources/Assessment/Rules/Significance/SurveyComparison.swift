package import Indicators

/// A survey beside the one before it, by their standard errors.
package struct SurveyComparison: Hashable, Sendable, Codable {
    /// The period of the survey before.
    package let period: Period
    package let value: ExactDecimal
    /// The difference in standard errors, rounded; above 0 where the later value is higher.
    package let statistic: ExactDecimal
    package let isSignificant: Bool
}
