internal import GRDB
package import Indicators

extension SQLiteStore {
    package func keep(_ note: DisclosureNote) async throws {
        try await write { db in
            try db.run(
                "INSERT INTO disclosure (at, seenBy, command) VALUES (?, ?, ?)",
                [note.at.milliseconds, note.by, note.command]
            )
        }
    }

    package func disclosures() async throws -> [DisclosureNote] {
        try await read { db in
            try db.each("SELECT at, seenBy, command FROM disclosure ORDER BY id", []) { row in
                DisclosureNote(
                    by: try row.value("seenBy"),
                    command: try row.value("command"),
                    at: try row.instant("at")
                )
            }
        }
    }

    package func series(ofFeeds feeds: Set<String>) async throws -> Set<SeriesKey> {
        try await read { db in
            let keys = try feeds.sorted().flatMap { name in
                try db.each(
                    """
                    SELECT indicator, area, breakdown FROM series WHERE id IN (
                        SELECT series FROM feedRow WHERE feed = (SELECT id FROM feed WHERE name = ?)
                    )
                    """,
                    [name],
                    SeriesRows.key
                )
            }
            return Set(keys)
        }
    }
}
