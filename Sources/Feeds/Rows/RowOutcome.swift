/// What became of one row.
package enum RowOutcome: Hashable, Sendable {
    case observed(ObservedRow)
    case withdrawn(WithdrawnRow)
    case skipped(RowSkip)
    case fault(RowFault)
}
