internal import Feeds
internal import Indicators

/// One observation as its row in the database.
struct StoredObservation {
    var observation: Observation
    var revision: Int64
    var importID: Int64
    /// The line of the file on which it stands, from 1.
    var line: Int64
    /// The order by which it stands here; `nil` for a value that a file brought.
    var withdrawal: Int64?
    /// The older revision that holds again; `nil` for a value that a file brought, and where none holds.
    var restores: Int64?

    /// Whether it holds, and is not only the last that did.
    var holds: Bool { withdrawal == nil || restores != nil }

    /// The revision whose value holds; `nil` where none does.
    var origin: Int64? { withdrawal == nil ? revision : restores }

    /// The columns that ``init(_:)`` reads, in its order.
    static let columns = """
        period, coefficient, scale, revision, import, line, status, lowCoefficient, lowScale, highCoefficient, highScale, \
        sampleSize, source, referenceDay, note, milestoneStatus, expectedDay, withdrawal, restores
        """

    init(observation: Observation, revision: Int64, importID: Int64, line: Int64) {
        self.observation = observation
        self.revision = revision
        self.importID = importID
        self.line = line
    }

    /// Reads ``columns``, which must be the first of the row.
    init(_ row: some ColumnSource, of known: Period? = nil) throws {
        guard let period = try known ?? row.number(0).flatMap(Period.init(code:)),
            let value = try Self.decimal(row, at: 1),
            let revision = try row.number(3), let importID = try row.number(4), let line = try row.number(5),
            let status = try row.number(6).flatMap(ObservationStatus.init(code:))
        else { throw Self.unknownForm }
        self.revision = revision
        self.importID = importID
        self.line = line
        withdrawal = try row.number(17)
        restores = try row.number(18)
        observation = Observation(
            period: period,
            value: value,
            status: status,
            interval: try Self.interval(row),
            sampleSize: try row.number(11).map(Int.init),
            source: try row.text(12),
            referenceDate: try row.number(13).map { CalendarDate(dayNumber: Int($0)) },
            note: try row.text(14),
            milestone: try Self.report(row)
        )
    }

    private static let unknownForm = StoreError.failed(
        "read store: an observation has a form that this version does not know"
    )

    private static func decimal(_ row: some ColumnSource, at index: Int) throws -> ExactDecimal? {
        guard let coefficient = try row.number(index), let scale = try row.number(index + 1) else { return nil }
        return ExactDecimal(coefficient: coefficient, scale: Int(scale))
    }

    private static func interval(_ row: some ColumnSource) throws -> ValueRange? {
        let range = ValueRange(minimum: try decimal(row, at: 7), maximum: try decimal(row, at: 9))
        return range == ValueRange() ? nil : range
    }

    private static func report(_ row: some ColumnSource) throws -> MilestoneReport? {
        guard let code = try row.number(15) else { return nil }
        guard let status = MilestoneStatus(code: code) else { throw unknownForm }
        return MilestoneReport(
            status: status,
            expected: try row.number(16).map { CalendarDate(dayNumber: Int($0)) }
        )
    }
}
