internal import Assessment
package import Indicators

/// What holds notices back: one list of stages, each of which says why.
///
/// What a stage holds back is not lost: a part is told when its whole ends before it, values of a late source are told with
/// the others, and at the end of a silence or an acknowledgement it is told what is still open.
package struct Muting: Sendable {
    private let inhibition: Inhibition
    private let silences: [Silence]
    private let now: Instant
    private let late: [String: [Episode]]

    /// What holds back at a moment.
    ///
    /// - Parameters:
    ///   - open: the open episodes, as far as they matter.
    ///   - silences: those that have not been ended.
    ///   - now: the moment.
    package init(open: [Episode], silences: [Silence] = [], at now: Instant) {
        inhibition = Inhibition(open: open)
        self.silences = silences
        self.now = now
        let missing = open.filter { $0.alert.rule == OverdueEvidence.rule && $0.closedAt == nil }
        late = Dictionary(grouping: missing) { DigestFolding.supplier(of: $0.facts.about) }
    }

    /// Why the notices of an open alert are held back, stage by stage; empty where none are.
    package func reasons(for episode: Episode) -> [MuteReason] {
        MuteStage.allCases.compactMap { reason(for: episode, at: $0) }
    }

    private func reason(for episode: Episode, at stage: MuteStage) -> MuteReason? {
        switch stage {
        case .whole: speaker(for: episode).map(MuteReason.whole)
        case .lateSource: lateSource(of: episode)
        case .silence: silences.holding(episode, at: now).map(MuteReason.silence)
        case .acknowledgement: episode.handling.acknowledgement.map(MuteReason.acknowledgement)
        }
    }

    /// The largest alert that speaks for this one; `nil` where none does.
    package func speaker(for episode: Episode) -> Episode? { inhibition.speaker(for: episode) }

    private func lateSource(of episode: Episode) -> MuteReason? {
        guard episode.alert.rule == OverdueEvidence.rule, speaker(for: episode) == nil,
            let all = late[DigestFolding.supplier(of: episode.facts.about)], all.count > 1,
            let first = all.min(by: { $0.alert < $1.alert }), first.alert != episode.alert
        else { return nil }
        return .lateSource(first, others: all.count - 2)
    }

    /// Whether a change is no news since somebody has taken the alert up: it became no worse, and is open.
    static func isAttended(_ transition: Transition) -> Bool {
        guard transition.episode.handling.acknowledgement != nil, !transition.ends else { return false }
        switch transition.kind {
        case .eased, .relaxed, .changed: return true
        case .opened, .worsened, .escalated, .released, .corrected, .resolved, .targetChanged, .acknowledged, .silenced,
            .reminded, .explained:
            return false
        }
    }

    /// The waiting notices that may be told now: those of an open alert that is silent wait on.
    ///
    /// What has ended is told to whoever heard of it; whoever did not is not told of what came and went.
    package static func audible(_ notices: [Notice], silences: [Silence], at now: Instant) -> [Notice] {
        guard !silences.isEmpty else { return notices }
        let places = heldPlaces(notices, silences, at: now)
        return notices.filter { !places.contains($0.place) }
    }

    /// The waiting notices that wait on: the others of those that may be told now.
    package static func held(_ notices: [Notice], silences: [Silence], at now: Instant) -> [Notice] {
        guard !silences.isEmpty else { return [] }
        let places = heldPlaces(notices, silences, at: now)
        return notices.filter { places.contains($0.place) }
    }

    private static func heldPlaces(_ notices: [Notice], _ silences: [Silence], at now: Instant) -> Set<Notice.Place> {
        let last = Dictionary(notices.map { ($0.place, $0) }) { $0.isBefore($1) ? $1 : $0 }
        let held = last.filter { _, latest in
            latest.episode.closedAt == nil && silences.holding(latest.episode, at: now) != nil
        }
        return Set(held.keys)
    }
}

extension Notice {
    /// What tells the notices of one episode to one subscription apart from others.
    fileprivate struct Place: Hashable {
        let subscription: String
        let run: Episode.Run
    }

    fileprivate var place: Place { Place(subscription: subscription, run: episode.run) }

    fileprivate func isBefore(_ other: Notice) -> Bool { (event ?? 0) <= (other.event ?? 0) }
}
