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
}
