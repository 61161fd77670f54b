/// Everything that is watched: programmes, indicators, targets and areas, with the look-ups that judging needs.
package struct IndicatorRegister: Sendable {
    package let programmes: [Programme]
    package let indicators: [IndicatorID: Indicator]
    /// The cells of the yearly paths of every indicator as transcribed, `Nb` and `-` included, ordered by period.
    package let paths: [IndicatorID: [IndicatorTarget]]
    /// What the documents themselves report of milestones, ordered by date.
    package let reported: [IndicatorID: [Observation]]
    /// The last measured value that the document of an indicator shows.
    package let documented: [IndicatorID: PeriodValue]
    /// The names of the areas that files may name.
    package let areaNames: [AreaCode: String]
    /// The areas that are not watched and that values of an indicator are compared with.
    package let references: [IndicatorID: Set<AreaCode>]
    /// The names of all of them.
    let referenceNames: [AreaCode: String]
    /// The targets of the periods between those cells, where the configuration asks for them.
    private let interpolated: [IndicatorID: [IndicatorTarget]]
    private let goalTargets: [IndicatorID: [IndicatorTarget]]
    private let dependants: [IndicatorID: [IndicatorID]]
    private let programmesByID: [String: Programme]

    package init(
        programmes: [Programme],
        indicators: [Indicator],
        paths: [IndicatorID: [IndicatorTarget]],
        interpolated: [IndicatorID: [IndicatorTarget]] = [:],
        reported: [IndicatorID: [Observation]] = [:],
        documented: [IndicatorID: PeriodValue] = [:],
        areaNames: [AreaCode: String]
    ) {
        self.programmes = programmes
        self.indicators = Dictionary(indicators.map { ($0.id, $0) }) { first, _ in first }
        self.paths = paths
        self.interpolated = interpolated
        self.reported = reported
        self.documented = documented
        self.areaNames = areaNames
        let compared = ReferenceAreas(of: indicators, watched: areaNames.keys)
        references = compared.areas
        referenceNames = compared.names
        goalTargets = Dictionary(
            grouping: programmes.flatMap(\.packages).flatMap(\.goals).flatMap(\.targets),
            by: \.indicator
        )
        programmesByID = Dictionary(programmes.map { ($0.id, $0) }) { first, _ in first }
        var dependants: [IndicatorID: [IndicatorID]] = [:]
        for indicator in indicators {
            for input in indicator.derivation?.inputs ?? [] { dependants[input, default: []].append(indicator.id) }
        }
        self.dependants = dependants
    }

    /// The targets of the indicator that ask something: its yearly path first, then its goals in order.
    package func targets(of indicator: IndicatorID) -> [IndicatorTarget] {
        cells(of: indicator).filter { $0.notation.requirement != nil }
    }

    /// The targets that hold for one series: its yearly path first, then its goals in order.
    ///
    /// A path of its own replaces the general one also where its cells ask nothing.
    package func targets(of series: SeriesKey) -> [IndicatorTarget] {
        demands(of: series.indicator).targets(of: series)
    }

    /// The budgets of whole years of a budget line as they were set first, by year; none of anything else.
    package func budgets(of indicator: Indicator) -> [Int: ExactDecimal] {
        guard indicator.budget != nil, let series = expectedSeries(of: indicator) else { return [:] }
        let years = targets(of: series).filter { $0.period.kind == .year }
        return Dictionary(years.compactMap { target in target.absoluteValue.map { (target.period.year, $0) } }) { $1 }
    }

    /// The first year of which a programme says anything: what it aims at, shows, reports or awaits; `nil` for none.
    package func beginning(of programme: String) -> Int? {
        let ids = indicators.values.filter { $0.programme == programme }
        return ids.compactMap { indicator in
            let aimed = cells(of: indicator.id).flatMap { [$0.period, $0.notation.requirement?.baseline] }
            let shown = (reported[indicator.id] ?? []).map(\.period)
            return (aimed + shown + [indicator.cadence.first, documented[indicator.id]?.period])
                .compactMap(\.self).map(\.year).min()
        }
        .min()
    }

    /// What is asked of the series of an indicator, for who asks it of many.
    package func demands(of indicator: IndicatorID) -> SeriesDemands {
        SeriesDemands(path: path(of: indicator), goals: goalTargets[indicator] ?? [])
    }

    /// The periods of which the document says that nothing is asked of the series: its cells `-`.
    package func unaskedPeriods(of series: SeriesKey) -> UnaskedPeriods {
        UnaskedPeriods(path: path(of: series.indicator).holding(for: series))
    }

    /// The cells of the yearly path that hold for one series as transcribed, `Nb` and `-` included, ordered by period.
    package func transcribedPath(of series: SeriesKey) -> [IndicatorTarget] {
        (paths[series.indicator] ?? []).holding(for: series)
    }

    private func cells(of indicator: IndicatorID) -> [IndicatorTarget] {
        path(of: indicator) + (goalTargets[indicator] ?? [])
    }

    /// The history with what the documents themselves report of the milestone.
    ///
    /// A file that reports of the same day goes before the document. Where a moment is given, a report about a later day was
    /// not known by then.
    package func withReported(_ history: SeriesHistory, knownBy moment: Instant? = nil) -> SeriesHistory {
        guard let reports = reported[history.key.indicator], let indicator = indicators[history.key.indicator],
            expectedSeries(of: indicator) == history.key
        else { return history }
        let known = Set(history.observations.map(\.period))
        let added = reports.filter { !known.contains($0.period) }
            .map { report in
                RecordedObservation(
                    report,
                    revision: 1,
                    importHash: nil,
                    recordedAt: LocalZone.utc.start(of: report.period.end)
                )
            }
            .filter { recorded in moment.map { recorded.recordedAt <= $0 } ?? true }
        return added.isEmpty ? history : SeriesHistory(key: history.key, observations: history.observations + added)
    }

    private func path(of indicator: IndicatorID) -> [IndicatorTarget] {
        let cells = paths[indicator] ?? []
        guard let between = interpolated[indicator] else { return cells }
        return (cells + between).sorted { $0.period < $1.period }
    }

    /// The derived indicators that this one is an input of.
    package func dependants(of indicator: IndicatorID) -> [IndicatorID] { dependants[indicator] ?? [] }

    /// The derived series that have to be judged anew when this one changes.
    package func dependants(of series: SeriesKey) -> [SeriesKey] {
        dependants(of: series.indicator).compactMap { indicators[$0] }.flatMap { $0.derivedKeys(from: series) }
    }

    /// The programme with this id.
    package func programme(_ id: String) -> Programme? { programmesByID[id] }

    /// The indicators in the order of the documents.
    package var indicatorsInOrder: [Indicator] {
        programmes.flatMap(\.packages).flatMap(\.indicators).compactMap { indicators[$0] }
    }

    /// The series that must exist for this indicator even without a value: its programme's area, everybody.
    package func expectedSeries(of indicator: Indicator) -> SeriesKey? {
        programmesByID[indicator.programme].map { SeriesKey(indicator: indicator.id, area: $0.area) }
    }

    /// The area that a file names by its code or by its name, blanks around it aside; `nil` where it is not known.
    package func area(named text: String) -> AreaCode? { AreaNames(areaNames).area(named: text) }

    /// The code or name of a known area that the text is another spelling of; `nil` where it may be another area's.
    package func areaRespelling(of text: String) -> String? { AreaNames(areaNames).respelling(of: text) }

    /// Whether the text is most likely the name of a known area with a letter too few or too many.
    package func isSlipOfAnArea(_ text: String) -> Bool { AreaNames(areaNames).isSlip(text) }
}
