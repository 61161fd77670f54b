/// What is asked of the series of one indicator, put together once for many of them.
package struct SeriesDemands: Sendable {
    private let path: [IndicatorTarget]
    private let goals: [IndicatorTarget]
    /// What is asked of each series, where no cell is meant for some of them only.
    private let common: (targets: [IndicatorTarget], unasked: UnaskedPeriods)?

    /// The demands of a yearly path and of goals.
    init(path: [IndicatorTarget], goals: [IndicatorTarget]) {
        self.path = path
        self.goals = goals
        let isCommon = (path + goals).allSatisfy { $0.scope == .all }
        common =
            isCommon
            ? ((path + goals).filter { $0.notation.requirement != nil }, UnaskedPeriods(path: path)) : nil
    }

    /// The targets that hold for one series: its yearly path first, then its goals in order.
    ///
    /// A path of its own replaces the general one also where its cells ask nothing.
    package func targets(of series: SeriesKey) -> [IndicatorTarget] {
        common?.targets ?? (path + goals).holding(for: series).filter { $0.notation.requirement != nil }
    }

    /// The periods of which the document says that nothing is asked of the series: its cells `-`.
    package func unaskedPeriods(of series: SeriesKey) -> UnaskedPeriods {
        common?.unasked ?? UnaskedPeriods(path: path.holding(for: series))
    }
}
