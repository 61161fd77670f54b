internal import Alerting
internal import Assessment
internal import Indicators
internal import Storage

/// Looks up which value is awaited next, as `explain` says it.
///
/// The facts of an alert that has ended are those of its end: what came since, or was taken back, is not among them.
struct AwaitedValues: Sendable {
    let store: any JudgingStore
    let active: ActiveConfiguration

    /// So many alerts are told with the value that is awaited; a mail tells no more of them in full.
    private static let most = 60

    /// The digest with the period that is awaited, of each series whose ended alert it tells.
    func added(to digest: Digest, at now: Instant) async throws -> Digest {
        let ended = digest.items.filter { $0.fold == .whole && $0.episode.closedAt != nil }.map(\.episode)
        let series = Set(ended.filter { !$0.facts.isHidden }.prefix(Self.most).map(\.alert.series)).sorted()
        guard !series.isEmpty else { return digest }
        let loader = SubjectLoader(
            store: store,
            register: active.register,
            dependence: active.dependence,
            informing: false
        )
        var round = AssessingRound(active.assessor, at: now, informing: false)
        var digest = digest
        for subject in try await loader.subjects(for: series) {
            let assessment = round.assess(subject)
            digest.context.awaited[assessment.key] = .some(assessment.nextDue)
        }
        return digest
    }
}
