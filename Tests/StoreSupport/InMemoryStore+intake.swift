package import Feeds
package import Indicators
package import Storage

extension InMemoryStore {
    package func acceptedImport(hash: String) async throws -> AcceptedImport? { read { $0.accepted(hash) } }

    package func committedImport(of claim: String) async throws -> CommittedImport? {
        read { memory in
            memory.imports.first { $0.refusal == nil && $0.header.claim == claim }
                .map { CommittedImport(hash: $0.header.hash, at: $0.header.at, tally: $0.tally) }
        }
    }

    package func record(
        import header: ImportHeader,
        rows: @escaping @Sendable () throws -> RowOutcome?,
        dependants: @escaping @Sendable (SeriesKey) -> [SeriesKey]
    ) async throws -> ImportOutcome {
        try write { memory in
            if let earlier = memory.accepted(header.hash) { return .repeated(earlier) }
            let before = memory
            var intake = MemoryIntake(memory, header, dependants: dependants)
            while let outcome = try rows() { intake.take(outcome) }
            let isAccepted = intake.tally.isAccepted(settingFaultyRowsAside: header.setsFaultyRowsAside)
            memory = isAccepted && !header.isDryRun ? intake.outcome : before
            return isAccepted ? .accepted(intake.tally) : .refused(intake.tally)
        }
    }

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
    fileprivate func accepted(_ hash: String) -> AcceptedImport? {
        imports.first { $0.refusal == nil && $0.header.hash == hash }
            .map { AcceptedImport(fileName: $0.header.fileName, at: $0.header.at) }
    }
}

/// Takes in the rows of one file.
private struct MemoryIntake {
    private struct Place: Hashable {
        let series: SeriesKey
        let period: Period
    }

    private static let longestChain = 16

    private(set) var memory: Memory
    private(set) var tally = IntakeTally()
    private let number: Int
    private let dependants: (SeriesKey) -> [SeriesKey]
    /// The lines that met a value of an earlier file.
    private var met: [Place: Int] = [:]

    init(_ memory: Memory, _ header: ImportHeader, dependants: @escaping (SeriesKey) -> [SeriesKey]) {
        number = memory.imports.count
        self.memory = memory
        self.memory.imports.append(Memory.Import(header: header, refusal: nil))
        self.dependants = dependants
    }

    /// What is kept where the file is accepted.
    var outcome: Memory {
        var memory = memory
        memory.imports[number].tally = tally
        return memory
    }

    mutating func take(_ outcome: RowOutcome) {
        switch outcome {
        case .observed(let row): take(row)
        case .skipped(let skip): tally.count(skip)
        case .fault(let fault): tally.count(fault)
        }
    }

    private mutating func take(_ row: ObservedRow) {
        let current = memory.series[row.series]?.values[row.observation.period]?.last
        if current.map({ !$0.observation.agrees(with: row.observation) }) ?? true, let fault = recent(row).question(row)
        {
            return tally.count(fault)
        }
        let line = current.flatMap { lineOfThisFile(row, after: $0) }
        let decision = RowDecision.on(row.observation, after: current?.observation, saidOnLine: line)
        switch decision {
        case .new: keep(row.observation, of: row, revision: 1)
        case .revision(_, let following): keep(following, of: row, revision: (current?.revision ?? 0) + 1)
        case .unchanged, .duplicate, .conflict: break
        }
        tally.count(decision, of: row)
    }

    /// The last values of the series, those of this file among them.
    private func recent(_ row: ObservedRow) -> RecentValues {
        (memory.series[row.series]?.values ?? [:]).values.compactMap(\.last).reduce(into: RecentValues()) {
            $0.note($1.observation.value, of: $1.observation.period)
        }
    }

    /// The line of the earlier row of this file that gave the current value, or met it.
    private mutating func lineOfThisFile(_ row: ObservedRow, after current: Memory.Value) -> Int? {
        guard current.origin != number else { return current.line }
        let place = Place(series: row.series, period: row.observation.period)
        defer { met[place] = met[place] ?? row.line }
        return met[place]
    }

    private mutating func keep(_ observation: Observation, of row: ObservedRow, revision: Int) {
        let value = Memory.Value(observation: observation, revision: revision, origin: number, line: row.line)
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
