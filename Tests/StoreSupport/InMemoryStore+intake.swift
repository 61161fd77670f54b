package import Feeds
package import Indicators
package import Storage

extension InMemoryStore {
    package func acceptedImport(hash: String) async throws -> AcceptedImport? { read { $0.accepted(hash) } }

    package func committedImport(of claim: String) async throws -> CommittedImport? {
        read { memory in
            memory.imports.first { $0.refusal == nil && $0.header.claim == claim }
                .map { found in
                    CommittedImport(
                        hash: found.header.hash,
                        at: found.header.at,
                        tally: found.tally,
                        repeats: found.repeats.map { memory.accepted($0) },
                        effects: found.effects
                    )
                }
        }
    }

    package func record(
        import header: ImportHeader,
        rows: @escaping @Sendable () throws -> RowOutcome?,
        dependants: @escaping @Sendable (SeriesKey) -> [SeriesKey],
        whileEntering: @escaping @Sendable () throws -> Void
    ) async throws -> ImportOutcome {
        try write { memory in
            var intake = MemoryIntake(memory, header, repeats: memory.first(header.hash), dependants: dependants)
            while let outcome = try rows() { intake.take(outcome) }
            intake.finish()
            let earlier = memory.accepted(header.hash)
            let outcome = ImportOutcome(intake.tally, of: header, repeating: earlier)
            if outcome.changesTheStore, !header.isDryRun { memory = intake.outcome }
            return outcome
        }
    }

    package func rehearse(
        import header: ImportHeader,
        rows: @escaping @Sendable () throws -> RowOutcome?,
        dependants: @escaping @Sendable (SeriesKey) -> [SeriesKey],
        limit: Int,
        needed: @escaping @Sendable ([SeriesKey]) -> [SeriesKey],
        whileEntering: @escaping @Sendable () throws -> Void
    ) async throws -> Rehearsal {
        try read { memory in
            var intake = MemoryIntake(memory, header, repeats: memory.first(header.hash), dependants: dependants)
            while let outcome = try rows() { intake.take(outcome) }
            intake.finish()
            let outcome = ImportOutcome(intake.tally, of: header, repeating: memory.accepted(header.hash))
            guard outcome.changesTheStore else { return Rehearsal(outcome) }
            let later = intake.outcome
            let touched = later.series
                .filter { $0.value.mark != $0.value.judgedMark && $0.value.markedBy == later.imports.count - 1 }
                .sorted { $0.value.number < $1.value.number }
            let series = touched.prefix(limit).map { later.marked($0.key, $0.value) }
            let histories = needed(series.map(\.key)).map { key in
                let current = later.series[key]?.values.values.compactMap(\.last) ?? []
                return SeriesHistory(key: key, observations: current.map(later.recorded))
            }
            return Rehearsal(outcome, series: Array(series), count: touched.count, histories: histories)
        }
    }

    package func commit(receipt message: NewMessage) async throws { try write { _ = $0.add(message) } }

    package func record(refusal header: ImportHeader, reason: IntakeReason) async throws {
        guard !header.isDryRun else { return }
        try write { memory in
            let isKnown = memory.imports.contains {
                header.claim != nil && $0.header.claim == header.claim && $0.refusal == reason
            }
            if !isKnown { memory.imports.append(Memory.Import(header: header, refusal: reason)) }
        }
    }

    /// Why files were refused, in order.
    package var refusals: [IntakeReason] { read { $0.imports.compactMap(\.refusal) } }
}

extension Memory {
    fileprivate func accepted(_ hash: String) -> AcceptedImport? { first(hash).map(accepted) }

    /// The place of the import in which content was first taken in.
    fileprivate func first(_ hash: String) -> Int? {
        imports.firstIndex { $0.refusal == nil && $0.repeats == nil && $0.header.hash == hash }
    }

    fileprivate func accepted(_ place: Int) -> AcceptedImport {
        let header = imports[place].header
        return AcceptedImport(fileName: header.fileName, at: header.at, claim: header.claim)
    }
}

/// Takes in the rows of one file.
private struct MemoryIntake {
    private typealias Place = Memory.Place

    private static let longestChain = 16

