internal import Feeds
internal import GRDB
internal import Indicators

/// The rows of the series that one import meets.
///
/// Bounded and small (about a hundred bytes a series at most), so that the memory of an import does not grow with its
/// file: when it is full, it starts again from nothing. New series wait here until a few can be made together.
struct SeriesCache {
    /// One series.
    struct Entry {
        let id: Int64
        fileprivate let slot: Int32
        fileprivate let generation: Int32
    }

    /// The three texts of a series by number: most series share them with many others.
    private struct NameTriple: Hashable {
        let indicator: UInt32
        let area: UInt32
        let breakdown: UInt32
    }

    private struct Known {
        let id: Int64
        /// Whether its series was made for a row of this import, and bears its mark from the beginning.
        var isMade = false
        var isMarked: Bool
        /// Where its last values stand; negative where they were not looked up.
        var recent: Int32 = -1
    }

    private struct NewSeries {
        let id: Int64
        let names: NameTriple
        var isMarked: Bool
    }

    /// How many series are made by one statement.
    static let batchSize = 20

    private static let capacity = 65_536
    private static let heldCapacity = 262_144

    private let db: Database
    private let importID: Int64
    private let isContinuing: Bool
    private let selection: RowStatement
    private let marking: RowStatement
    private let lastValues: RowStatement
    private var texts: [String] = []
    private var names: [String: UInt32] = [:]
    private var slots: [Known] = []
    private var places: [NameTriple: Int32] = [:]
    private var generation: Int32 = 0
    private var recents: [RecentValues?] = []
    /// The indicators of which the store had no series when they were first met: those that it has since are known here.
    private var areNew: [UInt32: Bool] = [:]
    // The rows of one series mostly follow each other.
    private var last: (key: SeriesKey, entry: Entry)?
    private var lastMarked: Int64?
    private var waiting: [NewSeries] = []
    private var nextID: Int64
    /// The series that are there already and would be marked; `nil` where they are.
    private var heldMarks: [Int64]?

