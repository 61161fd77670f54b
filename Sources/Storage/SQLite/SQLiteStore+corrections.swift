internal import Feeds
internal import GRDB
package import Indicators

extension SQLiteStore {
    package func obey(
        _ order: WithdrawalOrder,
        dependants: @escaping @Sendable (SeriesKey) -> [SeriesKey]
    ) async throws -> WithdrawalOrder.Outcome {
        try await transaction { db in
            let outcome = try Correction(db: db, order: order, dependants: dependants).obey()
            guard case .done = outcome else { return (outcome, .rollback) }
            return (outcome, .commit)
        }
    }

    package func corrections(of series: SeriesKey) async throws -> [CorrectedValue] {
        try await read { db in
            guard let id = try SeriesRows(db: db).id(of: series) else { return [] }
            let periods = try db.each(
                """
                SELECT DISTINCT period FROM (
                    SELECT period FROM observation WHERE series = ?1 AND withdrawal IS NOT NULL
                    UNION ALL SELECT period FROM revisedObservation WHERE series = ?1 AND withdrawal IS NOT NULL
                ) ORDER BY period
                """,
                [id]
            ) { Period(code: try $0.value("period")) }
            return try periods.compactMap(\.self)
                .flatMap { CorrectedValue.among(try ObservationRows(db: db).revisions(of: series, period: $0)) }
                .sorted { $0.after.recordedAt < $1.after.recordedAt }
        }
    }
}

/// Carries one order out.
private struct Correction {
    /// One period that may have to be settled.
    private struct Place: Hashable {
        let series: Int64
        let period: Period
    }

    let db: Database
    let order: WithdrawalOrder
    let dependants: (SeriesKey) -> [SeriesKey]

    private static let longestChain = 16

    func obey() throws -> WithdrawalOrder.Outcome {
        switch order.subject {
        case .value(let series, let period): try takeBack(series, period)
        case .imported(let name): try undo(NamedImport(name))
        }
    }

    private var rows: WithdrawalRows { WithdrawalRows(db: db) }

    private func takeBack(_ series: SeriesKey, _ period: Period) throws -> WithdrawalOrder.Outcome {
        guard let id = try SeriesRows(db: db).id(of: series) else { return .nothingHolds }
        let act = try rows.note(order.withdrawal)
        let statements = try ImportStatements(db)
        guard let change = try rows.takeBack(period, series: id, by: act, with: statements) else {
            return .nothingHolds
        }
        try mark(series)
        let value = WithdrawnValue(series: series, period: period, old: change.old, holds: change.holds)
        return .done(IntakeTally.Listed([value]))
    }

    private func undo(_ name: NamedImport) throws -> WithdrawalOrder.Outcome {
        switch NamedImport.choice(among: try candidates(name)) {
        case .none: return .noSuchImport
        case .ambiguous(let candidates): return .ambiguous(candidates)
        case .one(let imports):
            let standing = imports.filter { !$0.isUndone }.map(\.id)
            return standing.isEmpty ? try .undoneBefore(undoing(imports)) : .done(try undo(standing))
        }
    }

    /// The imports whose hash begins so, else those of files of that name, else the one that is kept under it.
    private func candidates(_ name: NamedImport) throws -> [NamedImport.Candidate] {
        var found = try name.hash.map { try imports("hash >= ?1 AND hash < ?1 || 'g'", $0) } ?? []
        if found.isEmpty { found = try imports("fileName = ?1", name.text) }
        if found.isEmpty, let kept = name.kept {
            found = try imports("hash >= ?1 AND hash < ?1 || 'g'", kept.hash)
                .filter { kept.mayBe($0.fileName, $0.hash) }
        }
        return found
    }

    private func imports(_ condition: String, _ text: String) throws -> [NamedImport.Candidate] {
        let columns = "id, hash, fileName, at, undoneBy"
        return try db.each(
            "SELECT \(columns) FROM import WHERE refusal IS NULL AND \(condition) ORDER BY id",
            [text]
        ) { row in
            NamedImport.Candidate(
                id: try row.value("id"),
                hash: try row.value("hash"),
                fileName: try row.value("fileName"),
                at: try row.instant("at"),
                isUndone: try row.value("undoneBy", as: Int64?.self) != nil
            )
        }
    }

    /// The order by which imports of one content were undone.
    private func undoing(_ imports: [NamedImport.Candidate]) throws -> Withdrawal {
        try withdrawal(db.row("SELECT undoneBy FROM import WHERE id = ?", [imports.first?.id])?.value("undoneBy"))
    }

    private func withdrawal(_ id: Int64?) throws -> Withdrawal {
        guard let row = try db.row("SELECT at, orderedBy, why FROM withdrawal WHERE id = ?", [id]) else {
            throw StoreError.failed("read store: an import was undone by an order that is not there")
        }
        return Withdrawal(by: try row.value("orderedBy"), why: try row.value("why"), at: try row.instant("at"))
    }

    private func undo(_ imports: [Int64]) throws -> IntakeTally.Listed<WithdrawnValue> {
        let act = try rows.note(order.withdrawal)
        for id in imports {
            try db.run("UPDATE import SET undoneBy = ? WHERE id = ?", [act, id])
            try VanishedRows(db: db).clear(missingIn: id, at: order.at)
        }
        let statements = try ImportStatements(db)
        var values = IntakeTally.Listed<WithdrawnValue>()
        var marked: Set<Int64> = []
        for place in try places(of: imports) {
            guard let change = try rows.settle(place.period, series: place.series, by: act, with: statements),
                let key = try key(of: place.series)
            else { continue }
            values.add(WithdrawnValue(series: key, period: place.period, old: change.old, holds: change.holds))
            if marked.insert(place.series).inserted { try mark(key) }
        }
        return values
    }

    /// The periods whose value came of the imports, or was taken back by them.
    private func places(of imports: [Int64]) throws -> [Place] {
        var places: [Place] = []
        for id in imports {
            places += try db.each("SELECT series, period FROM observation WHERE import = ?", [id], Self.place)
            places += try db.each(
                """
                SELECT DISTINCT series, period FROM withdrawal w JOIN takenBack t ON t.withdrawal = w.id WHERE w.import = ?
                """,
                [id],
                Self.place
            )
        }
        var met: Set<Place> = []
        return places.filter { met.insert($0).inserted }
    }

    private static func place(_ row: Row) throws -> Place {
        guard let period = Period(code: try row.value("period")) else {
            throw StoreError.failed("read store: a period has a form that this version does not know")
        }
        return Place(series: try row.value("series"), period: period)
    }

    private func key(of series: Int64) throws -> SeriesKey? {
        try db.row("SELECT indicator, area, breakdown FROM series WHERE id = ?", [series]).map(SeriesRows.key)
    }

    private func mark(_ key: SeriesKey, depth: Int = 0) throws {
        guard depth < Self.longestChain else { return }
        let series = SeriesRows(db: db)
        try series.mark(series.makeID(of: key))
        for derived in dependants(key) { try mark(derived, depth: depth + 1) }
    }
}
