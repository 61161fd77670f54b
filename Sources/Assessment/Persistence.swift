/// How many periods in a row a finding must hold before it opens an alert, and be absent before it is over.
///
/// One outlier is no deviation and one good period no recovery: a rule that judges period by period asks here what its
/// verdicts come to (methods, section 8: two periods in a row).
package struct Persistence: Hashable, Sendable {
    /// What the verdicts of successive periods come to.
    package enum Outcome<Verdict: Hashable & Sendable>: Hashable, Sendable {
        /// Nothing is found, or no longer.
        case absent
        /// Found, but not in enough periods yet.
        case unconfirmed(Verdict)
        /// Found in enough periods, and in the last one.
        case confirmed(Verdict)
        /// Confirmed before, and gone for too few periods to be over.
        case lingering(Verdict)
    }

    /// So many periods in a row open an alert.
    package let periodsToOpen: Int
    /// So many periods in a row without it end it.
    package let periodsToResolve: Int

    package init(periodsToOpen: Int, periodsToResolve: Int = 1) {
        precondition(periodsToOpen > 0 && periodsToResolve > 0, "A finding needs at least one period.")
        self.periodsToOpen = periodsToOpen
        self.periodsToResolve = periodsToResolve
    }

    /// What the verdicts come to at the last of them.
    ///
    /// - Parameter verdicts: one for each period that has a value, oldest first; `nil` where nothing was found. Another
    ///   verdict counts as the absence of the one before.
    /// - Returns: the outcome; ``Outcome/absent`` for no period at all.
    package func outcome<Verdict: Hashable & Sendable>(of verdicts: some Sequence<Verdict?>) -> Outcome<Verdict> {
        var run = Run<Verdict>()
        for verdict in verdicts { run.add(verdict, self) }
        return run.outcome(self)
    }

    /// How the verdicts stand so far.
    private struct Run<Verdict: Hashable & Sendable> {
        private var last: Verdict?
        private var length = 0
        private var confirmed: Verdict?
        private var absence = 0

        mutating func add(_ verdict: Verdict?, _ persistence: Persistence) {
            length = verdict == last ? length + 1 : 1
            last = verdict
            absence = verdict == confirmed ? 0 : absence + 1
            if absence >= persistence.periodsToResolve { confirmed = nil }
            guard let verdict, length >= persistence.periodsToOpen else { return }
            (confirmed, absence) = (verdict, 0)
        }

        func outcome(_ persistence: Persistence) -> Outcome<Verdict> {
            if let confirmed { return confirmed == last ? .confirmed(confirmed) : .lingering(confirmed) }
            return last.map { .unconfirmed($0) } ?? .absent
        }
    }
}
