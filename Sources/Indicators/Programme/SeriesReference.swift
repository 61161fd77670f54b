/// A series that another one is made of: an indicator, and the breakdown where one is named.
package struct SeriesReference: Hashable, Sendable, CustomStringConvertible {
    package let indicator: IndicatorID
    /// The one breakdown that is meant; `nil` for the breakdown of the series that is made.
    package let breakdown: Breakdown?

    package init(_ indicator: IndicatorID, breakdown: Breakdown? = nil) {
        self.indicator = indicator
        self.breakdown = breakdown
    }

    /// Reads `beschikkingen` or `beschikkingen[vorm=gezinsgericht]`; `nil` for anything else.
    package init?(_ text: some StringProtocol) {
        let sides = text.split(separator: "[", maxSplits: 1, omittingEmptySubsequences: false)
        let id = sides[0].trimmed
        guard !id.isEmpty else { return nil }
        guard sides.count == 2 else {
            self.init(IndicatorID(id))
            return
        }
        guard sides[1].hasSuffix("]"), let breakdown = Breakdown(sides[1].dropLast()), breakdown != .total else {
            return nil
        }
        self.init(IndicatorID(id), breakdown: breakdown)
    }

    /// `beschikkingen[vorm=gezinsgericht]`.
    package var description: String { breakdown.map { "\(indicator)[\($0)]" } ?? indicator.description }

    /// The series that is meant for a derived one; `nil` where a part of the population is asked of a fixed part.
    package func key(for derived: SeriesKey) -> SeriesKey? {
        guard let breakdown else {
            return SeriesKey(indicator: indicator, area: derived.area, breakdown: derived.breakdown)
        }
        guard derived.breakdown == .total else { return nil }
        return SeriesKey(indicator: indicator, area: derived.area, breakdown: breakdown)
    }

    /// The series of an indicator that refers to `input` in this way; `nil` where another breakdown is meant.
    package func asker(_ id: IndicatorID, of input: SeriesKey) -> SeriesKey? {
        guard let breakdown else {
            return SeriesKey(indicator: id, area: input.area, breakdown: input.breakdown)
        }
        return breakdown == input.breakdown ? SeriesKey(indicator: id, area: input.area) : nil
    }
}
