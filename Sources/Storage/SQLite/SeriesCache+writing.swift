internal import GRDB
internal import Indicators

// What becomes of series in the database: their marks, and the new ones.

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
        guard let slot = names.knownTriple(of: key).flatMap({ places[$0] }), let first = waiting.first?.id,
            slots[Int(slot)].id >= first
        else { return nil }
        let series = waiting[Int(slots[Int(slot)].id - first)]
        try insert([series])
        return series.id
    }

    private func insert(_ series: [NewSeries]) throws {
        for start in stride(from: 0, to: series.count, by: Self.batchSize) {
            let batch = series[start..<min(start + Self.batchSize, series.count)]
            let row = "(?, ?, ?, ?, ?, ?)"
            let rows = Array(repeating: row, count: batch.count).joined(separator: ", ")
            let columns = "id, indicator, area, breakdown, mark, markedBy"
            let insertion = try RowStatement(db, "INSERT INTO series (\(columns)) VALUES \(rows)")
            try insertion.run(names.bytes, batch.lazy.map(parameters))
        }
    }

    private func parameters(_ series: NewSeries) -> [PlacedParameter] {
        [.number(series.id)] + names.ranges(series.names).map(PlacedParameter.text)
            + (series.isMarked ? [.number(1), .number(importID)] : [.number(0), .none])
    }
}