    /// An empty cache for the import that marks the series.
    ///
    /// Of the delivery that its file continues values count among the last ones as far as the file says them again: what its
    /// writer had not finished is nothing to hold the rest against.
    ///
    /// - Parameters:
    ///   - db: the database.
    ///   - importID: the import.
    ///   - isHeld: whether nothing is written before ``writeHeld()``.
    ///   - continued: the import of the delivery that the file continues.
    init(_ db: Database, importID: Int64, isHeld: Bool = false, leavingOut continued: Int64? = nil) throws {
        self.db = db
        self.importID = importID
        selection = try RowStatement(
            db,
            "SELECT id, markedBy FROM series WHERE indicator = ?1 AND area = ?2 AND breakdown = ?3"
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
        nextID = (try db.number("SELECT max(id) FROM series") ?? 0) + 1
        firstNew = nextID
        heldMarks = isHeld ? [] : nil
    }

    /// The first of the series that this import makes: of those the store has no values of earlier files.
    let firstNew: Int64

    /// Whether it cannot take another series without starting again.
    var isFull: Bool { max(slots.count, texts.count) >= (heldMarks == nil ? Self.capacity : Self.heldCapacity) }

    /// The row of a series, which is made where it is new.
    ///
    /// - Parameters:
    ///   - key: the series.
    ///   - row: what a file says of it; `nil` where it is marked in any case.
    /// - Returns: the row.
    /// - Throws: what the database throws.
    mutating func entry(of key: SeriesKey, for row: ObservedRow? = nil) throws -> Entry {
        if let last, last.key == key { return last.entry }
        if isFull { try startAgain() }
        let triple = NameTriple(
            indicator: number(of: key.indicator.description),
            area: number(of: key.area.description),
            breakdown: number(of: key.breakdown.description)
        )
        let slot = try places[triple] ?? add(key, triple, for: row)
        let entry = Entry(id: slots[Int(slot)].id, slot: slot, generation: generation)
        last = (key, entry)
        return entry
    }

    /// The row of a series; `nil` where neither the store nor the file has brought a value of it.
    mutating func entryIfThere(_ key: SeriesKey) throws -> Entry? {
        try writeWaiting()
        return try isMet(key) || SeriesRows(db: db).id(of: key) != nil ? entry(of: key) : nil
    }

    private func isMet(_ key: SeriesKey) -> Bool {
        guard let indicator = names[key.indicator.description], let area = names[key.area.description],
            let breakdown = names[key.breakdown.description]
        else { return false }
        return places[NameTriple(indicator: indicator, area: area, breakdown: breakdown)] != nil
    }

    private mutating func startAgain() throws {
        try writeHeld()
        generation += 1
        texts.removeAll(keepingCapacity: true)
        names.removeAll(keepingCapacity: true)
        slots.removeAll(keepingCapacity: true)
        places.removeAll(keepingCapacity: true)
        recents.removeAll(keepingCapacity: true)
        areNew.removeAll(keepingCapacity: true)
    }

    private mutating func number(of name: String) -> UInt32 {
        if let number = names[name] { return number }
        let number = UInt32(texts.count)
        texts.append(name)
        names[name] = number
        return number
    }

    private mutating func add(_ key: SeriesKey, _ triple: NameTriple, for row: ObservedRow?) throws -> Int32 {
        let known = try isNew(triple.indicator) ? make(triple, for: row) : find(key) ?? make(triple, for: row)
        let slot = Int32(slots.count)
        slots.append(known)
        places[triple] = slot
        return slot
    }

    /// Whether all series of an indicator were met by this import, so that none has to be looked for.
    private mutating func isNew(_ indicator: UInt32) throws -> Bool {
        if let known = areNew[indicator] { return known }
        let query = try RowStatement(db, "SELECT 1 FROM series WHERE indicator = ?1 LIMIT 1")
        let isNew = try query.read([.text(texts[Int(indicator)].composed)]) { _ in true } == nil
        areNew[indicator] = isNew
        return isNew
    }

    private func find(_ key: SeriesKey) throws -> Known? {
        try selection.read(key) { row in row.number(0).map { Known(id: $0, isMarked: row.number(1) == importID) } } ?? nil
    }

    /// Makes the row of a series that is not there.
    ///
    /// It bears its mark from the beginning, unless its row is questioned, which may leave it without a value.
    private mutating func make(_ names: NameTriple, for row: ObservedRow?) throws -> Known {
        let isTaken = row.flatMap { $0.hasToBePlausible ? RecentValues().question($0) : nil } == nil
        let id = nextID
        nextID += 1
        waiting.append(NewSeries(id: id, names: names, isMarked: isTaken))
        if heldMarks == nil, waiting.count >= Self.batchSize { try writeWaiting() }
        return Known(id: id, isMade: isTaken, isMarked: false)
    }
}

// MARK: Marks

extension SeriesCache {
    /// Whether this import has marked the series already, as far as is known.
    func isMarked(_ entry: Entry) -> Bool {
        entry.id == lastMarked || entry.generation == generation && slots[Int(entry.slot)].isMarked
    }

    /// Marks a series to be judged; `false` where this import has marked it already.
    mutating func mark(_ entry: Entry) throws -> Bool {
        guard !isMarked(entry) else { return false }
        lastMarked = entry.id
        guard entry.generation == generation else {
            try marking.run(entry.id, importID)
            return true
        }
        let known = slots[Int(entry.slot)]
        slots[Int(entry.slot)].isMarked = true
        if known.isMade { return true }
        if let first = waiting.first?.id, entry.id >= first {
            waiting[Int(entry.id - first)].isMarked = true
        } else if heldMarks != nil {
            heldMarks?.append(entry.id)
        } else {
            try marking.run(entry.id, importID)
        }
        return true
    }
}

// MARK: The last values

extension SeriesCache {
    /// Whether the last values of the series have to be looked up.
    func hasToLook(at entry: Entry) -> Bool {
        let recent = Int(slots[Int(entry.slot)].recent)
        return recent < 0 || recents[recent] == nil
    }

    /// Whether the row has to be confirmed first, by the last values of its series.
    ///
    /// - Parameters:
    ///   - row: the row.
    ///   - entry: its series.
    ///   - waiting: gives the values of the series that are not in the database yet.
    /// - Returns: the fault; `nil` where nobody has to confirm it.
    /// - Throws: what the database throws.
    mutating func question(_ row: ObservedRow, _ entry: Entry, after waiting: () throws -> [PeriodValue]) throws -> RowFault? {
        try look(at: entry, after: waiting)
        return recents[Int(slots[Int(entry.slot)].recent)]?.question(row)
    }

