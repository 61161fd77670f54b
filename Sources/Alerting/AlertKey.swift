package import Assessment
package import Indicators

/// The identity of an alert: one rule on one series, whatever happens to its numbers.
package struct AlertKey: Hashable, Comparable, Sendable, CustomStringConvertible {
    package let rule: RuleName
    package let series: SeriesKey

    package init(rule: RuleName, series: SeriesKey) {
        self.rule = rule
        self.series = series
    }

    /// `target:wmo-maatwerk/GM0303`.
    package var description: String { "\(rule.rawValue):\(series)" }

    /// Whether its series is part of the series of one of these alerts, by the same rule.
    package func isPart(of wholes: Set<AlertKey>) -> Bool {
        series.ancestors.contains { wholes.contains(AlertKey(rule: rule, series: $0)) }
    }

    package static func < (left: Self, right: Self) -> Bool {
        (left.series, left.rule.rawValue) < (right.series, right.rule.rawValue)
    }
}
