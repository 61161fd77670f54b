package import Assessment
package import Indicators

/// Which indicators of a programme a page shows, so many at a time.
package struct ProgrammeSelection: Hashable, Sendable {
    /// So many indicators stand on a page.
    package static let size = 50

    /// In the order of the document.
    package let shown: [IndicatorID]
    /// How many are asked for.
    package let count: Int
    /// How many the programme has.
    package let total: Int
    /// From 1; the last one where a later one was asked for.
    package let page: Int
    package let pageCount: Int
    /// The owners that the programme's indicators have, and the layers that they lie in.
    let owners: [String]
    let layers: [IndicatorLayer]

    /// The selection.
    ///
    /// - Parameters:
    ///   - programme: the programme.
    ///   - filter: what is asked for.
    ///   - register: the indicators.
    ///   - light: the light of an indicator in the area of its programme, as it may be told.
    package init(
        of programme: Programme,
        by filter: SeriesFilter,
        in register: IndicatorRegister,
        light: (IndicatorID) -> Light
    ) {
        let all = programme.packages.flatMap(\.indicators).compactMap { register.indicators[$0] }
        let matching = all.filter { indicator in
            filter.selects(indicator) && filter.light.map { $0 == light(indicator.id) } ?? true
        }
        count = matching.count
        total = all.count
        pageCount = max(1, (matching.count + Self.size - 1) / Self.size)
        page = min(max(1, filter.page), pageCount)
        owners = Set(all.compactMap(\.owner)).sorted()
        let layers = Set(all.compactMap(\.layer))
        self.layers = IndicatorLayer.allCases.filter(layers.contains)
        shown = matching.dropFirst((page - 1) * Self.size).prefix(Self.size).map(\.id)
    }

    /// The packages to show: those of the indicators and, where nothing is left out, those that have none.
    func packages(of programme: Programme, isFiltered: Bool) -> [Package] {
        let own = Set(shown)
        let isLast = page == pageCount
        return programme.packages.filter { package in
            package.indicators.contains(where: own.contains) || !isFiltered && isLast && package.indicators.isEmpty
        }
    }
}
