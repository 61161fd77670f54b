package import Assessment
package import Indicators

/// What one round of judging does to the episodes.
package struct EpisodeChanges: Hashable, Sendable {
    /// In the order in which they are logged.
    package internal(set) var transitions: [Transition] = []
    /// Open episodes whose facts are newer, without a change to tell.
    package private(set) var refreshed: [Episode] = []

    /// The changes that follow from judgements.
    ///
    /// - Parameters:
    ///   - assessments: the series that were judged.
    ///   - unwatched: the series that had to be judged and whose indicator is no longer configured.
    ///   - state: the episodes of all of them.
    ///   - register: for the titles that are told.
    ///   - rules: the rules that there are, for what they say of an alert that they no longer judge.
    ///   - opening: the indicators that come under watch now.
    ///   - judgedAt: as of which moment each series was judged before, where that is known.
    ///   - now: the moment of the judgements.
    package init(
        of assessments: [SeriesAssessment],
        unwatched: Set<SeriesKey>,
        state: EpisodeState,
        register: IndicatorRegister,
        rules: RuleRegistry,
        opening: Set<IndicatorID> = [],
        judgedAt: [SeriesKey: Instant] = [:],
        at now: Instant
    ) {
        let open = Dictionary(grouping: state.open.values, by: \.alert.series)
        for assessment in assessments {
            for finding in assessment.findings {
                let isOpening = opening.contains(assessment.key.indicator)
                let began = judgedAt[assessment.key].flatMap {
                    state.correction(opening: finding, assessment, since: $0)
                }
                take(Self.decision(finding, assessment, state, register, began, isOpening: isOpening, at: now))
            }
            let judging = Set(assessment.findings.map(\.rule))
            let lapsed = (open[assessment.key] ?? []).filter { !judging.contains($0.alert.rule) }
            transitions += lapsed.sorted { $0.alert < $1.alert }
                .map { EditDecision.rest($0, JudgementEdit(cause: .edited, wasOpen: true), rules: rules, at: now) }
        }
        let judged = Dictionary(assessments.map { ($0.key, $0) }) { first, _ in first }
        transitions += state.untrue.sorted { $0.alert < $1.alert }.map { episode in
            let assessment = judged[episode.alert.series]
            return EpisodeDecision.correct(
                episode,
                by: assessment?.correction(of: episode.facts),
                next: assessment?.nextDue,
                at: now
            )
        }
        transitions += unwatched.flatMap { open[$0] ?? [] }.sorted { $0.alert < $1.alert }
            .map { EditDecision.rest($0, JudgementEdit(cause: .withdrawn, wasOpen: true), rules: rules, at: now) }
    }

    /// Changes as they are.
    package init(transitions: [Transition] = [], refreshed: [Episode] = []) {
        self.transitions = transitions
        self.refreshed = refreshed
    }

    /// The episodes as they are after the changes, closed ones among them.
    package var episodes: [Episode] { refreshed + transitions.map(\.episode) }

    private static func decision(
        _ finding: Finding,
        _ assessment: SeriesAssessment,
        _ state: EpisodeState,
        _ register: IndicatorRegister,
        _ began: ValueCorrection?,
        isOpening: Bool,
        at now: Instant
    ) -> EpisodeDecision {
        let alert = AlertKey(rule: finding.rule, series: assessment.key)
        let open = state.open[alert]
        let severity = finding.severity ?? open?.facts.severity ?? .warning
        // Most findings are in order and have no episode: what they would tell is then not put together.
        guard finding.severity != nil || open != nil else { return .unchanged }
        return EpisodeDecision.decide(
            finding,
            facts: FindingFacts(finding, of: assessment, in: register, severity: severity),
            series: assessment.key,
            open: open,
            correction: open.map { assessment.correction(of: $0.facts) } ?? began,
            earlier: state.counts[alert] ?? 0,
            isOpening: isOpening,
            at: now
        )
    }

    private mutating func take(_ decision: EpisodeDecision) {
        switch decision {
        case .unchanged: break
        case .refreshed(let episode): refreshed.append(episode)
        case .changed(let transition): transitions.append(transition)
        }
    }
}