    private(set) var memory: Memory
    private(set) var tally = IntakeTally()
    private let number: Int
    private let isRepeat: Bool
    /// The import of the delivery that the file continues.
    private let continued: Int?
    /// What rows of this file have given, or said again.
    private var noted: Set<Place> = []
    private let dependants: (SeriesKey) -> [SeriesKey]
    /// The scopes of the rows that are in this delivery of a feed.
    private var scopes: Set<Int> = []
    /// The reports of milestones among the rows.
    private var courses = ReportCourses()
    /// The lines that met a value of an earlier file.
    private var met: [Place: Int] = [:]

    init(
        _ memory: Memory,
        _ header: ImportHeader,
        repeats: Int?,
        dependants: @escaping (SeriesKey) -> [SeriesKey]
    ) {
        number = memory.imports.count
        isRepeat = repeats != nil
        continued = header.continues.flatMap { claim in
            memory.imports.firstIndex { $0.refusal == nil && $0.header.claim == claim }
        }
        self.memory = memory
        self.memory.imports.append(Memory.Import(header: header, refusal: nil, repeats: repeats))
        self.dependants = dependants
    }

    /// What is kept where the file is accepted.
    var outcome: Memory {
        var memory = memory
        memory.imports[number].tally = tally
        return memory
    }

    mutating func take(_ outcome: RowOutcome) {
        tally.meet(outcome)
        switch outcome {
        case .observed(let row): take(row)
        case .withdrawn(let row): takeBack(row)
        case .skipped(let skip): tally.count(skip)
        case .fault(let fault): tally.count(fault)
        }
    }

    /// What an earlier delivery of the same feed had, and this one has not.
    mutating func finish() {
        for remark in courses.remarks { tally.note(remark) }
        let header = memory.imports[number].header
        guard let feed = header.profile, !isRepeat, tally.faultCount == 0, let scope = scopes.min() else { return }
        let own = (memory.feedRows[feed] ?? [:]).filter { $0.value.imported == number }.keys
        for place in own { memory.feedRows[feed]?[place]?.scope = scope }
        let missing = (memory.feedRows[feed] ?? [:]).filter { place, row in
            let periods = own.map(\.period).filter { $0.kind == place.period.kind }
            return row.imported != number && scopes.contains(row.scope)
                && periods.contains { $0.start <= place.period.start }
                && periods.contains { $0.start >= place.period.start }
        }
        for place in missing.keys.sorted(by: { ($0.period.start, $0.series) < ($1.period.start, $1.series) }) {
            guard let value = memory.series[place.series]?.values[place.period]?.last, value.holds else { continue }
            tally.count(VanishedRow(series: place.series, holding: value.observation))
            guard !memory.vanished.contains(where: { $0.place == place && $0.clearedAt == nil }) else { continue }
            memory.vanished.append(Memory.Vanished(place: place, imported: number, at: header.at))
        }
    }

    /// Notes that the file has the row.
    private mutating func meet(_ row: ObservedRow) {
        let header = memory.imports[number].header
        let place = Place(series: row.series, period: row.observation.period)
        tally.countReturned(memory.clear(at: header.at) { $0.place == place })
        guard let feed = header.profile else { return }
        let known = memory.feedRows[feed, default: [:]][place]
        if let known, known.scope != number { scopes.insert(known.scope) }
        memory.feedRows[feed, default: [:]][place] = Memory.FeedRow(scope: known?.scope ?? number, imported: number)
    }

    private mutating func take(_ row: ObservedRow) {
        meet(row)
        let current = memory.series[row.series]?.values[row.observation.period]?.last
        let line = current.flatMap { lineOfThisFile(row, after: $0) }
        if isRepeat, line == nil, let current, isKnown(row, after: current) { return }
        let known = current.flatMap { $0.holds ? $0.observation : nil }
        if known.map({ !$0.agrees(with: row.observation) }) ?? true, let fault = recent(row).question(row) {
            return tally.count(fault, ofValue: true)
        }
        noted.insert(Place(series: row.series, period: row.observation.period))
        if !isRepeat {
            courses.note(row) { [memory, number] in
                (memory.series[row.series]?.values ?? [:]).values.compactMap(\.last)
                    .filter { $0.holds && $0.imported != number }.map(\.observation)
            }
        }
        let decision = RowDecision.on(row.observation, after: known, saidOnLine: line)
        switch decision {
        case .new: keep(row.observation, of: row, revision: (current?.revision ?? 0) + 1)
        case .revision(_, let following): keep(following, of: row, revision: (current?.revision ?? 0) + 1)
        case .unchanged, .duplicate, .conflict: break
        }
        tally.count(decision, of: row)
    }

