internal import Feeds
internal import Indicators

// What becomes of the rows that waited. They go into the store in its own order, and are counted in the order of the file,
// so that a receipt does not depend on how many waited.
extension ImportRecorder {
    /// What a row came to in the store, but for those that are taken.
    private indirect enum Verdict {
        case decided(RowDecision)
        case unchanged
        case lapsed(LapsedValue)
    }

    private static let manyRows = 1000

    /// Enters the rows that wait.
    mutating func flush() throws {
        guard !batch.isEmpty else { return }
        let (rows, order) = batch.takeAll()
        // Most are taken: the others are kept by their places.
        var others: [Int: Verdict] = [:]
        for start in stride(from: 0, to: order.count, by: ImportStatements.batchSize) {
            try whileEntering()
            let places = order[start..<min(start + ImportStatements.batchSize, order.count)]
            try enter(rows, at: places, &others)
        }
        for place in rows.indices {
            if place.isMultiple(of: Self.manyRows) { try whileEntering() }
            if others.isEmpty {
                try countTaken(rows, place)
            } else if let verdict = others[place] {
                try count(verdict, rows[place])
            } else {
                try countTaken(rows, place)
            }
        }
    }

    private mutating func countTaken(_ rows: [WaitingRow], _ place: Int) throws {
        tally.countTaken(rows[place].row)
        if !cache.isMarked(rows[place].series) { try mark(rows[place].row.series, rows[place].series, depth: 0) }
    }

    /// Counts what became of a row, and marks its series where that changed it.
    private mutating func count(_ verdict: Verdict, _ waiting: WaitingRow) throws {
        switch verdict {
        case .decided(let decision):
            switch decision {
            case .new, .revision: try mark(waiting.row.series, waiting.series, depth: 0)
            case .unchanged, .duplicate, .conflict: break
            }
            tally.count(decision, of: waiting.row)
        case .unchanged: tally.countUnchanged()
        case .lapsed(let value): tally.count(value)
        }
    }

    /// Enters some rows that are neighbours in the store; what is not simply taken comes among the others.
    private mutating func enter(
        _ rows: [WaitingRow],
        at places: ArraySlice<Int>,
        _ others: inout [Int: Verdict]
    ) throws {
        guard places.count == ImportStatements.batchSize else {
            return try enter(rows, at: places, after: nil, &others)
        }
        if held == nil, !metKnown {
            if try statements.insert(rows, at: places, importID: importID) { return }
            metKnown = true
        }
        let found = try neighbours(rows, at: places)
        if let found, found.isEmpty {
            metKnown = false
            if try insert(rows, at: places) { return }
        }
        try enter(rows, at: places, after: found, &others)
        try statements.replace(revisions, areAlone: found?.areAlone ?? false)
        revisions.removeAll(keepingCapacity: true)
    }

    /// Enters rows one by one, after what was found at their places, as far as that was looked for.
    private mutating func enter(
        _ rows: [WaitingRow],
        at places: ArraySlice<Int>,
        after found: ImportStatements.Neighbours?,
        _ others: inout [Int: Verdict]
    ) throws {
        let areFirst = try found.map { try meet(rows, at: places, $0.values) } ?? false
        for (number, place) in places.enumerated() {
            let verdict: Verdict?
            if let current = found?.values[number] {
                verdict = try enter(rows[place], after: current, isFirst: areFirst, amongNeighbours: true)
            } else {
                verdict = try enter(rows[place])
            }
            if let verdict { others[place] = verdict }
        }
    }

    /// Takes in one row that may be known, or that its batch has put in already; `nil` where it is taken.
    private mutating func enter(_ waiting: WaitingRow) throws -> Verdict? {
        let period = waiting.row.observation.period
        if metKnown || held != nil, let current = try current(waiting.place, period) {
            return try enter(waiting, after: current)
        }
        if try insert(waiting) {
            metKnown = false
        } else if let current = try current(waiting.place, period) {
            metKnown = true
            return try enter(waiting, after: current)
        }
        return nil
    }

    /// Keeps what is decided on a row for a period that has a value; `nil` where that value is the row's own.
    private mutating func enter(
        _ waiting: WaitingRow,
        after current: StoredObservation,
        isFirst: Bool = false,
        amongNeighbours: Bool = false
    ) throws -> Verdict? {
        if current.isOf(waiting, importID: importID) { return nil }
        let row = waiting.row
        let line = isFirst ? nil : try lineOfThisFile(waiting, after: current)
        if isRepeat, line == nil, let verdict = try repeated(waiting, after: current) { return verdict }
        let holding = current.holds ? current.observation : nil
        let decision = RowDecision.on(row.observation, after: holding, saidOnLine: line)
        let following: Observation
        switch decision {
        case .revision(_, let later): following = later
        // Its value was taken back, and no older one holds.
        case .new: following = row.observation
        case .unchanged, .duplicate, .conflict: return .decided(decision)
        }
        try revise(waiting, following, after: current, amongNeighbours: amongNeighbours)
        return .decided(decision)
    }

    private mutating func revise(
        _ waiting: WaitingRow,
        _ following: Observation,
        after current: StoredObservation,
        amongNeighbours: Bool
    ) throws {
        let later = StoredObservation(
            observation: following,
            revision: current.revision + 1,
            importID: importID,
            line: Int64(waiting.row.line)
        )
        let series = waiting.series.id
        if held != nil {
            held?.add([(series, later)])
        } else if amongNeighbours {
            revisions.append(ImportStatements.Revision(series: series, old: current, later: later))
        } else {
            try statements.replace(with: later, series: series)
        }
    }

    /// What a row of a file is that was taken in before, where it holds or has held; `nil` where it was never taken.
    private func repeated(_ waiting: WaitingRow, after current: StoredObservation) throws -> Verdict? {
        let row = waiting.row
        let rows = WithdrawalRows(db: db)
        let earlier = try rows.revisions(of: row.observation.period, series: waiting.series.id)
            .filter { $0.withdrawal == nil }
        let known = current.holds ? current.observation : nil
        switch RepeatedRow.on(row.observation, known: known, earlier: earlier.map(\.observation)) {
        case .isNew: return nil
        case .holds: return .unchanged
        case .lapsed(let place):
            let cause = try rows.cause(of: earlier[place], series: waiting.series.id, after: current)
            return .lapsed(LapsedValue(series: row.series, said: row.observation, holds: known, cause: cause))
        }
    }
}

// MARK: What earlier rows of the file said

extension ImportRecorder {
    /// Notes the rows that meet values of earlier files; `false` where each has to be asked about by itself.
    private mutating func meet(
        _ rows: [WaitingRow],
        at places: ArraySlice<Int>,
        _ currents: [StoredObservation?]
    ) throws -> Bool {
        guard currents.allSatisfy({ $0.map { $0.importID != importID } ?? false }) else { return false }
        return try met.meetFirst(places.map { PlaceRuns.Row(place: rows[$0].place, line: Int64(rows[$0].row.line)) })
    }

    /// The line of the earlier row of this file that gave the current value, or met it.
    private mutating func lineOfThisFile(_ waiting: WaitingRow, after current: StoredObservation) throws -> Int? {
        guard current.importID != importID else { return Int(current.line) }
        return try met.meet(waiting.place, line: waiting.row.line)
    }
}

extension StoredObservation {
    /// Whether it is the very row of the file.
    fileprivate func isOf(_ waiting: WaitingRow, importID: Int64) -> Bool {
        self.importID == importID && line == Int64(waiting.row.line)
            && observation.agrees(with: waiting.row.observation)
    }
}
