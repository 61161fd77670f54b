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
    func openAlerts(of indicator: IndicatorID, _ knowledge: Knowledge) async throws -> [OpenAlert] {
        let silences = try await silences()
        let open = try await openEpisodes(knowledge).filter { $0.openedAt <= now }.silenced(by: silences, at: now)
        let muting = Muting(open: open, silences: silences, at: now)
        return open.filter { $0.alert.series.indicator == indicator }
            .map { OpenAlert($0, held: muting.reasons(for: $0)) }
    }
}
