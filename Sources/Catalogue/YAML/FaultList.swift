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
