internal import Assessment
internal import GRDB
internal import Indicators

/// Reads the series that are marked to be judged, with how they stand.
struct MarkedRows {
    private let statement: RowStatement
    // Most series were marked by the same file, and have a part of their names in common.
    private var keys = KeyTexts()
    private var hash: String?

    /// A query that gives the columns of ``SQLiteStore/markedColumns``.
    init(_ db: Database, _ query: String) throws { statement = try RowStatement(db, query) }

    /// The series that the query finds.
    func read(_ parameters: [Parameter]) throws -> [SeriesToJudge] {
        var reader = self
        return try reader.series(parameters)
    }

    private mutating func series(_ parameters: [Parameter]) throws -> [SeriesToJudge] {
        var found: [SeriesToJudge] = []
        try statement.readAll(parameters) { row in
            found.append(
                SeriesToJudge(
                    key: try keys.key(row, from: 0),
                    mark: Int(row.number(3) ?? 0),
                    standing: SeriesToJudge.Standing(
                        light: row.text(4).flatMap { Light(rawValue: $0) },
                        judgedAt: row.number(5).map(Instant.init(milliseconds:)),
                        markedBy: shared(row.text(6)),
                        markedAt: row.number(7).map(Instant.init(milliseconds:))
                    )
                )
            )
        }
        return found
    }

    private mutating func shared(_ text: String?) -> String? {
        if text != hash { hash = text }
        return hash
    }
}

/// Makes keys of the three texts of a series, of which rows behind each other mostly share two.
struct KeyTexts {
    private var breakdown = (text: "", parsed: Breakdown.total)

    /// The key in three columns of a row.
    mutating func key(_ row: RowStatement, from column: Int) throws -> SeriesKey {
        let text = row.text(column + 2) ?? ""
        if text != breakdown.text {
            guard let parsed = Breakdown(text) else {
                throw StoreError.failed("read store: a breakdown has a form that this version does not know")
            }
            breakdown = (text, parsed)
        }
        return SeriesKey(
            indicator: IndicatorID(row.text(column) ?? ""),
            area: AreaCode(row.text(column + 1) ?? ""),
            breakdown: breakdown.parsed
        )
    }
}
