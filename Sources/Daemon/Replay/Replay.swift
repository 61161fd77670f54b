internal import Alerting
internal import Assessment
internal import Indicators
internal import Storage

/// Judges the history of a store anew, as it was known at each moment, by one configuration.
///
/// It goes from one moment at which something was recorded, or a series had to be looked at again, to the next; each is
/// judged by the judge of the daemon. Nothing is written.
struct Replay {
    let past: any HistoryStore
    let active: ActiveConfiguration

    /// Far more than an import and a day of review for every hour of a century: only a store gone wrong has more.
    private static let mostMoments = 1_000_000

    /// The changes of alerts that there would have been.
    ///
    /// - Parameters:
    ///   - start: when the watch begins; what deviates then is its opening state.
    ///   - end: the last moment that is judged.
    /// - Returns: the changes, in order.
    /// - Throws: ``StoreError``, `CancellationError`.
    func events(from start: Instant, through end: Instant) async throws -> [AlertEvent] {
        let known = try await past.recordings(after: .longAgo, through: start).flatMap(\.series)
        let expected = active.register.indicatorsInOrder.compactMap(active.register.expectedSeries)
        let store = ReplayStore(
            past: past,
            start: start,
            indicators: Set(active.register.indicators.keys),
            series: Set(expected).union(watched(known))
        )
        let judge = Judge(store: store, active: active)
        _ = try await judge.run(at: start) {}
        var news = try await past.recordings(after: start, through: end)[...]
        for _ in 0..<Self.mostMoments {
            let moments = [news.first?.at, await store.nextReview].compactMap(\.self)
            guard let moment = moments.min(), moment <= end else { break }
            try Task.checkCancellation()
            let recorded = news.first?.at == moment ? news.removeFirst().series : []
            await store.advance(to: moment, news: watched(recorded))
            _ = try await judge.run(at: moment) {}
        }
        return await store.transitions.enumerated().map { AlertEvent($1, seq: $0 + 1) }
    }

    /// The series and those that rest on them, where their indicators are watched.
    private func watched(_ series: [SeriesKey]) -> Set<SeriesKey> {
        Set(series.flatMap { [$0] + active.dependence.dependants(of: $0) })
            .filter(active.register.watches)
    }
}

extension Instant {
    /// Before anything was recorded.
    fileprivate static let longAgo = Instant(milliseconds: .min)
}

extension AlertEvent {
    fileprivate init(_ transition: Transition, seq: Int) {
        self.init(
            seq: seq,
            kind: transition.kind,
            at: transition.at,
            alert: transition.episode.alert,
            episode: transition.episode.id,
            facts: transition.episode.facts
        )
    }
}