    /// The last values of the series, those of this file among them.
    private func recent(_ row: ObservedRow) -> RecentValues {
        (memory.series[row.series]?.values ?? [:]).values.compactMap(\.last)
            .filter { value in
                let place = Place(series: row.series, period: value.observation.period)
                return value.holds && (value.imported != continued || noted.contains(place))
            }
            .reduce(into: RecentValues()) { $0.note($1.observation.value, of: $1.observation.period) }
    }

    /// Counts a row of a file that was taken in before, where it holds or has held; `false` where it was never taken.
    private mutating func isKnown(_ row: ObservedRow, after current: Memory.Value) -> Bool {
        let earlier = (memory.series[row.series]?.values[row.observation.period] ?? [])
            .filter { $0.withdrawal == nil && $0.imported != number }
        let known = current.holds ? current.observation : nil
        switch RepeatedRow.on(row.observation, known: known, earlier: earlier.map(\.observation)) {
        case .isNew: return false
        case .holds: tally.countUnchanged()
        case .lapsed(let place):
            let cause = memory.cause(of: earlier[place], after: current)
            tally.count(LapsedValue(series: row.series, said: row.observation, holds: known, cause: cause))
        }
        return true
    }

    /// Takes back what holds for the series and period of a row.
    private mutating func takeBack(_ row: WithdrawnRow) {
        let header = memory.imports[number].header
        let all = memory.series[row.series]?.values[row.period] ?? []
        let current = all.last.flatMap { $0.holds ? $0 : nil }
        if isRepeat, wasTakenBack(row, all, current) { return }
        let line = current.flatMap { $0.imported == number && $0.withdrawal == nil ? $0.line : nil }
        switch row.obstacle(current?.observation, givenOnLine: line) {
        case .skip(let skip): return tally.count(skip, ofValue: true)
        case .fault(let fault): return tally.count(fault, ofValue: true)
        case nil: break
        }
        let order = Withdrawal(by: header.fileName, why: row.why, at: header.at)
        let taken = Memory.TakenBack(order: order, imported: number)
        guard let value = memory.takeBack(row.period, of: row.series, by: taken) else { return }
        tally.count(value)
        mark(row.series, depth: 0)
    }

    /// Counts a row of a file that was taken in before, where it took a value back then; `false` where it never did.
    private mutating func wasTakenBack(_ row: WithdrawnRow, _ all: [Memory.Value], _ current: Memory.Value?) -> Bool {
        let hash = memory.imports[number].header.hash
        let taken = all.flatMap { value in
            value.takenBack.compactMap { $0.imported.map { (revision: value.revision, import: memory.imports[$0]) } }
        }
        .filter { $0.import.header.hash == hash }
        switch RepeatedWithdrawal.on(takenBack: taken.map(\.revision), inForce: current?.origin) {
        case .isNew: return false
        case .holds: tally.countUnchanged()
        case .lapsed(let revision):
            guard let current, let said = all.first(where: { $0.revision == revision }) else { return false }
            let undo = current.origin == revision ? taken.last { $0.revision == revision }?.import.undoneBy : nil
            tally.count(
                LapsedValue(
                    series: row.series,
                    said: said.observation,
                    holds: current.observation,
                    cause: memory.cause(ofLapseBy: undo, before: current),
                    isWithdrawal: true
                )
            )
        }
        return true
    }

    /// The line of the earlier row of this file that gave the current value, or met it.
    private mutating func lineOfThisFile(_ row: ObservedRow, after current: Memory.Value) -> Int? {
        guard current.imported != number else { return current.line }
        let place = Place(series: row.series, period: row.observation.period)
        defer { met[place] = met[place] ?? row.line }
        return met[place]
    }

    private mutating func keep(_ observation: Observation, of row: ObservedRow, revision: Int) {
        let value = Memory.Value(observation: observation, revision: revision, imported: number, line: row.line)
        memory.change(row.series) { $0.values[observation.period, default: []].append(value) }
        mark(row.series, depth: 0)
    }

    /// Marks a series, and every series that is made of it, once.
    private mutating func mark(_ key: SeriesKey, depth: Int) {
        guard depth < Self.longestChain, memory.series[key]?.markedBy != number else { return }
        memory.change(key) { series in
            series.mark += 1
            series.markedBy = number
        }
        for derived in dependants(key) { mark(derived, depth: depth + 1) }
    }
}
