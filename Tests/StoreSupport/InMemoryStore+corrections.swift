internal import Alerting
internal import Assessment
internal import Feeds
package import Indicators
package import Storage

extension InMemoryStore {
    package func obey(
        _ order: WithdrawalOrder,
        dependants: @escaping @Sendable (SeriesKey) -> [SeriesKey]
    ) async throws -> WithdrawalOrder.Outcome {
        try write { memory in
            switch order.subject {
            case .value(let series, let period):
                let taken = Memory.TakenBack(order: order.withdrawal, imported: nil)
                guard let value = memory.takeBack(period, of: series, by: taken) else { return .nothingHolds }
                memory.mark(series, dependants)
                return .done(IntakeTally.Listed([value]))
            case .imported(let name): return memory.undo(NamedImport(name), order.withdrawal, dependants)
            }
        }
    }

    package func corrections(of series: SeriesKey) async throws -> [CorrectedValue] {
        read { memory in
            (memory.series[series]?.values ?? [:]).sorted { $0.key.end < $1.key.end }
                .flatMap { CorrectedValue.among($0.value.map(memory.recorded)) }
                .sorted { $0.after.recordedAt < $1.after.recordedAt }
        }
    }
}

extension Memory {
    /// Takes back what holds; `nil` where nothing does.
    mutating func takeBack(_ period: Period, of key: SeriesKey, by taken: TakenBack) -> WithdrawnValue? {
        guard let origin = series[key]?.values[period]?.last?.origin else { return nil }
        orderMoments.append(taken.order.at)
        change(key) { series in
            guard let place = series.values[period]?.firstIndex(where: { $0.revision == origin }) else { return }
            series.values[period]?[place].takenBack.append(taken)
        }
        return settle(period, of: key, by: taken.order)
    }

    /// Puts in its place what holds now; `nil` where that is what held before.
    private mutating func settle(_ period: Period, of key: SeriesKey, by order: Withdrawal) -> WithdrawnValue? {
        let all = series[key]?.values[period] ?? []
        guard let current = all.last else { return nil }
        let number = ValueInForce.number(
            among: all.map { value in
                ValueInForce.Revision(
                    number: value.revision,
                    isRepetition: value.withdrawal != nil,
                    isTakenBack: isTakenBack(value)
                )
            }
        )
        guard number != current.origin else { return nil }
        let holding = all.first { $0.revision == number }
        let source = holding ?? current
        let next = Value(
            observation: source.observation,
            revision: current.revision + 1,
            imported: source.imported,
            line: source.line,
            withdrawal: order,
            restores: number
        )
        change(key) { $0.values[period]?.append(next) }
        let place = Place(series: key, period: period)
        clear(at: order.at) { $0.place == place }
        if holding == nil { for feed in feedRows.keys { feedRows[feed]?[place] = nil } }
        return WithdrawnValue(series: key, period: period, old: current.observation, holds: holding?.observation)
    }

    private func isTakenBack(_ value: Value) -> Bool {
        imports[value.imported].undoneBy != nil || standing(value) != nil
    }

    /// The last order by which the value was taken back that stands.
    private func standing(_ value: Value) -> Withdrawal? {
        value.takenBack.last { taken in taken.imported.map { imports[$0].undoneBy == nil } ?? true }?.order
    }

    /// Why an earlier value does not hold any more.
    func cause(of earlier: Value, after current: Value) -> LapsedValue.Cause {
        if let order = standing(earlier) ?? imports[earlier.imported].undoneBy {
            return .withdrawn(by: order.by, why: order.why, at: order.at.milliseconds)
        }
        return cause(ofLapseBy: nil, before: current)
    }

    /// Why a value holds though a file had taken one of its period back: that was undone, or another file brought it.
    func cause(ofLapseBy undo: Withdrawal?, before current: Value) -> LapsedValue.Cause {
        if let undo { return .withdrawn(by: undo.by, why: undo.why, at: undo.at.milliseconds) }
        let header = imports[current.imported].header
        return .replaced(file: header.fileName, hash: header.hash, at: header.at.milliseconds)
    }

    /// An ended episode with what was told last of a value that has been taken back; `nil` where there is nothing like that.
    func untrue(_ episode: Episode) -> Episode? {
        let wrong = ended(episode).told.first { isTakenBack($0, of: episode.alert.series) }
        return wrong.map { facts in
            var untrue = episode
            untrue.facts = facts
            return untrue
        }
    }

    /// An ended episode with what was told of it.
    func ended(_ episode: Episode) -> EndedEpisode {
        let all = events.map(\.transition).filter { $0.episode.id == episode.id }
        return EndedEpisode(episode: episode, told: EndedEpisode.told(by: all.map { ($0.kind, $0.episode.facts) }))
    }

    private func isTakenBack(_ facts: FindingFacts, of key: SeriesKey) -> Bool {
        guard let value = facts.value, let period = facts.period, let all = series[key]?.values[period],
            let told = all.first(where: { $0.revision == value.revision }), let origin = told.origin
        else { return false }
        return all.first { $0.revision == origin }.map(isTakenBack) ?? false
    }

    fileprivate mutating func undo(
        _ name: NamedImport,
        _ order: Withdrawal,
        _ dependants: (SeriesKey) -> [SeriesKey]
    ) -> WithdrawalOrder.Outcome {
        let found: [Int]
        switch NamedImport.choice(among: candidates(name)) {
        case .none: return .noSuchImport
        case .ambiguous(let candidates): return .ambiguous(candidates)
        case .one(let imports): found = imports.map { Int($0.id) }
        }
        let ids = found.filter { imports[$0].undoneBy == nil }
        if ids.isEmpty, let earlier = imports[found[0]].undoneBy { return .undoneBefore(earlier) }
        orderMoments.append(order.at)
        for id in ids { imports[id].undoneBy = order }
        clear(at: order.at) { ids.contains($0.imported) }
        var values = IntakeTally.Listed<WithdrawnValue>()
        for key in series.keys.sorted() {
            var isChanged = false
            for period in (series[key]?.values ?? [:]).keys.sorted(by: { $0.end < $1.end }) {
                guard let value = settle(period, of: key, by: order) else { continue }
                values.add(value)
                isChanged = true
            }
            if isChanged { mark(key, dependants) }
        }
        return .done(values)
    }

    fileprivate mutating func mark(_ key: SeriesKey, _ dependants: (SeriesKey) -> [SeriesKey]) {
        change(key) { $0.mark += 1 }
        for derived in dependants(key) { mark(derived, dependants) }
    }

    private func candidates(_ name: NamedImport) -> [NamedImport.Candidate] {
        let all = imports.enumerated().filter { $1.refusal == nil }.map { place, found in
            NamedImport.Candidate(
                id: Int64(place),
                hash: found.header.hash,
                fileName: found.header.fileName,
                at: found.header.at,
                isUndone: found.undoneBy != nil
            )
        }
        let named = all.filter { $0.fileName == name.text }
        if let hash = name.hash, let found = all.filter({ $0.hash.hasPrefix(hash) }).nonEmpty { return found }
        guard named.isEmpty, let kept = name.kept else { return named }
        return all.filter { kept.mayBe($0.fileName, $0.hash) }
    }
}

extension Array {
    fileprivate var nonEmpty: Self? { isEmpty ? nil : self }
}
