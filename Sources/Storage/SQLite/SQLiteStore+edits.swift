package import Alerting
internal import Assessment
internal import Foundation
internal import GRDB
package import Indicators

extension SQLiteStore {
    // Most ticks find nothing: the index holds nothing but what is to be found.
    static let opening = "SELECT indicator FROM definition INDEXED BY definitionOpening WHERE isOpening = 1"

    package func openingIndicators() async throws -> Set<IndicatorID> {
        try await read { db in
            Set(try db.each(Self.opening) { IndicatorID(try $0.value("indicator", as: String.self)) })
        }
    }

    package func endOpening(of indicators: Set<IndicatorID>) async throws {
        guard !indicators.isEmpty else { return }
        try await write { db in
            for indicator in indicators {
                try db.run(
                    "UPDATE definition SET isOpening = 0 WHERE indicator = ?",
                    [indicator.description.composed]
                )
            }
        }
    }

    package func editedSeries(limit: Int) async throws -> [EditedSeries] {
        try await read { db in
            try db.each(
                """
                SELECT indicator, area, breakdown, judgedAt, isEdited FROM series INDEXED BY seriesEdited
                WHERE isEdited <> 0 ORDER BY id LIMIT ?
                """,
                [limit]
            ) { row in
                EditedSeries(
                    key: try SeriesRows.key(row),
                    judgedAt: try row.instantOrNone("judgedAt"),
                    hadNews: try row.value("isEdited", as: Int.self) == 2
                )
            }
        }
    }

    package func definitionEdits() async throws -> [IndicatorID: EpisodeChanges.DefinitionEdit] {
        try await read { db in
            let edits = try db.each(
                "SELECT indicator, edit, termsBefore, terms FROM definition INDEXED BY definitionEdited WHERE edit IS NOT NULL",
                [],
                EditRows.edit
            )
            return Dictionary(edits) { first, _ in first }
        }
    }

    package func endEdits() async throws {
        try await write { db in
            try db.run(
                """
                UPDATE definition INDEXED BY definitionEdited SET edit = NULL, termsBefore = NULL WHERE edit IS NOT NULL AND NOT EXISTS (
                    SELECT 1 FROM series s WHERE s.indicator = definition.indicator AND s.isEdited <> 0
                )
                """
            )
        }
    }

    package func restingEpisodes(of series: [SeriesKey]) async throws -> [AlertKey: Episode] {
        try await read { [rules] db in
            let rows = EpisodeRows(db: db, rules: rules)
            let last = try series.compactMap(SeriesRows(db: db).id).flatMap { id in
                try db.each(
                    """
                    SELECT \(EpisodeRows.columns) FROM episode e JOIN series s ON s.id = e.series
                    WHERE e.series = ?1 AND e.closedAt IS NOT NULL AND number = (
                        SELECT max(number) FROM episode l WHERE l.series = ?1 AND l.rule = e.rule
                    )
                    """,
                    [id],
                    rows.episode
                )
            }
            return Dictionary(last.filter { $0.facts.edit != nil }.map { ($0.alert, $0) }) { first, _ in first }
        }
    }
}

/// Reads and writes what is kept of definitions.
enum EditRows {
    static func text(_ terms: JudgementTerms) throws -> String {
        let encoder = JSONEncoder()
        // The same terms give the same text.
        encoder.outputFormatting = .sortedKeys
        return String(decoding: try encoder.encode(terms), as: UTF8.self)
    }

    private static func terms(_ text: String?) throws -> JudgementTerms? {
        try text.map { try JSONDecoder().decode(JudgementTerms.self, from: Data($0.utf8)) }
    }

    static func edit(_ row: Row) throws -> (IndicatorID, EpisodeChanges.DefinitionEdit) {
        let edit = EpisodeChanges.DefinitionEdit(
            cause: try row.label("edit"),
            before: try terms(try row.value("termsBefore", as: String?.self)),
            after: try terms(try row.value("terms", as: String?.self))
        )
        return (IndicatorID(try row.value("indicator", as: String.self)), edit)
    }
}
