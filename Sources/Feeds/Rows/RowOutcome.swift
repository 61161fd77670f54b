/// What became of one row.
package enum RowOutcome: Hashable, Sendable {
    case observed(ObservedRow)
    // Large and seldom: apart, so that the others stay small.
    indirect case withdrawn(WithdrawnRow)
    case skipped(RowSkip)
    indirect case fault(RowFault)

    /// The line on which the row begins; `nil` for a fault of all rows together.
    package var line: Int? {
        switch self {
        case .observed(let row): row.line
        case .withdrawn(let row): row.line
        case .skipped(let skip): skip.line
        case .fault(let fault): fault.line
        }
    }
}
