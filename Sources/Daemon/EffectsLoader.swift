internal import Alerting
internal import Assessment
internal import Indicators
internal import Storage

/// Brings what a round of judging decided together with what is known of the mails, for saying who is told and when.
struct EffectsLoader: Sendable {
    /// `nil`: nobody is named.
    let store: (any DigestStore & HandlingStore)?
    let active: ActiveConfiguration

    /// What a round means for the files that brought it about, by their SHA-256.
    func effects(
        _ series: [SeriesToJudge],
        _ subjects: [SeriesSubject],
        _ assessments: [SeriesKey: SeriesAssessment],
        _ decided: (transitions: [Transition], notices: [Notice]),
        at now: Instant
    ) async throws -> [String: ImportEffects] {
        let histories = Dictionary(subjects.map { ($0.history.key, $0.history) }) { first, _ in first }
        let judged = series.compactMap { one -> RoundEffects.Judged? in
            guard let standing = one.standing, let assessment = assessments[one.key], let history = histories[one.key]
            else { return nil }
            let files = standing.files(in: history, at: now)
            guard !files.isEmpty else { return nil }
            return RoundEffects.Judged(
                assessment,
                isExpected: active.register.expectedSeries(of: assessment.indicator) == one.key,
                before: standing.light,
                wasJudged: standing.judgedAt != nil,
                files: files
            )
        }
        guard !judged.isEmpty else { return [:] }
        // What a silence holds back is told to nobody now.
        let silences = decided.notices.isEmpty ? [] : try await store?.silences(isAll: false) ?? []
        let notices = Muting.audible(decided.notices, silences: silences, at: now)
        return RoundEffects(
            judged,
            transitions: decided.transitions,
            notices: notices,
            outlooks: try await outlooks(notices, at: now)
        )
        .byFile
    }

    private func outlooks(_ notices: [Notice], at now: Instant) async throws -> [String: MailOutlook] {
        guard let store else { return [:] }
        let told = Set(notices.map(\.subscription))
        let ended = Set(notices.filter { $0.episode.closedAt != nil }.map(\.subscription))
        var outlooks: [String: MailOutlook] = [:]
        for subscription in active.subscriptions where told.contains(subscription.id) {
            // What is told of an end depends on what its reader has heard.
            let waiting = ended.contains(subscription.id) ? try await store.waitingNotices(of: subscription.id) : []
            outlooks[subscription.id] = MailOutlook(
                of: subscription,
                lastSlot: try await store.lastSlot(of: subscription.id),
                unheard: Set(waiting.filter(\.beginsTelling).map(\.episode.id)),
                at: now,
                in: active.zone
            )
        }
        return outlooks
    }
}
