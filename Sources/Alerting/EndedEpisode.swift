package import Assessment

/// An episode that has ended, with what was told of it and not put right since.
package struct EndedEpisode: Hashable, Sendable {
    package let episode: Episode
    /// The latest first.
    package let told: [FindingFacts]

    package init(episode: Episode, told: [FindingFacts]) {
        self.episode = episode
        self.told = told
    }

    /// The episode as it was told last of a value that does not hold any more; `nil` where there is none.
    ///
    /// A series that is made of others has no values in a store that could be taken back: what became of them its
    /// judgement knows.
    package func untrue(by assessment: SeriesAssessment) -> Episode? {
        let wrong = told.first { facts in
            assessment.correction(of: facts).map { $0.holds != $0.amount } ?? false
        }
        return wrong.map { facts in
            var untrue = episode
            untrue.facts = facts
            return untrue
        }
    }

    /// What was told by the changes of an episode and not put right since, the latest first.
    ///
    /// A correction puts right all that was told before it, and tells a value itself: the one that holds since.
    package static func told(by changes: [(kind: AlertEventKind, facts: FindingFacts)]) -> [FindingFacts] {
        let first = changes.lastIndex { $0.kind == .corrected } ?? changes.startIndex
        return changes[first...].reversed().compactMap { $0.facts.stated }
    }
}

extension FindingFacts {
    /// The facts with the value that they say holds; `nil` where they say of none that it does.
    package var stated: FindingFacts? {
        switch lapse {
        case .valueWithdrawn:
            guard let correction, let amount = correction.holds, let revision = correction.revision,
                !about.isMilestone
            else { return nil }
            var facts = self
            facts.period = correction.period
            facts.value = Value(amount: amount, revision: revision)
            return facts
        case .clockWasWrong: return nil
        case .edited, .undecidable, .revised, .withdrawn, nil: return self
        }
    }
}
