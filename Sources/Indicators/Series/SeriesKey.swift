/// One indicator for one area and one breakdown.
package struct SeriesKey: Hashable, Comparable, Sendable, Codable, CustomStringConvertible {
    package let indicator: IndicatorID
    package let area: AreaCode
    package let breakdown: Breakdown

    package init(indicator: IndicatorID, area: AreaCode, breakdown: Breakdown = .total) {
        self.indicator = indicator
        self.area = area
        self.breakdown = breakdown
    }

    /// The key in one word, for logs and as part of an alert's identity: `wmo-maatwerk/GM0303` or
    /// `wmo-maatwerk/GM0303/leeftijd=65+`.
    package var description: String {
        breakdown == .total ? "\(indicator)/\(area)" : "\(indicator)/\(area)/\(breakdown)"
    }

    package static func < (left: Self, right: Self) -> Bool {
        (left.indicator, left.area, left.breakdown) < (right.indicator, right.area, right.breakdown)
    }
}
