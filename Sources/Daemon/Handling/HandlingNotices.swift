internal import Alerting
internal import Indicators
internal import Storage

/// Who is told of what people did, or of what is told again.
struct HandlingNotices: Sendable {
    let store: any JudgingStore
    let active: ActiveConfiguration

    /// The notices of some events of handling.
    ///
    /// - Parameters:
    ///   - transitions: the events.
    ///   - open: the open episodes among which a larger alert may speak for one of them.
    ///   - disclosure: what may be told.
    ///   - now: the moment.
    /// - Returns: the notices, those of larger alerts first.
    /// - Throws: `StoreError`.
    func notices(
        of transitions: [Transition],
        open: [Episode],
        by disclosure: Disclosure,
        at now: Instant
    ) async throws -> [Notice] {
        guard transitions.contains(where: { $0.kind == .reminded }) else { return [] }
        let changes = EpisodeChanges(transitions: transitions)
        let questions = NoticeRouting.Questions(changes)
        let wholes = try await store.episodes(of: questions.wholes).open.values
        let all = Dictionary((open + wholes).map { ($0.id, $0) }) { first, _ in first }.values
            .sorted { $0.alert < $1.alert }
        return NoticeRouting(
            changes,
            questions,
            open: all,
            told: try await store.toldSubscriptions(of: questions.episodes(of: all)),
            plan: NoticePlan(subscriptions: active.subscriptions, by: disclosure),
            register: active.register
        )
        .outcome(at: now).notices
    }
}