    /// Remembers a row that is taken as one of the last values of its series, where those are known.
    mutating func note(_ row: ObservedRow, of entry: Entry, after waiting: () throws -> [PeriodValue]) throws {
        // What only the continued delivery says of it is not found later.
        if isContinuing { try look(at: entry, after: waiting) }
        let recent = Int(slots[Int(entry.slot)].recent)
        guard recent >= 0 else { return }
        recents[recent]?.note(row.observation.value, of: row.observation.period)
    }

    /// Forgets the last values of a series of which one was taken back.
    mutating func forgetValues(of entry: Entry) {
        let recent = Int(slots[Int(entry.slot)].recent)
        if recent >= 0 { recents[recent] = nil }
    }

    private mutating func look(at entry: Entry, after waiting: () throws -> [PeriodValue]) throws {
        guard hasToLook(at: entry) else { return }
        let found = try recentValues(of: entry.id, after: waiting())
        let recent = Int(slots[Int(entry.slot)].recent)
        guard recent < 0 else { return recents[recent] = found }
        slots[Int(entry.slot)].recent = Int32(recents.count)
        recents.append(found)
    }

    private func recentValues(of series: Int64, after waiting: [PeriodValue]) throws -> RecentValues {
        var recent = RecentValues()
        try lastValues.readAll(series) { row in
            guard let period = row.number(0).flatMap(Period.init(code:)),
                let value = row.number(1).flatMap({ coefficient in
                    row.number(2).flatMap { ExactDecimal(coefficient: coefficient, scale: Int($0)) }
                })
            else { return }
            recent.note(value, of: period)
        }
        for value in waiting { recent.note(value.value, of: value.period) }
        return recent
    }
}

// MARK: Writing

extension SeriesCache {
    /// Makes the new series that wait; in a dry run they go on waiting.
    mutating func writeWaiting() throws {
        guard heldMarks == nil, !waiting.isEmpty else { return }
        try insert(waiting)
        waiting.removeAll(keepingCapacity: true)
    }

    /// Writes what a dry run has held, and holds nothing from here on.
    mutating func writeHeld() throws {
        for id in heldMarks ?? [] { try marking.run(id, importID) }
        heldMarks = nil
        try writeWaiting()
    }

    /// How many series a dry run would mark.
    var heldCount: Int { (heldMarks?.count ?? 0) + waiting.count(where: \.isMarked) }

    /// Whether a dry run holds what it would write.
    var isHeld: Bool { heldMarks != nil }

    /// Writes the first of the series that a dry run would mark, for looking at them.
    func showFirst(_ limit: Int) throws {
        let there = (heldMarks ?? []).sorted().prefix(limit)
        for id in there { try marking.run(id, importID) }
        try insert(Array(waiting.lazy.filter(\.isMarked).prefix(limit - there.count)))
    }

    /// Writes a series that a dry run would make, for looking at it, unless that was done; gives its row, if there is one.
    func show(_ key: SeriesKey) throws -> Int64? {
        if let id = try SeriesRows(db: db).id(of: key) { return id }
        guard isMet(key), let triple = triple(of: key), let slot = places[triple],
            let first = waiting.first?.id, slots[Int(slot)].id >= first
        else { return nil }
        let series = waiting[Int(slots[Int(slot)].id - first)]
        try insert([series])
        return series.id
    }

    private func triple(of key: SeriesKey) -> NameTriple? {
        guard let indicator = names[key.indicator.description], let area = names[key.area.description],
            let breakdown = names[key.breakdown.description]
        else { return nil }
        return NameTriple(indicator: indicator, area: area, breakdown: breakdown)
    }

    private func insert(_ series: [NewSeries]) throws {
        for start in stride(from: 0, to: series.count, by: Self.batchSize) {
            let batch = series[start..<min(start + Self.batchSize, series.count)]
            let row = "(?, ?, ?, ?, ?, ?)"
            let rows = Array(repeating: row, count: batch.count).joined(separator: ", ")
            let columns = "id, indicator, area, breakdown, mark, markedBy"
            try RowStatement(db, "INSERT INTO series (\(columns)) VALUES \(rows)").run(batch.flatMap(parameters))
        }
    }

    private func parameters(_ series: NewSeries) -> [Parameter] {
        [
            .number(series.id), text(series.names.indicator), text(series.names.area), text(series.names.breakdown),
            .number(series.isMarked ? 1 : 0), .optional(series.isMarked ? importID : nil),
        ]
    }

    private func text(_ number: UInt32) -> Parameter { .text(texts[Int(number)].composed) }
}
