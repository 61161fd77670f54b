/// Lets one large request come in at a time: what several would hold in memory together is bounded by that.
///
/// It is used on the queue of the control socket only.
final class LargeRequests {
    /// In bytes: what is smaller needs no turn.
    static let threshold = 1 << 20

    private var holder: ObjectIdentifier?
    private var waiting: [(who: ObjectIdentifier, begin: () -> Void)] = []

    /// Gives the turn, or calls `begin` when it comes.
    ///
    /// - Returns: whether it is the caller's turn now.
    func enter(_ who: AnyObject, begin: @escaping () -> Void) -> Bool {
        guard holder != nil else {
            holder = ObjectIdentifier(who)
            return true
        }
        waiting.append((ObjectIdentifier(who), begin))
        return false
    }

    /// Gives the turn to the next one, where the caller has it; the caller waits for none any more.
    func leave(_ who: AnyObject) {
        waiting.removeAll { $0.who == ObjectIdentifier(who) }
        guard holder == ObjectIdentifier(who) else { return }
        holder = waiting.first?.who
        guard !waiting.isEmpty else { return }
        waiting.removeFirst().begin()
    }
}
