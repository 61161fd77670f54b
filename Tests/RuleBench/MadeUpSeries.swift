import Assessment
import Indicators

/// A made-up series with its targets, as of each of its values.
struct MadeUpSeries {
    let indicator: Indicator
    let observations: [RecordedObservation]
    let targets: [IndicatorTarget]
    /// The places that are judged.
    let judged: Range<Int>

    /// What the rules say as of one place.
    func findings(at place: Int, _ rules: RuleSet) -> [Finding] {
        let series = SeriesSubject(
            indicator: indicator,
            history: SeriesHistory(
                key: SeriesKey(indicator: indicator.id, area: "GM0303"),
                observations: Array(observations[...place])
            ),
            targets: targets
        )
        return rules.deciding(for: indicator).map { $0.finding(for: series, on: CalendarDate(dayNumber: 0)) }
    }
}

/// What alerts a series gives.
struct MadeUpAlerts {
    /// The places at which a published figure that misses its own target opened one.
    private(set) var facts: [Int] = []
    /// The places at which an inference opened one.
    private(set) var inferred: [Int] = []

    init(of series: MadeUpSeries, _ rules: RuleSet) {
        var open: Set<String> = []
        for place in series.judged {
            for finding in series.findings(at: place, rules) where finding.rule != OverdueEvidence.rule {
                take(finding, at: place, &open)
            }
        }
    }

    private mutating func take(_ finding: Finding, at place: Int, _ open: inout Set<String>) {
        let rule = finding.rule.rawValue
        switch finding.state {
        case .deviates where finding.opensAlert && !open.contains(rule):
            open.insert(rule)
            if finding.isFact { facts.append(place) } else { inferred.append(place) }
        case .inOrder, .informs: open.remove(rule)
        case .deviates, .unknown: break
        }
    }
}

extension Finding {
    /// Whether it says that a published figure misses the target of its own period.
    fileprivate var isFact: Bool { reason == Reason(TargetReason.missed) }
}
