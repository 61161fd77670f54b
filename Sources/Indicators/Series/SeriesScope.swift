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

extension SeriesKey {
    /// The series that this one is a part of: the same indicator for a larger area, for a larger part of the
    /// population, or for both.
    ///
    /// The nearest come first. At most four pairs of a breakdown are taken apart.
    package var ancestors: [SeriesKey] {
        let areas = area.largerAreas
        return areas.flatMap { area in
            breakdown.largerBreakdowns.map { SeriesKey(indicator: indicator, area: area, breakdown: $0) }
        }
        .filter { $0 != self }
    }
}

extension AreaCode {
    /// The area itself, then its district and its municipality, as CBS numbers them: `BU03030101`, `WK030301`, `GM0303`.
    fileprivate var largerAreas: [AreaCode] {
        let digits = description.dropFirst(2)
        let municipality = AreaCode("GM\(digits.prefix(4))")
        switch (description.prefix(2), digits.count) {
        case ("BU", 8): return [self, AreaCode("WK\(digits.prefix(6))"), municipality]
        case ("WK", 6): return [self, municipality]
        default: return [self]
        }
    }
}

extension Breakdown {
    /// The breakdown itself, then those with some of its pairs left out, everybody last.
    fileprivate var largerBreakdowns: [Breakdown] {
        let pairs = description.split(separator: ",")
        guard (1...4).contains(pairs.count) else { return self == .total ? [self] : [self, .total] }
        let masks = (0..<(1 << pairs.count)).sorted { ($0.nonzeroBitCount, $0) > ($1.nonzeroBitCount, $1) }
        return masks.compactMap { mask in
            Breakdown(
                pairs.enumerated().filter { mask & (1 << $0.offset) != 0 }.map { String($0.element) }.joined(
                    separator: ","
                )
            )
        }
    }
}
