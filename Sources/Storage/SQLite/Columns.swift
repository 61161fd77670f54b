internal import Alerting
internal import Assessment
internal import Feeds
internal import Foundation
internal import GRDB
internal import Indicators

// How the words of the domain stand in columns. These codes are in stores everywhere: they never change.

extension PeriodKind {
    var code: Int64 {
        switch self {
        case .year: 1
        case .halfYear: 2
        case .quarter: 3
        case .month: 4
        case .schoolYear: 5
        case .week: 6
        case .day: 7
        }
    }
}

extension Period {
    private static let kindFactor: Int64 = 10_000_000

    /// The period as one number that orders the periods of one kind.
    var code: Int64 { kind.code * Self.kindFactor + Int64(ordinal) }

    init?(code: Int64) {
        guard let kind = PeriodKind.allCases.first(where: { $0.code == code / Self.kindFactor }) else { return nil }
        let ordinal = Int(code % Self.kindFactor)
        self.init(kind, year: ordinal / 1000, index: ordinal % 1000)
    }
}

extension ObservationStatus {
    var code: Int64 {
        switch self {
        case .definitive: 0
        case .provisional: 1
        }
    }

    init?(code: Int64) {
        switch code {
        case Self.definitive.code: self = .definitive
        case Self.provisional.code: self = .provisional
        default: return nil
        }
    }
}

extension MilestoneStatus {
    var code: Int64 {
        switch self {
        case .done: 1
        case .onSchedule: 2
        case .delayed: 3
        case .postponed: 4
        case .stopped: 5
        case .notStarted: 6
        case .unknown: 7
        }
    }

    init?(code: Int64) {
        guard let status = Self.allCases.first(where: { $0.code == code }) else { return nil }
        self = status
    }
}

extension String {
    /// The text with each letter in its one composed form, so that texts that are equal in Swift are equal in SQLite,
    /// which compares bytes.
    var composed: String {
        utf8.allSatisfy { $0 < 0x80 } ? self : precomposedStringWithCanonicalMapping
    }
}

extension FindingFacts {
    /// The facts as JSON, the same text for the same facts.
    func json() throws -> String { try JSONValueWriter.text(of: self) }

    /// Reads what ``json()`` wrote, of a rule in the registry.
    init(json: String, rules: RuleRegistry) throws {
        do {
            try self.init(from: JSONValueReader(JSONText(json, userInfo: [.ruleRegistry: rules])))
        } catch let unknown as Evidence.UnknownForm {
            throw StoreError.failed(
                "read store: the facts of an episode are of the rule '\(unknown.rule)', version \(unknown.version), "
                    + "which this version does not know"
            )
        } catch {
            // The decoder's own error quotes what it read.
            throw StoreError.failed("read store: the facts of an episode have a form that this version does not know")
        }
    }
}

/// What stands beside an import as JSON.
protocol KeptWithImport: Codable {}

extension IntakeTally.List: KeptWithImport {}
extension ImportEffects: KeptWithImport {}

extension KeptWithImport {
    /// The value as JSON, the same text for the same value.
    func json() throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(self), as: UTF8.self)
    }

    /// Reads what ``json()`` wrote.
    init(json: String) throws {
        do {
            self = try JSONDecoder().decode(Self.self, from: Data(json.utf8))
        } catch {
            // The decoder's own error quotes what it read.
            throw StoreError.failed("read store: an import has a form that this version does not know")
        }
    }
}

extension Row {
    /// The value of a column; throws, where GRDB's own subscript ends the process.
    func value<Value: DatabaseValueConvertible>(_ column: String, as type: Value.Type = Value.self) throws -> Value {
        try decode(type, forColumn: column)
    }

    func instant(_ column: String) throws -> Instant { Instant(milliseconds: try value(column)) }

    func instantOrNone(_ column: String) throws -> Instant? {
        try value(column, as: Int64?.self).map(Instant.init(milliseconds:))
    }

    /// A label of a closed list.
    func label<Label: RawRepresentable<String>>(_ column: String, as type: Label.Type = Label.self) throws -> Label {
        guard let label = Label(rawValue: try value(column)) else {
            throw StoreError.failed("read store: column \(column) holds a label that this version does not know")
        }
        return label
    }
}

extension Database {
    /// Runs a statement that is prepared once per connection.
    func run(_ sql: String, _ arguments: StatementArguments = []) throws {
        try cachedStatement(sql: sql).execute(arguments: arguments)
    }

    /// The first row of a query that is prepared once per connection.
    func row(_ sql: String, _ arguments: StatementArguments = []) throws -> Row? {
        try Row.fetchOne(cachedStatement(sql: sql), arguments: arguments)
    }

    /// One number.
    func number(_ sql: String, _ arguments: StatementArguments = []) throws -> Int64? {
        try Int64.fetchOne(cachedStatement(sql: sql), arguments: arguments)
    }

    /// Every row of a query, read one by one.
    ///
    /// Progress is called after so many rows that it costs nothing, and often enough to show that the work goes on.
    func each<Value>(
        _ sql: String,
        _ arguments: StatementArguments = [],
        progress: () -> Void = {},
        _ read: (Row) throws -> Value
    ) throws -> [Value] {
        var values: [Value] = []
        let cursor = try Row.fetchCursor(cachedStatement(sql: sql), arguments: arguments)
        while let row = try cursor.next() {
            values.append(try read(row))
            if values.count.isMultiple(of: 1000) { progress() }
        }
        return values
    }
}
