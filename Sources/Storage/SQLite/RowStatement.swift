internal import Feeds
internal import GRDB
internal import GRDBSQLite
internal import Indicators

/// Where the columns of one row are read from.
protocol ColumnSource {
    func number(_ index: Int) throws -> Int64?
    func text(_ index: Int) throws -> String?
}

extension Row: ColumnSource {
    func number(_ index: Int) throws -> Int64? { try decode(atIndex: index) }
    func text(_ index: Int) throws -> String? { try decode(atIndex: index) }
}

/// What a parameter of a ``RowStatement`` is set to.
enum Parameter {
    case number(Int64)
    case text(String)
    /// NULL.
    case none

    static func optional(_ number: Int64?) -> Parameter { number.map(Parameter.number) ?? .none }
    static func optional(_ text: String?) -> Parameter { text.map(Parameter.text) ?? .none }
}

/// The same, where the texts lie in one piece of memory that stays as it is.
enum PlacedParameter {
    case number(Int64)
    case text(Range<Int>)
    /// NULL.
    case none
}

extension SeriesKey {
    /// The three texts of the key, in the order of their columns.
    var parameters: [Parameter] {
        [indicator.description, area.description, breakdown.description].map { Parameter.text($0.composed) }
    }
}

/// A statement that is run once for every row of an import.
///
/// It is prepared and kept by GRDB, but run through SQLite's own functions: GRDB boxes every argument and makes an object
/// for every row that is read, which takes several times as long as SQLite itself, a million times over.
struct RowStatement: ColumnSource {
    private let statement: Statement
    private let handle: OpaquePointer

    init(_ db: Database, _ sql: String) throws {
        statement = try db.cachedStatement(sql: sql)
        handle = statement.sqliteStatement
    }

    /// Binds every parameter, and runs.
    func run(_ parameters: [Parameter]) throws {
        bind(parameters)
        try finish()
    }

    /// Binds every parameter, and reads the one row there may be.
    func read<Value>(_ parameters: [Parameter], _ body: (Self) throws -> Value) throws -> Value? {
        bind(parameters)
        return try read(body)
    }

    /// Binds every parameter, and reads every row.
    func readAll(_ parameters: [Parameter], _ body: (Self) throws -> Void) throws {
        bind(parameters)
        defer { sqlite3_reset(handle) }
        while try step() { try body(self) }
    }

    /// Binds the first eight columns in the order of the table or, where it has particulars, all eighteen, and runs.
    func run(series: Int64, _ stored: StoredObservation) throws {
        begin()
        bind(stored.observation, of: series, from: 1)
        bind(stored.revision, at: 5)
        bind(stored.importID, at: 6)
        bind(stored.line, at: 7)
        if stored.observation.hasParticulars { bindParticulars(stored.observation, from: 1) }
        try finish()
    }

    /// Binds the first eight columns of every row or, with particulars, all eighteen, and runs.
    func run(_ rows: [WaitingRow], at places: ArraySlice<Int>, importID: Int64, withParticulars: Bool) throws {
        if withParticulars { begin() }
        var first: CInt = 1
        for place in places {
            bind(rows[place].row.observation, of: rows[place].series.id, from: first)
            bind(1, at: first + 4)
            bind(importID, at: first + 5)
            bind(Int64(rows[place].row.line), at: first + 6)
            if withParticulars { bindParticulars(rows[place].row.observation, from: first) }
            first += withParticulars ? 18 : 8
        }
        try finish()
    }

    /// Does the same with what one side of every revision is.
    func run(
        _ revisions: [ImportStatements.Revision],
        _ side: KeyPath<ImportStatements.Revision, StoredObservation>,
        withParticulars: Bool
    ) throws {
        if withParticulars { begin() }
        var first: CInt = 1
        for revision in revisions {
            let stored = revision[keyPath: side]
            bind(stored.observation, of: revision.series, from: first)
            bind(stored.revision, at: first + 4)
            bind(stored.importID, at: first + 5)
            bind(stored.line, at: first + 6)
            if withParticulars { bindParticulars(stored.observation, from: first) }
            first += withParticulars ? 18 : 8
        }
        try finish()
    }

    /// Binds every parameter, and runs.
    func run(_ numbers: Int64...) throws {
        bind(numbers)
        try finish()
    }

    /// Binds every parameter, and reads every row.
    func readAll(_ numbers: Int64..., body: (Self) throws -> Void) throws {
        bind(numbers)
        defer { sqlite3_reset(handle) }
        while try step() { try body(self) }
    }

    /// Binds the first parameters, and reads the one row there may be.
    func read<Value>(_ first: Int64, _ second: Int64, _ body: (Self) throws -> Value) throws -> Value? {
        begin(first, second)
        return try read(body)
    }

    /// Binds every parameter, and reads the one row there may be.
    func read<Value>(_ numbers: [Int64], _ body: (Self) throws -> Value) throws -> Value? {
        bind(numbers)
        return try read(body)
    }

