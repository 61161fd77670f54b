internal import Indicators

/// What a dry run would write of the rows of a file, in memory: most of it is never written.
struct HeldRows {
    private let importID: Int64
    private var runs = PlaceRuns(haveValues: true)
    /// The values that have more to them, by their number in ``PlaceRuns/Row/rest``.
    private var particulars: [Observation] = []
    private var particularSize = 0

    /// About as much as a value with particulars takes, besides its texts.
    private static let particularCost = 200
    /// What is held in memory.
    private static let room = 24 << 20

    init(importID: Int64) { self.importID = importID }

    /// Whether there is no room for more.
    var isFull: Bool { runs.byteCount + particularSize > Self.room }

    /// Whether nothing is held of a place nor of any behind it.
    func areBehind(_ first: RowPlace) -> Bool { runs.areBehind(first) }

    /// Holds the values of some places, which are in ascending order and of which none is held yet.
    mutating func add(_ rows: [(series: Int64, value: StoredObservation)]) {
        let held = rows.map { row($0.value, series: $0.series) }
        runs.add(held)
    }

    /// What is held of some places, which are in ascending order.
    func values(at places: [RowPlace]) throws -> [StoredObservation?] {
        try runs.rows(at: places).map { row in try row.map(value) }
    }

    func value(at place: RowPlace) throws -> StoredObservation? { try runs.row(at: place).map(value) }

    /// The last values of a series, among others.
    func lastValues(of series: Int64) throws -> [PeriodValue] {
        try runs.lastRows(of: series).map { row in
            let observation = try value(row).observation
            return PeriodValue(period: observation.period, value: observation.value)
        }
    }

    /// All that is held of a series.
    func values(of series: Int64) throws -> [StoredObservation] { try runs.rows(of: series).map(value) }

    /// Gives everything, in ascending order, and holds nothing any more.
    mutating func takeAll(_ body: (_ series: Int64, StoredObservation) throws -> Void) throws {
        let kept = self
        try runs.takeAll { row in try body(row.place.series, kept.value(row)) }
        particulars = []
        particularSize = 0
    }
}

// MARK: A value in one number

extension HeldRows {
    private static let scaleBits: Int64 = 5
    private static let statusBits: Int64 = 1
    private static let revisionBits: Int64 = 26

    private mutating func row(_ stored: StoredObservation, series: Int64) -> PlaceRuns.Row {
        let observation = stored.observation
        var number: Int64 = 0
        if observation.hasParticulars {
            particulars.append(observation)
            number = Int64(particulars.count)
            particularSize += Self.particularCost + observation.textSize
        }
        var rest = number << Self.revisionBits | stored.revision
        rest = rest << Self.statusBits | observation.status.code
        rest = rest << Self.scaleBits | Int64(observation.value.scale)
        return PlaceRuns.Row(
            place: RowPlace(series: series, period: observation.period.code),
            line: stored.line,
            coefficient: observation.value.coefficient,
            rest: rest
        )
    }

    private func value(_ row: PlaceRuns.Row) throws -> StoredObservation {
        let scale = row.rest & (1 << Self.scaleBits - 1)
        let status = row.rest >> Self.scaleBits & (1 << Self.statusBits - 1)
        let revision = row.rest >> (Self.scaleBits + Self.statusBits) & (1 << Self.revisionBits - 1)
        let number = Int(row.rest >> (Self.scaleBits + Self.statusBits + Self.revisionBits))
        guard let observation = number > 0 ? particulars[number - 1] : bare(row, scale: scale, status: status) else {
            throw StoreError.failed("read store: a value of a dry run was not kept")
        }
        return StoredObservation(observation: observation, revision: revision, importID: importID, line: row.line)
    }

    private func bare(_ row: PlaceRuns.Row, scale: Int64, status: Int64) -> Observation? {
        guard let period = Period(code: row.place.period), let status = ObservationStatus(code: status),
            let value = ExactDecimal(coefficient: row.coefficient, scale: Int(scale))
        else { return nil }
        return Observation(period: period, value: value, status: status)
    }
}
