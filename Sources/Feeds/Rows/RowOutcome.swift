/// What became of one row.
package enum RowOutcome: Hashable, Sendable {
    case observed(ObservedRow)
    case withdrawn(WithdrawnRow)
    case skipped(RowSkip)
    case fault(RowFault)

    /// The outcome with nothing in it that has to be confirmed.
    package var confirmed: RowOutcome {
        guard case .observed(let row) = self else { return self }
        return .observed(row.confirmed)
    }
}
