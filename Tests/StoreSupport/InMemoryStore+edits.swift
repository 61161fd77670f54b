package import Alerting
internal import Assessment
package import Indicators
package import Storage

extension InMemoryStore {
    package func openingIndicators() async throws -> Set<IndicatorID> {
        read { Set($0.definitions.filter(\.value.isOpening).keys) }
    }

    package func endOpening(of indicators: Set<IndicatorID>) async throws {
        try write { memory in
            for indicator in indicators { memory.definitions[indicator]?.isOpening = false }
        }
    }

    package func editedSeries(limit: Int) async throws -> [EditedSeries] {
        read { memory in
            memory.series.filter(\.value.isEdited).sorted { $0.value.number < $1.value.number }.prefix(limit).map {
                EditedSeries(key: $0.key, judgedAt: $0.value.judgedAt, hadNews: $0.value.hadNews)
            }
        }
    }

    package func definitionEdits() async throws -> [IndicatorID: EpisodeChanges.DefinitionEdit] {
        read { memory in
            memory.definitions.compactMapValues { definition in
                definition.edit.map {
                    EpisodeChanges.DefinitionEdit(cause: $0, before: definition.termsBefore, after: definition.terms)
                }
            }
        }
    }

    package func endEdits() async throws {
        try write { memory in
            let left = Set(memory.series.filter(\.value.isEdited).keys.map(\.indicator))
            for indicator in memory.definitions.keys where !left.contains(indicator) {
                memory.definitions[indicator]?.edit = nil
                memory.definitions[indicator]?.termsBefore = nil
            }
        }
    }

    package func restingEpisodes(of series: [SeriesKey]) async throws -> [AlertKey: Episode] {
        read { memory in
            let own = memory.episodes.filter { series.contains($0.alert.series) }
            let last = own.reduce(into: [AlertKey: Episode]()) { $0[$1.alert] = $1 }
            return last.filter { $0.value.closedAt != nil && $0.value.facts.edit != nil }
        }
    }
}
