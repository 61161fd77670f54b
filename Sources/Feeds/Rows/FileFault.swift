/// Why a whole file is refused.
package struct FileFault: Error, Hashable, Sendable {
    /// What is wrong, at least one thing.
    package let faults: [RowFault]
    /// What the file was taken for all the same; `nil` where that was not seen.
    package private(set) var recognition: Recognition?

    package init(_ first: RowFault, _ others: [RowFault] = []) {
        faults = [first] + others
    }

    package init(
        _ reason: IntakeReason,
        line: Int? = nil,
        column: String? = nil,
        cell: String? = nil,
        detail: FaultDetail? = nil
    ) {
        self.init(RowFault(reason, line: line, column: column, cell: cell, detail: detail))
    }

    /// The fault as one of a file that was taken for something; what was known before stays.
    func ofFile(takenFor recognition: Recognition?) -> FileFault {
        var fault = self
        fault.recognition = self.recognition ?? recognition
        return fault
    }

    /// The same with each of its faults seen otherwise.
    func mapFaults(_ change: (RowFault) -> RowFault) -> FileFault {
        let changed = faults.map(change)
        return FileFault(changed[0], Array(changed.dropFirst())).ofFile(takenFor: recognition)
    }

    /// What the file was taken for all the same makes it no other fault.
    package static func == (left: FileFault, right: FileFault) -> Bool { left.faults == right.faults }

    package func hash(into hasher: inout Hasher) { hasher.combine(faults) }

    /// The reason that counts for the file as a whole.
    package var reason: IntakeReason { faults.first?.reason ?? .cannotRead }
}
