package import Assessment
package import Indicators

extension EpisodeChanges {
    /// What the configuration said of an indicator before, and says now.
    package struct DefinitionEdit: Hashable, Sendable {
        package let cause: JudgementEdit.Cause
        /// `nil` where it is not known.
        package let before: JudgementTerms?
        package let after: JudgementTerms?

        package init(cause: JudgementEdit.Cause, before: JudgementTerms?, after: JudgementTerms?) {
            self.cause = cause
            self.before = before
            self.after = after
        }
    }

    /// What is known of the series that an edit is about.
    package struct Edited: Sendable {
        /// The series as judged by what holds now, of the values and the moment that they were last judged by.
        package var assessments: [SeriesAssessment]
        /// The series whose indicator the configuration no longer has.
        package var unwatched: Set<SeriesKey>
        /// The series with values that had not been judged yet when the edit was made: what follows from them is news.
        package var withNews: Set<SeriesKey>
        package var state: EpisodeState
        /// The last episodes that an edit had ended.
        package var resting: [AlertKey: Episode]
        package var definitions: [IndicatorID: DefinitionEdit]

        package init(
            assessments: [SeriesAssessment],
            unwatched: Set<SeriesKey>,
            withNews: Set<SeriesKey>,
            state: EpisodeState,
            resting: [AlertKey: Episode],
            definitions: [IndicatorID: DefinitionEdit]
        ) {
            self.assessments = assessments
            self.unwatched = unwatched
            self.withNews = withNews
            self.state = state
            self.resting = resting
            self.definitions = definitions
        }

        fileprivate func edit(of series: SeriesKey, wasOpen: Bool) -> JudgementEdit {
            let definition = definitions[series.indicator]
            let cause = unwatched.contains(series) ? JudgementEdit.Cause.withdrawn : definition?.cause ?? .edited
            return JudgementEdit(
                cause: cause,
                before: definition?.before,
                after: cause == .withdrawn ? nil : definition?.after,
                wasOpen: wasOpen
            )
        }
    }

    /// What an edit of the configuration does to the episodes, apart from any value.
    package init(by edited: Edited, register: IndicatorRegister, rules: RuleRegistry, at now: Instant) {
        self.init()
        let open = Dictionary(grouping: edited.state.open.values, by: \.alert.series)
        for assessment in edited.assessments {
            for finding in assessment.findings {
                transitions += Self.transitions(finding, assessment, edited, register, at: now)
            }
            let judging = Set(assessment.findings.map(\.rule))
            let rest = (open[assessment.key] ?? []).filter { !judging.contains($0.alert.rule) }
            transitions += Self.rest(rest, edited, rules, at: now)
        }
        transitions += Self.rest(edited.unwatched.flatMap { open[$0] ?? [] }, edited, rules, at: now)
    }

    private static func rest(
        _ episodes: [Episode],
        _ edited: Edited,
        _ rules: RuleRegistry,
        at now: Instant
    ) -> [Transition] {
        episodes.sorted { $0.alert < $1.alert }.map { episode in
            EditDecision.rest(episode, edited.edit(of: episode.alert.series, wasOpen: true), rules: rules, at: now)
        }
    }

    private static func transitions(
        _ finding: Finding,
        _ assessment: SeriesAssessment,
        _ edited: Edited,
        _ register: IndicatorRegister,
        at now: Instant
    ) -> [Transition] {
        let alert = AlertKey(rule: finding.rule, series: assessment.key)
        let open = edited.state.open[alert]
        let isKnown = open != nil || edited.resting[alert] != nil
        guard finding.severity != nil || isKnown, !edited.withNews.contains(assessment.key) else { return [] }
        let severity = finding.severity ?? open?.facts.severity ?? .warning
        var facts = FindingFacts(finding, of: assessment, in: register, severity: severity)
        facts.edit = edited.edit(of: assessment.key, wasOpen: open != nil)
        return EditDecision.transitions(
            finding,
            facts: facts,
            alert: alert,
            open: open,
            resting: edited.resting[alert],
            earlier: edited.state.counts[alert] ?? 0,
            at: now
        )
    }
}
