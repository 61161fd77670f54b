internal import Feeds
internal import Indicators

// What becomes of the rows that waited. They go into the store in its own order, and are counted in the order of the file,
// so that a receipt does not depend on how many waited.
extension ImportRecorder {
    /// What a row came to in the store.
    private enum Verdict {
        case taken
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
        for (place, row) in rows.enumerated() {
            if place.isMultiple(of: Self.manyRows) { try whileEntering() }
            try count(others[place] ?? .taken, row)
        }
    }

    /// Counts what became of a row, and marks its series where that changed it.
    private mutating func count(_ verdict: Verdict, _ waiting: WaitingRow) throws {
        switch verdict {
        case .taken:
            tally.countTaken(waiting.row)
            try mark(waiting.row.series, waiting.series, depth: 0)
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
        let isWhole = places.count == ImportStatements.batchSize
        if isWhole, !metKnown {
            if try insert(rows, at: places) { return }
            metKnown = true
        }
        let currents = isWhole && metKnown ? try statements.current(places.map { rows[$0].place }) : nil
        if let currents, currents.allSatisfy({ $0 == nil }) {
            metKnown = false
            if try insert(rows, at: places) { return }
        }
        let lines = try currents.flatMap { try meet(rows, at: places, $0) }
        for (number, place) in places.enumerated() {
            let verdict: Verdict
            if let current = currents?[number] {
                let line = lines?[number] ?? .unasked
                verdict = try enter(rows[place], after: current, saidOn: line)
            } else {
                verdict = try enter(rows[place])
            }
            if case .taken = verdict { continue }
            others[place] = verdict
        }
    }

    /// Adds rows together; `false` where one of them had a value.
    private func insert(_ rows: [WaitingRow], at places: ArraySlice<Int>) throws -> Bool {
        try statements.insert(places.lazy.map { rows[$0] }, importID: importID)
    }

    /// Takes in one row that may be known, or that its batch has put in already.
    private mutating func enter(_ waiting: WaitingRow) throws -> Verdict {
        let observation = waiting.row.observation
        if metKnown, let current = try statements.current(observation.period, series: waiting.series.id) {
            return try enter(waiting, after: current)
        }
        if try statements.insert(fresh(waiting), series: waiting.series.id) {
            metKnown = false
        } else if let current = try statements.current(observation.period, series: waiting.series.id) {
            metKnown = true
            return try enter(waiting, after: current)
        }
        return .taken
    }

    private func fresh(_ waiting: WaitingRow) -> StoredObservation {
        StoredObservation(
            observation: waiting.row.observation,
            revision: 1,
            importID: importID,
            line: Int64(waiting.row.line)
        )
    }

    /// Keeps what is decided on a row for a period that has a value.
    private mutating func enter(
        _ waiting: WaitingRow,
        after current: StoredObservation,
        saidOn known: EarlierLine = .unasked
    ) throws -> Verdict {
        if current.isOf(waiting, importID: importID) { return .taken }
        let row = waiting.row
        let line = try lineOfThisFile(waiting, after: current, known)
        if isRepeat, line == nil, let verdict = try repeated(waiting, after: current) { return verdict }
        let holding = current.holds ? current.observation : nil
        let decision = RowDecision.on(row.observation, after: holding, saidOnLine: line)
        switch decision {
        case .revision(_, let following): try revise(waiting, following, after: current)
        // Its value was taken back, and no older one holds.
        case .new: try revise(waiting, row.observation, after: current)
        case .unchanged, .duplicate, .conflict: break
        }
        return .decided(decision)
    }

    private func revise(
        _ waiting: WaitingRow,
        _ following: Observation,
        after current: StoredObservation
    ) throws {
        let later = StoredObservation(
            observation: following,
            revision: current.revision + 1,
            importID: importID,
            line: Int64(waiting.row.line)
        )
        try statements.replace(with: later, series: waiting.series.id)
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
    /// The line of an earlier row of the file about the same period, as far as it was asked for.
    private enum EarlierLine {
        case unasked
        case isFirst
    }

    /// Notes the rows that meet values of earlier files; `nil` where each has to be asked about by itself.
    private func meet(
        _ rows: [WaitingRow],
        at places: ArraySlice<Int>,
        _ currents: [StoredObservation?]
    ) throws -> [EarlierLine]? {
        guard currents.allSatisfy({ $0.map { $0.importID != importID } ?? false }) else { return nil }
        let met = places.map { (place: rows[$0].place, line: Int64(rows[$0].row.line)) }
        return try statements.meetFirst(met) ? Array(repeating: EarlierLine.isFirst, count: met.count) : nil
    }

    /// The line of the earlier row of this file that gave the current value, or met it.
    private func lineOfThisFile(
        _ waiting: WaitingRow,
        after current: StoredObservation,
        _ known: EarlierLine
    ) throws -> Int? {
        guard current.importID != importID else { return Int(current.line) }
        switch known {
        case .isFirst: return nil
        case .unasked:
            let row = waiting.row
            return try statements.meet(row.observation.period, series: waiting.series.id, line: row.line)
        }
    }
}

extension StoredObservation {
    /// Whether it is the very row of the file.
    fileprivate func isOf(_ waiting: WaitingRow, importID: Int64) -> Bool {
        self.importID == importID && line == Int64(waiting.row.line)
            && observation.agrees(with: waiting.row.observation)
    }
}
