/// The difference of two surveys by their standard errors (methods, section 5.3).
///
/// That two intervals overlap is no test: it is too cautious.
package struct SurveyDifference: Hashable, Sendable {
    /// The difference in standard errors.
    package let statistic: Double

    /// `nil` where neither has an error.
    package init?(_ first: Double, error firstError: Double, _ second: Double, error secondError: Double) {
        let error = (firstError * firstError + secondError * secondError).squareRoot()
        guard error > 0 else { return nil }
        statistic = (first - second) / error
    }

    /// Whether the two differ by more than chance, at 95 %.
    package var isSignificant: Bool { abs(statistic) > 2 }
}
