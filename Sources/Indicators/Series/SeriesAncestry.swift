extension SeriesKey {
    /// The series that this one is a part of: the same indicator for a larger area, for a larger part of the
    /// population, or for both.
    ///
    /// The nearest come first. At most four pairs of a breakdown are taken apart.
    package var ancestors: [SeriesKey] {
        let breakdowns = breakdown.largerBreakdowns
        let all = area.largerAreas.flatMap { area in
            breakdowns.map { SeriesKey(indicator: indicator, area: area, breakdown: $0) }
        }
        // The series itself is the nearest of all.
        return Array(all.dropFirst())
    }
}

extension AreaCode {
    /// The area itself, then its district and its municipality, as CBS numbers them: `BU03030101`, `WK030301`, `GM0303`.
    fileprivate var largerAreas: [AreaCode] {
        let digits = description.dropFirst(2)
        switch (description.prefix(2), digits.utf8.count) {
        case ("BU", 8): return [self, AreaCode("WK\(digits.prefix(6))"), AreaCode("GM\(digits.prefix(4))")]
        case ("WK", 6): return [self, AreaCode("GM\(digits.prefix(4))")]
        default: return [self]
        }
    }

    /// The areas that it lies in, the smallest first: district and municipality.
    var larger: [AreaCode] { Array(largerAreas.dropFirst()) }

    /// How the codes of the areas begin that lie within this one: `WK0303` and `BU0303` in `GM0303`.
    package var beginningsWithin: [String] {
        let digits = description.dropFirst(2)
        switch (description.prefix(2), digits.utf8.count) {
        case ("GM", 4): return ["BU\(digits)", "WK\(digits)"]
        case ("WK", 6): return ["BU\(digits)"]
        default: return []
        }
    }
}

extension Breakdown {
    /// The breakdown itself, then those with some of its pairs left out, everybody last.
    fileprivate var largerBreakdowns: [Breakdown] {
        let pairs = description.split(separator: ",")
        guard (1...4).contains(pairs.count) else { return self == .total ? [self] : [self, .total] }
        return Self.choices[pairs.count - 1].map { choice in Breakdown(ordered: choice.map { pairs[$0] }) }
    }

    /// The ways to leave out some of one, two, three or four pairs: those that keep most come first.
    private static let choices: [[[Int]]] = (1...4).map { count in
        (0..<(1 << count)).sorted { ($0.nonzeroBitCount, $0) > ($1.nonzeroBitCount, $1) }
            .map { mask in (0..<count).filter { mask & (1 << $0) != 0 } }
    }
}
