/// Why a whole file is refused.
package struct FileFault: Error, Hashable, Sendable {
    /// What is wrong, at least one thing.
    package let faults: [RowFault]

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

    /// The reason that counts for the file as a whole.
    package var reason: IntakeReason { faults.first?.reason ?? .cannotRead }
}