    /// Binds the parameters of some rows, whose texts lie in one piece of memory, and runs.
    func run(_ bytes: [UInt8], _ rows: some Sequence<[PlacedParameter]>) throws {
        try bytes.withUnsafeBytes { bytes in
            defer { begin() }
            var index: CInt = 1
            for parameter in rows.joined() {
                switch parameter {
                case .number(let number): bind(number, at: index)
                case .text(let range): bind(bytes[range], at: index)
                case .none: check(sqlite3_bind_null(handle, index))
                }
                index += 1
            }
            try finish()
        }
    }

    /// Binds texts that lie in one piece of memory, and reads the one row there may be.
    func read<Value>(_ bytes: [UInt8], _ texts: [Range<Int>], _ body: (Self) throws -> Value) throws -> Value? {
        try bytes.withUnsafeBytes { bytes in
            defer { begin() }
            for (number, range) in texts.enumerated() { bind(bytes[range], at: CInt(number + 1)) }
            return try read(body)
        }
    }

    /// Binds the three texts of a series, and reads the one row there may be.
    func read<Value>(_ key: SeriesKey, _ body: (Self) throws -> Value) throws -> Value? {
        begin()
        bind(key.indicator.description.composed, at: 1)
        bind(key.area.description.composed, at: 2)
        bind(key.breakdown.description.composed, at: 3)
        return try read(body)
    }

    func number(_ index: Int) -> Int64? {
        let column = CInt(index)
        return sqlite3_column_type(handle, column) == SQLITE_NULL ? nil : sqlite3_column_int64(handle, column)
    }

    func text(_ index: Int) -> String? {
        sqlite3_column_text(handle, CInt(index)).map { String(cString: $0) }
    }

    private func bind(_ observation: borrowing Observation, of series: Int64, from first: CInt) {
        bind(series, at: first)
        bind(observation.period.code, at: first + 1)
        bind(observation.value, at: first + 2)
        bind(observation.status.code, at: first + 7)
    }

    private func bindParticulars(_ observation: borrowing Observation, from first: CInt) {
        if let low = observation.interval?.minimum { bind(low, at: first + 8) }
        if let high = observation.interval?.maximum { bind(high, at: first + 10) }
        if let size = observation.sampleSize { bind(Int64(size), at: first + 12) }
        if let source = observation.source { bind(source, at: first + 13) }
        if let date = observation.referenceDate { bind(Int64(date.dayNumber), at: first + 14) }
        if let note = observation.note { bind(note, at: first + 15) }
        if let report = observation.milestone { bind(report.status.code, at: first + 16) }
        if let expected = observation.milestone?.expected { bind(Int64(expected.dayNumber), at: first + 17) }
    }
}

extension RowStatement {
    /// Makes every parameter NULL.
    private func begin() {
        sqlite3_clear_bindings(handle)
    }

    private func begin(_ first: Int64, _ second: Int64) {
        begin()
        bind(first, at: 1)
        bind(second, at: 2)
    }

    private func bind(_ numbers: [Int64]) {
        begin()
        for (place, number) in numbers.enumerated() { bind(number, at: CInt(place + 1)) }
    }

    private func bind(_ parameters: [Parameter]) {
        begin()
        for (place, parameter) in parameters.enumerated() {
            let index = CInt(place + 1)
            switch parameter {
            case .number(let number): bind(number, at: index)
            case .text(let text): bind(text, at: index)
            case .none: break
            }
        }
    }

    private func bind(_ value: ExactDecimal, at index: CInt) {
        bind(value.coefficient, at: index)
        bind(Int64(value.scale), at: index + 1)
    }

    private func bind(_ value: Int64, at index: CInt) {
        check(sqlite3_bind_int64(handle, index, value))
    }

    /// Binds a text that stays where it is until the statement has run.
    private func bind(_ text: Slice<UnsafeRawBufferPointer>, at index: CInt) {
        let bytes = UnsafeRawBufferPointer(rebasing: text).assumingMemoryBound(to: CChar.self)
        // Without an address it would be NULL.
        guard let start = bytes.baseAddress else { return bind("", at: index) }
        check(sqlite3_bind_text(handle, index, start, CInt(bytes.count), nil))
    }

    private func bind(_ value: String, at index: CInt) {
        check(value.bind(to: handle, at: index))
    }

    /// Binding fails only where the program asks for a parameter that its SQL does not have, or memory ends.
    private func check(_ code: CInt) {
        precondition(code == SQLITE_OK, "A parameter of a statement could not be bound.")
    }

    private func read<Value>(_ body: (Self) throws -> Value) throws -> Value? {
        // A statement that still reads would hold up what follows.
        defer { sqlite3_reset(handle) }
        return try step() ? body(self) : nil
    }

    private func finish() throws {
        defer { sqlite3_reset(handle) }
        _ = try step()
    }

    /// Whether there is a row.
    private func step() throws -> Bool {
        let code = sqlite3_step(handle)
        switch code {
        case SQLITE_ROW: return true
        case SQLITE_DONE: return false
        default: throw DatabaseError(resultCode: ResultCode(rawValue: code), message: lastMessage)
        }
    }

    private var lastMessage: String { String(cString: sqlite3_errmsg(sqlite3_db_handle(handle))) }
}
