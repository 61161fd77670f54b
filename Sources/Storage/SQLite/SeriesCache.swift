internal import Feeds
internal import GRDB
internal import Indicators

/// The rows of the series that one import meets.
///
/// Bounded and small (about two hundred bytes a series at most), so that the memory of an import does not grow with its
/// file: when it is full, it starts again from nothing.
struct SeriesCache {
    /// One series.
    struct Entry {
        let id: Int64
        fileprivate let names: NameTriple
    }

    /// The three texts of a series by number: most series share them with many others.
    fileprivate struct NameTriple: Hashable {
        let indicator: UInt32
        let area: UInt32
        let breakdown: UInt32
    }

    private struct Known {
        let id: Int64
        /// Whether its series was made for a row of this import, and bears its mark from the beginning.
        var isMade = false
        var isMarked: Bool
        /// The last values; `nil` where they were not looked up.
        var recent: RecentValues?
    }

    private static let capacity = 65_536

    private let db: Database
    private let importID: Int64
    private let isContinuing: Bool
    private let selection: RowStatement
    private let insertion: RowStatement
    private let marking: RowStatement
    private let lastValues: RowStatement
    private var names: [String: UInt32] = [:]
    // Numbers are not given out twice, so that an entry from before a new beginning means no other series.
    private var nextName: UInt32 = 0
    private var known: [NameTriple: Known] = [:]
    // The rows of one series mostly follow each other.
    private var last: (key: SeriesKey, entry: Entry)?
    private var lastMarked: Int64?
    private var questioned: (series: NameTriple, recent: RecentValues)?

    /// An empty cache for the import that marks the series.
    ///
    /// Of the delivery that its file continues values count among the last ones as far as the file says them again: what its
    /// writer had not finished is nothing to hold the rest against.
    init(_ db: Database, importID: Int64, leavingOut continued: Int64? = nil) throws {
        self.db = db
        self.importID = importID
        selection = try RowStatement(
            db,
            "SELECT id, markedBy FROM series WHERE indicator = ?1 AND area = ?2 AND breakdown = ?3"
        )
        insertion = try RowStatement(
            db,
            "INSERT INTO series (indicator, area, breakdown, mark, markedBy) VALUES (?1, ?2, ?3, ?4, ?5)"
        )
        marking = try RowStatement(db, "UPDATE series SET mark = mark + 1, markedBy = ?2 WHERE id = ?1")
        lastValues = try RowStatement(
            db,
            """
            SELECT period, coefficient, scale FROM observation
            WHERE series = ?1 AND (withdrawal IS NULL OR restores IS NOT NULL) \(continued.map { "AND import <> \($0)" } ?? "")
            ORDER BY period DESC LIMIT 2
            """
        )
        isContinuing = continued != nil
    }

    /// The row of a series, which is made where it is new.
    ///
    /// - Parameters:
    ///   - key: the series.
    ///   - row: what a file says of it; `nil` where it is marked in any case.
    /// - Returns: the row.
    /// - Throws: what the database throws.
    mutating func entry(of key: SeriesKey, for row: ObservedRow? = nil) throws -> Entry {
        if let last, last.key == key { return last.entry }
        if max(known.count, names.count) >= Self.capacity { startAgain() }
        let triple = NameTriple(
            indicator: number(of: key.indicator.description),
            area: number(of: key.area.description),
            breakdown: number(of: key.breakdown.description)
        )
        let entry = Entry(id: try known[triple]?.id ?? add(key, triple, for: row), names: triple)
        last = (key, entry)
        return entry
    }

    /// Marks a series to be judged; `false` where this import has marked it already.
    mutating func mark(_ entry: Entry) throws -> Bool {
        guard entry.id != lastMarked, known[entry.names]?.isMarked != true else { return false }
        if known[entry.names]?.isMade != true { try marking.run(entry.id, importID) }
        known[entry.names, default: Known(id: entry.id, isMarked: true)].isMarked = true
        lastMarked = entry.id
        return true
    }

    /// Whether the last values of the series have to be looked up.
    func hasToLook(at entry: Entry) -> Bool { questioned?.series != entry.names && known[entry.names]?.recent == nil }

    /// Whether the row has to be confirmed first, by the last values of its series.
    ///
    /// - Parameters:
    ///   - row: the row.
    ///   - entry: its series.
    ///   - waiting: gives the rows of the series that are not in the database yet.
    /// - Returns: the fault; `nil` where nobody has to confirm it.
    /// - Throws: what the database throws.
    mutating func question(_ row: ObservedRow, _ entry: Entry, after waiting: () -> [ObservedRow]) throws -> RowFault? {
        if questioned?.series != entry.names { try turn(to: entry, after: waiting) }
        return questioned?.recent.question(row)
    }

    /// Remembers a row that is taken as one of the last values of its series, where those are known.
    mutating func note(_ row: ObservedRow, of entry: Entry, after waiting: () -> [ObservedRow]) throws {
        // What only the continued delivery says of it is not found later.
        if isContinuing, hasToLook(at: entry) { try turn(to: entry, after: waiting) }
        if questioned?.series == entry.names {
            questioned?.recent.note(row.observation.value, of: row.observation.period)
        } else {
            known[entry.names]?.recent?.note(row.observation.value, of: row.observation.period)
        }
    }

    /// Forgets the last values of a series of which one was taken back.
    mutating func forgetValues(of entry: Entry) {
        if questioned?.series == entry.names { questioned = nil }
        known[entry.names]?.recent = nil
    }

    private mutating func turn(to entry: Entry, after waiting: () -> [ObservedRow]) throws {
        if let questioned { known[questioned.series]?.recent = questioned.recent }
        questioned = (entry.names, try known[entry.names]?.recent ?? recentValues(of: entry.id, after: waiting()))
    }

    private func recentValues(of series: Int64, after waiting: [ObservedRow]) throws -> RecentValues {
        var recent = RecentValues()
        try lastValues.readAll(series) { row in
            guard let period = row.number(0).flatMap(Period.init(code:)),
                let value = row.number(1).flatMap({ coefficient in
                    row.number(2).flatMap { ExactDecimal(coefficient: coefficient, scale: Int($0)) }
                })
            else { return }
            recent.note(value, of: period)
        }
        for row in waiting { recent.note(row.observation.value, of: row.observation.period) }
        return recent
    }

    private mutating func startAgain() {
        known.removeAll(keepingCapacity: true)
        names.removeAll(keepingCapacity: true)
    }

    private mutating func number(of name: String) -> UInt32 {
        if let number = names[name] { return number }
        nextName += 1
        names[name] = nextName
        return nextName
    }

    private mutating func add(_ key: SeriesKey, _ triple: NameTriple, for row: ObservedRow?) throws -> Int64 {
        let found = try selection.read(key) { row in
            row.number(0).map { Known(id: $0, isMarked: row.number(1) == importID) }
        }
        let series = try (found ?? nil) ?? make(key, for: row)
        known[triple] = series
        return series.id
    }

    /// Makes the row of a series that was looked for and is not there.
    ///
    /// It bears its mark from the beginning, unless its row is questioned, which may leave it without a value.
    private func make(_ key: SeriesKey, for row: ObservedRow?) throws -> Known {
        let isTaken = row.flatMap(RecentValues().question) == nil
        try insertion.run(key.parameters + [.number(isTaken ? 1 : 0), .optional(isTaken ? importID : nil)])
        return Known(id: db.lastInsertedRowID, isMade: isTaken, isMarked: false, recent: RecentValues())
    }
}
