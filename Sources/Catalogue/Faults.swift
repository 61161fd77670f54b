/// A place in a file, with lines and columns from 1.
struct Place: Hashable, Comparable {
    let file: String
    let line: Int
    let column: Int

    /// The first character of a file.
    static func start(of file: String) -> Place { Place(file: file, line: 1, column: 1) }

    static func < (left: Place, right: Place) -> Bool {
        (left.file, left.line, left.column) < (right.file, right.line, right.column)
    }

    /// The place as another place's message names it: `line 12`, or with its file where that is another one.
    func named(from other: Place) -> String { file == other.file ? "line \(line)" : "\(escaped(file)):\(line)" }
}

/// A value with the place it was read from.
struct Located<Value> {
    let value: Value
    let place: Place

    /// The value changed, at the same place.
    func map<Other>(_ change: (Value) -> Other) -> Located<Other> { Located<Other>(value: change(value), place: place) }
}

extension Located: Equatable where Value: Equatable {}

/// Gathers faults while reading goes on.
final class FaultList {
    private var faults: Set<ConfigurationFault> = []

    /// Notes a fault; the same one twice counts once.
    func add(_ message: String, at place: Place) {
        faults.insert(ConfigurationFault(file: place.file, line: place.line, column: place.column, message: message))
    }

    /// Whether nothing was found.
    var isEmpty: Bool { faults.isEmpty }

    /// The faults ordered by the order in which their files were opened, then by place.
    func sorted(files: [String]) -> [ConfigurationFault] {
        let order = Dictionary(files.enumerated().map { ($1, $0) }) { first, _ in first }
        func key(_ fault: ConfigurationFault) -> (Int, Int, Int, String) {
            (order[fault.file] ?? Int.max, fault.line, fault.column, fault.message)
        }
        return faults.sorted { key($0) < key($1) }
    }
}
