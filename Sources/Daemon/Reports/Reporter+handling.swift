internal import Alerting
internal import Indicators
internal import Storage
internal import Telling

/// What people did with open alerts.
extension Reporter {
    /// The silences that had not ended at the moment that is shown.
    func silences() async throws -> [Silence] {
        guard let store else { return [] }
        return try await store.silences(isAll: true).compactMap { silence in
            guard silence.at <= now else { return nil }
            var then = silence
            if let ended = silence.ended, ended.at > now { then.ended = nil }
            return then.ended == nil ? then : nil
        }
    }

    /// The open alerts of one indicator, with what holds their notices back.
    ///
    /// - Parameters:
    ///   - indicator: the indicator.
    ///   - knowledge: which values count.
    ///   - disclosure: how grave it is that is hidden does not show in what holds it back.
    ///   - asked: the moment that is asked for; what people did later is not shown.
    /// - Returns: each with what holds its notices back.
    /// - Throws: `StoreError`.
    func openAlerts(
        of indicator: IndicatorID,
        _ knowledge: Knowledge,
        by disclosure: Disclosure,
        asked: Instant?
    ) async throws -> [OpenAlert] {
        let silences = try await silences()
        let open = try await openEpisodes(knowledge, asked: asked).filter { $0.openedAt <= now }
            .silenced(by: silences, at: now)
        let muting = Muting(open: open.map { $0.told(by: disclosure) }, silences: silences, at: now)
        return open.filter { $0.alert.series.indicator == indicator }
            .map { OpenAlert($0, held: muting.reasons(for: $0.told(by: disclosure))) }
    }

    /// As they stood at the moment that is asked for, where anything was decided since.
    private func openEpisodes(_ knowledge: Knowledge, asked: Instant?) async throws -> [Episode] {
        guard let store, let asked, try await store.hasDecided(after: asked) else {
            return try await openEpisodes(knowledge)
        }
        return try await store.episodes(asOf: asked).filter { $0.closedAt == nil }
    }
}
