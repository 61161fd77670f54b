internal import GRDB
internal import Indicators

/// Finds and makes the rows of series.
struct SeriesRows {
    let db: Database

    /// The row of a series; `nil` where the store has not met it.
    func id(of key: SeriesKey) throws -> Int64? {
        try db.number("SELECT id FROM series WHERE indicator = ? AND area = ? AND breakdown = ?", Self.columns(of: key))
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

/// The rows of the series that one import meets.
///
/// Bounded, so that the memory of an import does not grow with its file: when it is full, it starts again from nothing.
struct SeriesCache {
    /// One series.
    final class Entry {
        let id: Int64
        /// Whether this import has marked it.
        fileprivate(set) var isMarked: Bool

        fileprivate init(id: Int64, isMarked: Bool) {
            self.id = id
            self.isMarked = isMarked
        }
    }

    private static let capacity = 65_536

    private let rows: SeriesRows
    private let importID: Int64
    private let selection: RowStatement
    private let marking: RowStatement
    private var entries: [SeriesKey: Entry] = [:]
    // The rows of one series mostly follow each other.
    private var last: (key: SeriesKey, entry: Entry)?

    init(_ db: Database, importID: Int64) throws {
        rows = SeriesRows(db: db)
        self.importID = importID
        selection = try RowStatement(
            db,
            "SELECT id, markedBy FROM series WHERE indicator = ?1 AND area = ?2 AND breakdown = ?3"
        )
        marking = try RowStatement(db, "UPDATE series SET mark = mark + 1, markedBy = ?2 WHERE id = ?1")
    }

    /// The row of a series, which is made where it is new.
    mutating func entry(of key: SeriesKey) throws -> Entry {
        if let last, last.key == key { return last.entry }
        let entry = try entries[key] ?? add(key)
        last = (key, entry)
        return entry
    }

    /// Marks a series to be judged.
    func mark(_ entry: Entry) throws {
        entry.isMarked = true
        try marking.run(entry.id, importID)
    }

    private mutating func add(_ key: SeriesKey) throws -> Entry {
        if entries.count >= Self.capacity { entries.removeAll(keepingCapacity: true) }
        let entry = try known(key) ?? Entry(id: rows.makeID(of: key), isMarked: false)
        entries[key] = entry
        return entry
    }

    private func known(_ key: SeriesKey) throws -> Entry? {
        let found = try selection.read(key) { row in
            row.number(0).map { Entry(id: $0, isMarked: row.number(1) == importID) }
        }
        return found ?? nil
    }
}
