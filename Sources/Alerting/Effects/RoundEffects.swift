package import Assessment
internal import Indicators

/// What one round of judging means for the files that brought it about.
package struct RoundEffects: Sendable {
    /// A series of the round in which files changed something.
    package struct Judged: Sendable {
        package let assessment: SeriesAssessment
        package let isExpected: Bool
        /// The light that it had; `nil` where that is not known.
        package let before: Light?
        /// Whether it had been judged at all.
        package let wasJudged: Bool
        /// The SHA-256 of each file.
        package let files: Set<String>

        package init(
            _ assessment: SeriesAssessment,
            isExpected: Bool,
            before: Light?,
            wasJudged: Bool,
            files: Set<String>
        ) {
            self.assessment = assessment
            self.isExpected = isExpected
            self.before = before
            self.wasJudged = wasJudged
            self.files = files
        }
    }

    /// By the SHA-256 of the file.
    package let byFile: [String: ImportEffects]

    /// The effects of a round.
    ///
    /// - Parameters:
    ///   - judged: the series in which files changed something.
    ///   - transitions: what happened to alerts in the round.
    ///   - notices: what is told of it.
    ///   - outlooks: of the subscriptions that are told, by their ids.
    package init(
        _ judged: [Judged],
        transitions: [Transition],
        notices: [Notice],
        outlooks: [String: MailOutlook]
    ) {
        let changes = Dictionary(grouping: transitions, by: \.episode.alert.series)
        let told = Dictionary(grouping: notices, by: \.episode.alert.series)
        var effects: [String: ImportEffects] = [:]
        for series in judged {
            let key = series.assessment.key
            let effect = Self.effect(series, changes[key] ?? [], told[key] ?? [], outlooks)
            for file in series.files {
                effects[file, default: ImportEffects()] = effects[file, default: ImportEffects()].with(effect)
            }
        }
        byFile = effects
    }

    /// `nil` where nobody sees anything else than before.
    private static func effect(
        _ series: Judged,
        _ transitions: [Transition],
        _ notices: [Notice],
        _ outlooks: [String: MailOutlook]
    ) -> SeriesEffect? {
        let light = series.assessment.light
        let isSeen: Bool =
            switch series.before {
            case let before?: before != light
            // What comes to be known as grey was as unknown before.
            case nil: !series.wasJudged && light != .grey
            }
        guard isSeen || !transitions.isEmpty else { return nil }
        return SeriesEffect(
            series: series.assessment.key,
            isExpected: series.isExpected,
            period: series.assessment.latest?.period,
            light: light,
            before: series.before,
            changes: transitions.map { SeriesEffect.Change(rule: $0.episode.alert.rule, kind: $0.kind) },
            told: told(notices.compactMap { outlooks[$0.subscription]?.told(of: $0) })
        )
    }

    /// Each address once, by its first mail.
    private static func told(_ all: [SeriesEffect.Told]) -> [SeriesEffect.Told] {
        var met: Set<String> = []
        return all.sorted { ($0.slot ?? "", $0.address) < ($1.slot ?? "", $1.address) }
            .filter { met.insert($0.address).inserted }
    }
}

extension ImportEffects {
    fileprivate func with(_ effect: SeriesEffect?) -> ImportEffects {
        guard let effect else { return self }
        var effects = self
        effects.add(effect)
        return effects
    }
}
