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
}
