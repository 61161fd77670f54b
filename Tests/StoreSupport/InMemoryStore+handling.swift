package import Alerting
internal import Assessment
package import Indicators
internal import Storage

extension InMemoryStore {
    package func silences(isAll: Bool) async throws -> [Silence] {
        read { memory in memory.silences.filter { isAll || $0.ended == nil } }
    }

    package func resumeSilences(endedAhead now: Instant) async throws -> Int {
        try write { memory in
            let ahead = memory.silences.indices.filter { place in
                memory.silences[place].ended.map { $0.by == nil && $0.at.isAhead(of: now) } ?? false
            }
            for place in ahead { memory.silences[place].ended = nil }
            return ahead.count
        }
    }

    package func handledEpisodes() async throws -> [Episode] {
        read { memory in
            memory.open.values.map { memory.episodes[$0] }.filter { $0.handling.kept != .none }
                .sorted { $0.alert < $1.alert }
        }
    }

    package func firstTold(of episodes: [String]) async throws -> [String: [String: FirstTold]] {
        read { memory in
            var told: [String: [String: FirstTold]] = [:]
            for notification in memory.notifications.sorted(by: { $0.event > $1.event }) {
                let change = memory.events[notification.event - 1].transition
                guard episodes.contains(change.episode.id) else { continue }
                told[change.episode.id, default: [:]][notification.subscription] = FirstTold(
                    at: notification.isTold ? notification.toldAt ?? change.at : nil,
                    period: change.episode.facts.period
                )
            }
            return told
        }
    }
}

extension Memory {
    mutating func begin(_ silence: Silence) throws {
        guard !silences.contains(where: { $0.id == silence.id }) else { throw StoreError.stale }
        silences.append(silence)
    }

    mutating func end(_ silence: Silence) throws {
        guard let place = silences.firstIndex(where: { $0.id == silence.id && $0.ended == nil }) else {
            throw StoreError.stale
        }
        silences[place].ended = silence.ended
    }
}
