package import Indicators

/// The rule `benchmark`: the latest value beside those of a group of municipalities, or of the country, in the same
/// period.
///
/// Of a group it tells the place, the quarter, the distance to the median of the others and the z-score (methods,
/// sections 3 and 5.3); of the country the distance alone. A period of which too few others have a value is passed over
/// for an earlier one. It only informs: a place among others is no verdict.
package struct BenchmarkRule: Rule {
    package typealias Evidence = BenchmarkEvidence

    private let parameters: BenchmarkParameters

    package init(_ parameters: BenchmarkParameters) {
        self.parameters = parameters
    }

    package static var meaning: String { "the rule that compares a value with other municipalities; it only informs" }

    package static var onlyInforms: Bool { true }

    package func applies(to indicator: Indicator) -> Bool {
        indicator.hasDirectedValues && !indicator.benchmarks.isEmpty
    }

    package func inputs(for indicator: Indicator) -> [RuleInput] {
        [.areas(Set(indicator.benchmarks.flatMap(\.areas)).sorted())]
    }

    /// Judges the latest value.
    package func finding(for series: SeriesSubject, on today: CalendarDate) -> Finding {
        guard !series.history.key.area.isPartOfMunicipality else { return idle(.partOfMunicipality, series) }
        guard let stretch = MeasuredStretch(of: series, breaks: []) else { return idle(.noValue, series) }
        let groups = series.indicator.benchmarks.filter { $0.areas != [series.history.key.area] }
        let found = groups.map { ($0, standing(in: $0, stretch, series)) }
        let standings = found.compactMap(\.1)
        let reason = reason(standings)
        let evidence = BenchmarkEvidence(
            reason,
            standings: standings,
            silent: found.filter { $0.1 == nil }.map { silence(of: $0.0, stretch, series) },
            leastMembers: parameters.members,
            better: series.indicator.better
        )
        // What holds of an earlier period is no news of the latest.
        let isOfLatest = standings.contains { !$0.isCountry && $0.period == stretch.last.period }
        return Finding(evidence, isTold: isOfLatest && isTold(reason), of: stretch, in: series)
    }

    private func idle(_ reason: BenchmarkReason, _ series: SeriesSubject) -> Finding {
        let evidence = BenchmarkEvidence(
            reason,
            leastMembers: parameters.members,
            better: series.indicator.better
        )
        return Finding(.inOrder, evidence, light: nil)
    }

    /// How the value of the latest period stands of which enough others have one.
    private func standing(
        in group: AreaGroup,
        _ stretch: MeasuredStretch,
        _ series: SeriesSubject
    ) -> GroupStanding? {
        let least = group.isCountry ? 1 : parameters.members
        for own in stretch.values.reversed() {
            let others = others(in: group, of: own.period, series)
            guard others.count >= least else { continue }
            return GroupStanding(
                of: own,
                among: others,
                group,
                size: otherAreas(in: group, series).count,
                better: series.indicator.better
            )
        }
        return nil
    }

    private func silence(
        of group: AreaGroup,
        _ stretch: MeasuredStretch,
        _ series: SeriesSubject
    ) -> BenchmarkEvidence.Silence {
        BenchmarkEvidence.Silence(
            group: group.title,
            period: stretch.last.period,
            members: others(in: group, of: stretch.last.period, series).count,
            size: otherAreas(in: group, series).count
        )
    }

    private func otherAreas(in group: AreaGroup, _ series: SeriesSubject) -> [AreaCode] {
        group.areas.filter { $0 != series.history.key.area }
    }

    /// The values of the other areas in the period.
    private func others(in group: AreaGroup, of period: Period, _ series: SeriesSubject) -> [RecordedObservation] {
        let key = series.history.key
        return otherAreas(in: group, series).compactMap { area in
            let other = SeriesKey(indicator: key.indicator, area: area, breakdown: key.breakdown)
            return series.neighbours[other]?.observation(of: period)
        }
        .filter { !$0.isOfUnfinishedPeriod }
    }

    /// The worst of what the groups say.
    private func reason(_ standings: [GroupStanding]) -> BenchmarkReason {
        guard !standings.isEmpty else { return .tooFewMembers }
        switch standings.compactMap(\.quarter).max(by: { $0.rawValue < $1.rawValue }) {
        case .first: return .bestQuarter
        case .second, .third: return .middle
        case .fourth: return .worstQuarter
        case nil: return .besideCountry
        }
    }

    private func isTold(_ reason: BenchmarkReason) -> Bool {
        switch reason {
        case .worstQuarter: true
        case .bestQuarter: parameters.bothWays
        case .middle, .besideCountry, .tooFewMembers, .noValue, .partOfMunicipality: false
        }
    }
}
