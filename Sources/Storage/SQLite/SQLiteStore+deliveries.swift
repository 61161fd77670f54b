package import Feeds
internal import GRDB
internal import Indicators

extension SQLiteStore {
    private static let deliveryColumns = """
        id, hash, fileName, byteCount, at, profile, refusal, rowCount, takenCount, revisedCount, unchangedCount,
        skippedCount, faultCount, repeats, undoneBy
        """

    package func deliveries(before id: Int?, limit: Int) async throws -> [DeliveredFile] {
        try await read { db in
            try db.each(
                "SELECT \(Self.deliveryColumns) FROM import WHERE id < ? ORDER BY id DESC LIMIT ?",
                [id ?? Int.max, limit],
                Self.delivery
            )
        }
    }

    package func delivery(_ id: Int) async throws -> DeliveredFile? {
        try await read { db in
            try db.row("SELECT \(Self.deliveryColumns) FROM import WHERE id = ?", [id]).map(Self.delivery)
        }
    }

    package func deliveryCounts() async throws -> [IntakeReason?: Int] {
        try await read { db in
            let counts = try db.each("SELECT refusal, count(*) AS count FROM import GROUP BY refusal") { row in
                (try refusal(row), try row.value("count", as: Int.self))
            }
            return Dictionary(counts) { first, _ in first }
        }
    }

    package func deliveries(ofHashes hashes: Set<String>) async throws -> [String: DeliveredFile] {
        try await read { db in
            let query = """
                SELECT \(Self.deliveryColumns) FROM import WHERE hash = ? AND refusal IS NULL ORDER BY id LIMIT 1
                """
            let files = try hashes.sorted().compactMap { hash in
                try db.row(query, [hash]).map { (hash, try Self.delivery($0)) }
            }
            return Dictionary(files) { first, _ in first }
        }
    }

    private static func delivery(_ row: Row) throws -> DeliveredFile {
        DeliveredFile(
            id: try row.value("id"),
            hash: try row.value("hash"),
            fileName: try row.value("fileName"),
            byteCount: try row.value("byteCount"),
            at: try row.instant("at"),
            profile: try row.value("profile", as: String?.self),
            refusal: try refusal(row),
            rows: try row.value("rowCount"),
            taken: try row.value("takenCount"),
            revised: try row.value("revisedCount"),
            unchanged: try row.value("unchangedCount"),
            skipped: try row.value("skippedCount"),
            faults: try row.value("faultCount"),
            isRepeat: try row.value("repeats", as: Int64?.self) != nil,
            isUndone: try row.value("undoneBy", as: Int64?.self) != nil
        )
    }
}

/// Why a file was refused; `nil` where it was taken in.
private func refusal(_ row: Row) throws -> IntakeReason? {
    guard try row.value("refusal", as: String?.self) != nil else { return nil }
    return try row.label("refusal", as: IntakeReason.self)
}
