/// What one row that takes a value back is, where its file was taken in before with the same content.
///
/// Such a file never takes back what came since: its receipt says that another value holds now.
package enum RepeatedWithdrawal: Hashable, Sendable {
    /// It never took anything back.
    case isNew
    /// What it took back does not hold, and nothing came since.
    case holds
    /// What it took back holds again, or a later one does: the number of the revision that it took back.
    case lapsed(Int)

    /// Decides on such a row.
    ///
    /// - Parameters:
    ///   - takenBack: the numbers of the revisions of its period that files with this content took back.
    ///   - inForce: the number of the revision that holds; `nil` where none does.
    /// - Returns: the decision.
    package static func on(takenBack: [Int], inForce: Int?) -> RepeatedWithdrawal {
        guard let last = takenBack.max() else { return .isNew }
        // An older one that holds again does so because of the row.
        guard let inForce, inForce >= last else { return .holds }
        return .lapsed(last)
    }
}
