package import Indicators

/// What one row is to what is known, where its file was taken in before with the same content.
///
/// Such a file never changes what holds: what it brought before and was replaced or taken back since stays so. Only what it
/// never brought, because the row could not be read then, is taken.
package enum RepeatedRow: Hashable, Sendable {
    /// What it says holds.
    case holds
    /// It held once; the place of the latest among the earlier values that says the same.
    case lapsed(earlier: Int)
    /// It was never taken.
    case isNew

    /// Decides on what a row says of its series and period.
    ///
    /// - Parameters:
    ///   - said: what the row says.
    ///   - known: what holds; `nil` where nothing does.
    ///   - earlier: what held before, oldest first.
    /// - Returns: the decision.
    package static func on(_ said: Observation, known: Observation?, earlier: [Observation]) -> RepeatedRow {
        if let known, said.agrees(with: known) {
            // Its period ran when it was taken in, and is over now.
            return said.status == .definitive && known.status == .provisional ? .isNew : .holds
        }
        return earlier.lastIndex { said.agrees(with: $0) }.map(RepeatedRow.lapsed) ?? .isNew
    }
}
