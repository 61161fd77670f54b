package import Alerting
package import Assessment
package import Indicators
package import Storage

extension InMemoryStore {
    package func changeMark() async throws -> ChangeMark { read { ChangeMark(others: 0, own: $0.changes) } }

    package func valueMark() async throws -> ValueMark {
        read { memory in
            ValueMark(imports: Int64(memory.imports.count), withdrawals: Int64(memory.orderMoments.count))
        }
    }

    package func lightCounts() async throws -> [IndicatorID: LightCounts] {
        read { memory in
            memory.series.filter { $0.value.isWatched }.reduce(into: [:]) { counts, entry in
                counts[entry.key.indicator, default: LightCounts()].add(entry.value.light ?? .grey, 1)
            }
        }
    }

    package func standings(of series: [SeriesKey]) async throws -> [SeriesStanding] {
        read { memory in series.compactMap { key in memory.series[key].map { $0.standing(of: key) } } }
    }

    package func series(
        of indicators: [IndicatorID],
        lights: Set<Light>,
        after mark: SeriesKey?,
        limit: Int
    ) async throws -> [SeriesStanding] {
        let wanted = Set(indicators)
        return read { memory in
            memory.series
                .filter { key, series in
                    wanted.contains(key.indicator) && series.isWatched && lights.contains(series.light ?? .grey)
                        && mark.map { $0 < key } ?? true
                }
                .sorted { $0.key < $1.key }.prefix(limit).map { $0.value.standing(of: $0.key) }
        }
    }

    package func freshness() async throws -> Freshness {
        read { memory in
            Freshness(
                judgedAt: memory.series.values.compactMap(\.judgedAt).max(),
                deliveredAt: memory.imports.last?.header.at
            )
        }
    }

    package func judgedLights() async throws -> [IndicatorID: LightCounts] {
        read { memory in
            var counts: [IndicatorID: LightCounts] = [:]
            for (key, series) in memory.series {
                if let light = series.light { counts[key.indicator, default: LightCounts()].add(light, 1) }
            }
            return counts
        }
    }

    package func openAlerts() async throws -> [IndicatorID: [Severity: Int]] {
        read { memory in
            var counts: [IndicatorID: [Severity: Int]] = [:]
            for (alert, place) in memory.open {
                counts[alert.series.indicator, default: [:]][memory.episodes[place].facts.severity, default: 0] += 1
            }
            return counts
        }
    }

    package func openAlertCount() async throws -> Int { read { $0.open.count } }

    package func openEpisodes(after mark: EpisodeMark?, limit: Int) async throws -> EpisodePage {
        read { memory in memory.page(after: mark, limit: limit) { $0.closedAt == nil } }
    }

    package func openEpisodes(of rule: RuleName, limit: Int) async throws -> [Episode] {
        read { memory in
            let own = memory.open.values.map { memory.episodes[$0] }.filter { $0.alert.rule == rule }
            return Array(own.sorted { $0.alert < $1.alert }.prefix(limit))
        }
    }

    package func allEpisodes(of series: [SeriesKey], limit: Int) async throws -> [Episode] {
        let wanted = Set(series)
        return read { memory in
            let own = memory.episodes.filter { wanted.contains($0.alert.series) }
            return Array(own.sorted { ($1.openedAt, $0.alert) < ($0.openedAt, $1.alert) }.prefix(limit))
        }
    }
}

extension Memory.Series {
    /// What was judged and has no light is not watched.
    fileprivate var isWatched: Bool { light != nil || judgedAt == nil }

    fileprivate func standing(of key: SeriesKey) -> SeriesStanding {
        SeriesStanding(key: key, light: light, judgedAt: judgedAt)
    }
}
