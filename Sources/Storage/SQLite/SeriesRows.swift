internal import GRDB
internal import Indicators

/// Finds and makes the rows of series.
struct SeriesRows {
    let db: Database

    static let idOfKey = "SELECT id FROM series WHERE indicator = ?1 AND area = ?2 AND breakdown = ?3"

    /// The row of a series; `nil` where the store has not met it.
    func id(of key: SeriesKey) throws -> Int64? {
        try RowStatement(db, Self.idOfKey).read(key) { $0.number(0) } ?? nil
    }

    /// The row of a series, which is made where it is new.
    ///
    /// A new one is not marked.
    func makeID(of key: SeriesKey) throws -> Int64 {
        if let id = try id(of: key) { return id }
        try db.run("INSERT INTO series (indicator, area, breakdown) VALUES (?, ?, ?)", Self.columns(of: key))
        return db.lastInsertedRowID
    }

    /// Marks a series to be judged.
    func mark(_ id: Int64) throws {
        try db.run("UPDATE series SET mark = mark + 1 WHERE id = ?", [id])
    }

    /// Marks a series to be judged, whose definition was edited.
    ///
    /// Marks that were on it before are those of values.
    func markEdited(_ id: Int64) throws {
        try db.run(
            """
            UPDATE series SET mark = mark + 1,
                isEdited = CASE WHEN isEdited = 1 THEN 1 WHEN mark <> judgedMark THEN 2 ELSE 1 END
            WHERE id = ?
            """,
            [id]
        )
    }

    /// Reads the columns `indicator`, `area` and `breakdown`.
    static func key(_ row: Row) throws -> SeriesKey {
        guard let breakdown = Breakdown(try row.value("breakdown", as: String.self)) else {
            throw StoreError.failed("read store: a breakdown has a form that this version does not know")
        }
        return SeriesKey(
            indicator: IndicatorID(try row.value("indicator")),
            area: AreaCode(try row.value("area")),
            breakdown: breakdown
        )
    }

    static func columns(of key: SeriesKey) -> StatementArguments {
        [
            key.indicator.description.composed, key.area.description.composed, key.breakdown.description.composed,
        ]
    }
}
