/// The series that a target holds for: all of its indicator, or those of one area or one breakdown.
package struct SeriesScope: Hashable, Sendable, CustomStringConvertible {
    /// The one area; `nil` for every area.
    package let area: AreaCode?
    /// The one breakdown; `nil` for every breakdown.
    package let breakdown: Breakdown?

    /// Every series of the indicator.
    package static let all = SeriesScope()

    package init(area: AreaCode? = nil, breakdown: Breakdown? = nil) {
        self.area = area
        self.breakdown = breakdown
    }

    /// Whether the series is meant.
    package func covers(_ key: SeriesKey) -> Bool {
        (area == nil || area == key.area) && (breakdown == nil || breakdown == key.breakdown)
    }

    /// How closely it says which series it means: the more, the closer.
    var closeness: Int { (area == nil ? 0 : 1) + (breakdown == nil ? 0 : 1) }

    /// `WK030301 leeftijd=65+`; `all` for every series.
    package var description: String {
        let parts = [area?.description, breakdown.map { $0 == .total ? "totaal" : $0.description }].compactMap(\.self)
        return parts.isEmpty ? "all" : parts.joined(separator: " ")
    }
}

extension Sequence<IndicatorTarget> {
    /// The targets that hold for the series.
    ///
    /// Within the yearly path, and within each goal, a target that is meant for the series more closely replaces those
    /// that are meant for more series.
    func holding(for key: SeriesKey) -> [IndicatorTarget] {
        let covering = filter { $0.scope.covers(key) }
        let closest = Dictionary(covering.map { ($0.goal, $0.scope.closeness) }, uniquingKeysWith: Swift.max)
        return covering.filter { $0.scope.closeness == closest[$0.goal] }
    }
}
