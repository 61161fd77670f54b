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
        let slot: Int32
        let generation: Int32
    }

    struct Known {
        let id: Int64
        /// Whether its series was made for a row of this import, and bears its mark from the beginning.
        var isMade = false
        var isMarked: Bool
        /// Where its last values stand; negative where they were not looked up.
        var recent: Int32 = -1
    }

    struct NewSeries {
        let id: Int64
        let names: NameTexts.Triple
        var isMarked: Bool
    }

    /// How many series are made by one statement.
    static let batchSize = 20

    /// So many series of an indicator are few: they are read at once.
    private static let few = 64
    private static let capacity = 65_536
    private static let heldCapacity = 262_144

    let db: Database
    let importID: Int64
    private let isContinuing: Bool
    private let selection: RowStatement
    let marking: RowStatement
    private let lastValues: RowStatement
    var names = NameTexts()
    var slots: [Known] = []
    var places: [NameTexts.Triple: Int32] = [:]
    var generation: Int32 = 0
    private var recents: [RecentValues?] = []
    /// Of each indicator whether the store had few series of it when it was first met: then all that it has were met here.
    private var areAllMet: [IndicatorID: Bool] = [:]
    /// The series that were met before a new beginning.
    private var before: MetSeries?
    // The rows of one series mostly follow each other.
    private var last: (key: SeriesKey, entry: Entry)?
    var lastMarked: Int64?
    var waiting: [NewSeries] = []
    private var nextID: Int64
    /// The series that are there already and would be marked; `nil` where they are.
    var heldMarks: [Int64]?

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
    /// - Throws: what the database throws.
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
    var isFull: Bool { max(slots.count, names.count) >= (heldMarks == nil ? Self.capacity : Self.heldCapacity) }

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
        let triple = names.triple(of: key)
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

    func isMet(_ key: SeriesKey) -> Bool { names.knownTriple(of: key).flatMap { places[$0] } != nil }

    private mutating func startAgain() throws {
        try writeHeld()
        var met = before ?? MetSeries()
        for triple in places.keys { met.insert(names.hash(triple)) }
        before = met
        generation += 1
        names.removeAll()
        slots.removeAll(keepingCapacity: true)
        places.removeAll(keepingCapacity: true)
        recents.removeAll(keepingCapacity: true)
    }

    private mutating func add(_ key: SeriesKey, _ triple: NameTexts.Triple, for row: ObservedRow?) throws -> Int32 {
        let areAllMet = try areAllMet(key.indicator)
        if let slot = places[triple] { return slot }
        let isNew = areAllMet && !(before?.mayHave(names.hash(triple)) ?? false)
        return note(try isNew ? make(triple, for: row) : find(triple) ?? make(triple, for: row), as: triple)
    }

    private mutating func note(_ known: Known, as triple: NameTexts.Triple) -> Int32 {
        let slot = Int32(slots.count)
        slots.append(known)
        places[triple] = slot
        return slot
    }

    /// Whether all series of an indicator were met by this import, so that none has to be looked for.
    ///
    /// What is expected of an indicator is always there; of a file of many series the store mostly has all or none.
    private mutating func areAllMet(_ indicator: IndicatorID) throws -> Bool {
        if let known = areAllMet[indicator] { return known }
        let there = try few(of: indicator)
        let areFew = there.count <= Self.few
        areAllMet[indicator] = areFew
        if areFew {
            for (key, known) in there { _ = note(known, as: names.triple(of: key)) }
        }
        return areFew
    }

    /// The series of an indicator that are there, up to one more than are few.
    private func few(of indicator: IndicatorID) throws -> [(SeriesKey, Known)] {
        let columns = "indicator, area, breakdown, id, markedBy"
        let query = try RowStatement(db, "SELECT \(columns) FROM series WHERE indicator = ?1 LIMIT \(Self.few + 1)")
        var keys = KeyTexts()
        var found: [(SeriesKey, Known)] = []
        try query.readAll([.text(indicator.description.composed)]) { row in
            guard let id = row.number(3) else { return }
            found.append((try keys.key(row, from: 0), Known(id: id, isMarked: row.number(4) == importID)))
        }
        return found
    }

    private func find(_ triple: NameTexts.Triple) throws -> Known? {
        try selection.read(names.bytes, names.ranges(triple)) { row in
            row.number(0).map { Known(id: $0, isMarked: row.number(1) == importID) }
        } ?? nil
    }

    /// Makes the row of a series that is not there.
    ///
    /// It bears its mark from the beginning, unless its row is questioned, which may leave it without a value.
    private mutating func make(_ names: NameTexts.Triple, for row: ObservedRow?) throws -> Known {
        let isTaken = row.flatMap { $0.hasToBePlausible ? RecentValues().question($0) : nil } == nil
        let id = nextID
        nextID += 1
        waiting.append(NewSeries(id: id, names: names, isMarked: isTaken))
        if heldMarks == nil, waiting.count >= Self.batchSize { try writeWaiting() }
        return Known(id: id, isMade: isTaken, isMarked: false)
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
    mutating func question(
        _ row: ObservedRow,
        _ entry: Entry,
        after waiting: () throws -> [PeriodValue]
    ) throws -> RowFault? {
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
        guard recent < 0 else {
            recents[recent] = found
            return
        }
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
