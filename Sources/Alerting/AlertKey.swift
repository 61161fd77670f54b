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

    /// The alerts that may speak for this one, the nearest first: of other rules on its series, then those of the series
    /// that its own is a part of.
    package var wholes: [AlertKey] {
        rule.speakers.map { AlertKey(rule: $0, series: series) }
            + series.ancestors.map { AlertKey(rule: rule, series: $0) }
    }

    /// Whether one of these alerts may speak for this one.
    package func isPart(of wholes: Set<AlertKey>) -> Bool { self.wholes.contains { wholes.contains($0) } }

    package static func < (left: Self, right: Self) -> Bool {
        (left.series, left.rule.rawValue) < (right.series, right.rule.rawValue)
    }
}
