package import Indicators

/// Who is told of the changes of one round of judging.
///
/// An alert that is part of a larger one is not told apart to those who hear of the larger one; when that ends before it,
/// it is. What has to be known for that is asked for first (``Questions``), so that routing itself is a function of values.
package struct NoticeRouting: Sendable {
    private let changes: EpisodeChanges
    private let questions: Questions
    private let plan: NoticePlan
    private let register: IndicatorRegister
    private let open: [Episode]
    private let told: [String: Set<String>]
    private let isByEdit: Bool

    /// Routing by what is known.
    ///
    /// - Parameters:
    ///   - changes: what the round does to the episodes.
    ///   - questions: what was asked for them.
    ///   - open: the open episodes that ``Questions`` asks for, as they were before the changes.
    ///   - told: the subscriptions that have a notice of the episodes in ``Questions/episodes(of:)``, by episode id.
    ///   - plan: the subscriptions.
    ///   - register: the indicators that they are about.
    ///   - isByEdit: whether the changes follow from an edit of the configuration; then nothing is told at once.
    package init(
        _ changes: EpisodeChanges,
        _ questions: Questions,
        open: [Episode],
        told: [String: Set<String>],
        plan: NoticePlan,
        register: IndicatorRegister,
        isByEdit: Bool = false
    ) {
        self.isByEdit = isByEdit
        self.changes = changes
        self.questions = questions
        let changed = Set(changes.episodes.map(\.run))
        self.open = open.filter { !changed.contains($0.run) } + changes.episodes
        self.told = told
        self.plan = plan
        self.register = register
    }

    /// What follows from routing.
    package struct Outcome: Hashable, Sendable {
        /// The open alerts that a larger one spoke for until now, and that are told on their own.
        package let released: [Transition]
        /// The notices of the changes, then those of the released alerts.
        package let notices: [Notice]

        /// What follows from no change; or the two lists.
        package init(released: [Transition] = [], notices: [Notice] = []) {
            self.released = released
            self.notices = notices
        }
    }

    /// Routes the changes as of a moment.
    package func outcome(at now: Instant) -> Outcome {
        let muting = Muting(open: open, at: now)
        let own = notices(for: changes.transitions, muting)
        let parts = questions.parts(among: open)
        let candidates = parts.map { Transition(kind: .released, episode: $0, at: now) }
        let released = notices(for: candidates, muting)
        let episodes = Set(released.map(\.episode.id))
        return Outcome(
            released: candidates.filter { episodes.contains($0.episode.id) },
            notices: own + released
        )
    }

    /// The notices of some changes, those of larger alerts first: who gets one of them needs none of its parts.
    private func notices(for transitions: [Transition], _ muting: Muting) -> [Notice] {
        let speakers = transitions.map { $0.ends ? nil : muting.speaker(for: $0.episode) }
        var told = told
        var notices: [Notice] = []
        for (transition, speaker) in zip(transitions, speakers) where speaker == nil {
            let own = self.notices(for: transition, told: told[transition.episode.id] ?? [])
            notices += own
            told[transition.episode.id, default: []].formUnion(own.map(\.subscription))
        }
        for (transition, speaker) in zip(transitions, speakers) {
            guard let speaker else { continue }
            let hear = told[speaker.id] ?? []
            notices += self.notices(for: transition, told: told[transition.episode.id] ?? [], hearsOfWhole: hear)
        }
        return notices
    }

    private func notices(
        for transition: Transition,
        told: Set<String>,
        hearsOfWhole: Set<String> = []
    ) -> [Notice] {
        plan.notices(
            for: transition,
            indicator: register.indicators[transition.episode.alert.series.indicator],
            told: told,
            hearsOfWhole: hearsOfWhole
        )
        .map { isByEdit ? $0.forTheDigest : $0 }
    }
}

extension NoticeRouting {
    /// What has to be known of the episodes to route some changes.
    package struct Questions: Hashable, Sendable {
        /// The series whose open episodes may speak for a change: those that it is part of.
        package let wholes: [SeriesKey]
        /// The alerts that changed and may have spoken for others until now: the open episodes of their parts matter.
        package let speakers: [AlertKey]
        private let changed: Set<String>

        package init(_ changes: EpisodeChanges) {
            let transitions = changes.transitions
            wholes = Set(transitions.filter { !$0.ends }.flatMap(\.episode.alert.wholes).map(\.series)).sorted()
            // What people do with an alert changes nothing of what it speaks for.
            let spoken = transitions.filter { $0.kind != .opened && !$0.kind.isOfHandling }
            speakers = Set(spoken.map(\.episode.alert)).sorted()
            changed = Set(transitions.map(\.episode.id))
        }

        /// The episodes of which it has to be known who was told: those that changed, those that speak for them, and the
        /// parts that may be released.
        package func episodes(of open: [Episode]) -> [String] {
            let wholes = Set(wholes)
            let speaking = open.filter { wholes.contains($0.alert.series) }
            return changed.union((speaking + parts(among: open)).map(\.id)).sorted()
        }

        /// The open parts of alerts that changed and did not change themselves.
        func parts(among open: [Episode]) -> [Episode] {
            guard !speakers.isEmpty else { return [] }
            let speakers = Set(speakers)
            return open.filter { $0.closedAt == nil && !changed.contains($0.id) && $0.alert.isPart(of: speakers) }
                .sorted { $0.alert < $1.alert }
        }
    }
}
