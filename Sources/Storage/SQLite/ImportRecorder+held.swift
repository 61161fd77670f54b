internal import Feeds
internal import Indicators

// What is there of the places of rows, and what a dry run holds instead of writing it.

extension ImportRecorder {
    /// What holds of a place, or would hold after the rows before it.
    func current(_ place: RowPlace, _ period: Period) throws -> StoredObservation? {
        if let value = try held?.value(at: place) { return value }
        // Of a series that this import makes no earlier file has brought a value.
        guard held == nil || place.series < cache.firstNew else { return nil }
        return try statements.current(period, series: place.series)
    }

    /// What holds of the places of some rows; `nil` where each has to be asked about by itself.
    func neighbours(_ rows: [WaitingRow], at order: ArraySlice<Int>) throws -> ImportStatements.Neighbours? {
        guard let held else { return try statements.current(rows, at: order) }
        guard var found = try stored(rows, at: order) else { return nil }
        let places = order.map { rows[$0].place }
        guard let first = places.first, !held.areBehind(first) else { return found }
        for (number, value) in try held.values(at: places).enumerated() {
            if let value { found.values[number] = value }
        }
        return found
    }

    /// What the store has of the places of some rows.
    private func stored(_ rows: [WaitingRow], at order: ArraySlice<Int>) throws -> ImportStatements.Neighbours? {
        guard let first = order.first, rows[first].series.id >= cache.firstNew else {
            return try statements.current(rows, at: order)
        }
        let areAscending = zip(order, order.dropFirst()).allSatisfy { rows[$0].place < rows[$1].place }
        return areAscending ? ImportStatements.Neighbours(none: order.count) : nil
    }

    /// Adds rows together that have no values before; `false` where one of them had.
    mutating func insert(_ rows: [WaitingRow], at places: ArraySlice<Int>) throws -> Bool {
        guard held != nil else { return try statements.insert(rows, at: places, importID: importID) }
        let values = places.map { (rows[$0].series.id, fresh(rows[$0])) }
        held?.add(values)
        return true
    }

    /// Adds one row; `false` where its period had a value.
    mutating func insert(_ waiting: WaitingRow) throws -> Bool {
        let (series, value) = (waiting.series.id, fresh(waiting))
        guard held != nil else { return try statements.insert(value, series: series) }
        held?.add([(series, value)])
        return true
    }

    private func fresh(_ waiting: WaitingRow) -> StoredObservation {
        StoredObservation(
            observation: waiting.row.observation,
            revision: 1,
            importID: importID,
            line: Int64(waiting.row.line)
        )
    }
}

// MARK: What a dry run holds

extension ImportRecorder {
    /// Writes what was held, and holds nothing from here on: there is too much of it.
    mutating func writeHeld() throws {
        try flush()
        try cache.writeHeld()
        guard var rows = held else { return }
        held = nil
        var count = 0
        try rows.takeAll { series, value in
            if count.isMultiple(of: 1000) { try whileEntering() }
            count += 1
            try write(value, series: series)
        }
    }

    private func write(_ value: StoredObservation, series: Int64) throws {
        if value.revision > 1 {
            try statements.replace(with: value, series: series)
        } else {
            _ = try statements.insert(value, series: series)
        }
    }

    /// How many series a dry run would mark; `nil` where they are marked.
    var heldCount: Int? { cache.isHeld ? cache.heldCount : nil }

    /// Writes the first series that a dry run would mark, for looking at them.
    func showFirst(_ limit: Int) throws {
        if cache.isHeld { try cache.showFirst(limit) }
    }

    /// Writes what a dry run would bring of some series, for looking at it.
    func show(_ series: [SeriesKey]) throws {
        guard let held else { return }
        for key in series {
            guard let id = try cache.show(key) else { continue }
            for value in try held.values(of: id) { try write(value, series: id) }
        }
    }
}
