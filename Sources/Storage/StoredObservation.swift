internal import GRDB
internal import Indicators

/// One observation as its row in the database.
struct StoredObservation {
    var observation: Observation
    var revision: Int64
    var importID: Int64
    /// The line of the file on which it stands, from 1.
    var line: Int64

    /// The columns that ``init(_:)`` reads, in its order.
    static let columns = """
        period, coefficient, scale, revision, import, line, status, lowCoefficient, lowScale, highCoefficient, highScale, \
        sampleSize, source, referenceDay, note
        """

    init(observation: Observation, revision: Int64, importID: Int64, line: Int64) {
        self.observation = observation
        self.revision = revision
        self.importID = importID
        self.line = line
    }

    /// Reads ``columns``, which must be the first of the row.
    init(_ row: Row) throws {
        revision = try row.decode(atIndex: 3)
        importID = try row.decode(atIndex: 4)
        line = try row.decode(atIndex: 5)
        guard let period = Period(code: try row.decode(atIndex: 0)), let value = try Self.decimal(row, at: 1),
            let status = ObservationStatus(code: try row.decode(atIndex: 6))
        else { throw StoreError.failed("read store: an observation has a form that this version does not know") }
        let day = try row.decode(Int?.self, atIndex: 13)
        observation = Observation(
            period: period,
            value: value,
            status: status,
            interval: try Self.interval(row),
            sampleSize: try row.decode(Int?.self, atIndex: 11),
            source: try row.decode(String?.self, atIndex: 12),
            referenceDate: day.map(CalendarDate.init(dayNumber:)),
            note: try row.decode(String?.self, atIndex: 14)
        )
    }

    private static func decimal(_ row: Row, at index: Int) throws -> ExactDecimal? {
        guard let coefficient = try row.decode(Int64?.self, atIndex: index) else { return nil }
        return ExactDecimal(coefficient: coefficient, scale: try row.decode(atIndex: index + 1))
    }

    private static func interval(_ row: Row) throws -> ValueRange? {
        let range = ValueRange(minimum: try decimal(row, at: 7), maximum: try decimal(row, at: 9))
        return range == ValueRange() ? nil : range
    }
}

extension Observation {
    /// Whether there is more to it than its value and status.
    var hasParticulars: Bool {
        interval != nil || sampleSize != nil || source != nil || referenceDate != nil || note != nil
    }

    /// What holds after a later row: its words, and where it is silent about a particular of the same value, the old.
    ///
    /// A file without a column for the source says nothing about the source; it does not take it back.
    func followed(by later: Observation) -> Observation {
        guard later.value == value else { return later }
        return Observation(
            period: period,
            value: value,
            status: later.status,
            interval: later.interval ?? interval,
            sampleSize: later.sampleSize ?? sampleSize,
            source: later.source ?? source,
            referenceDate: later.referenceDate ?? referenceDate,
            note: later.note ?? note
        )
    }
}

/// A statement that is run once for every row of an import.
///
/// GRDB's own way of passing arguments makes an array of boxes for each run, which takes longer than SQLite needs for the
/// insert itself; values are bound one by one instead.
struct RowStatement {
    private let statement: Statement

    init(_ db: Database, _ sql: String) throws {
        statement = try db.cachedStatement(sql: sql)
    }

    /// Binds the parameters 1 and 2, and runs.
    func run(series: Int64, period: Int64, line: Int64? = nil) throws {
        bind(series: series, period: period)
        if let line { bind(line, at: 3) }
        try statement.execute()
    }

    /// Binds the parameters 1 and 2, and reads the one row there may be, without a copy of it.
    func read<Value>(series: Int64, period: Int64, _ body: (Row) throws -> Value) throws -> Value? {
        bind(series: series, period: period)
        return try read(body)
    }

    /// Binds the texts of a series, and reads the number there may be.
    func number(of key: SeriesKey) throws -> Int64? {
        statement.setUncheckedArguments([])
        bind(key.indicator.description.composed, at: 1)
        bind(key.area.description.composed, at: 2)
        bind(key.breakdown.description.composed, at: 3)
        return try read { try $0.decode(atIndex: 0) }
    }

    private func read<Value>(_ body: (Row) throws -> Value) throws -> Value? {
        let cursor = try Row.fetchCursor(statement)
        guard let row = try cursor.next() else { return nil }
        let value = try body(row)
        // Steps to the end: a statement that still reads would hold up what follows.
        _ = try cursor.next()
        return value
    }

    /// Binds the first eight columns in the order of the table or, where it has particulars, all sixteen, and runs.
    func run(series: Int64, _ stored: StoredObservation) throws {
        let observation = stored.observation
        bind(series: series, period: observation.period.code)
        bind(observation.value, at: 3)
        bind(stored.revision, at: 5)
        bind(stored.importID, at: 6)
        bind(stored.line, at: 7)
        bind(observation.status.code, at: 8)
        bindParticulars(observation)
        try statement.execute()
    }

    private func bindParticulars(_ observation: Observation) {
        if let interval = observation.interval {
            if let low = interval.minimum { bind(low, at: 9) }
            if let high = interval.maximum { bind(high, at: 11) }
        }
        if let size = observation.sampleSize { bind(Int64(size), at: 13) }
        if let source = observation.source { bind(source, at: 14) }
        if let date = observation.referenceDate { bind(Int64(date.dayNumber), at: 15) }
        if let note = observation.note { bind(note, at: 16) }
    }

    private func bind(series: Int64, period: Int64) {
        // Resets the statement and makes every parameter NULL.
        statement.setUncheckedArguments([])
        bind(series, at: 1)
        bind(period, at: 2)
    }

    private func bind(_ value: ExactDecimal, at index: CInt) {
        bind(value.coefficient, at: index)
        bind(Int64(value.scale), at: index + 1)
    }

    private func bind(_ value: some StatementBinding, at index: CInt) {
        // It can only fail where the program asks for a parameter that the SQL above it does not have, or memory ends.
        let code = value.bind(to: statement.sqliteStatement, at: index)
        precondition(code == 0, "A parameter of a statement could not be bound.")
    }
}
