/// How much of a run is done, counting only the time in which the run had its thread.
struct FuzzWork {
    private let limits: FuzzLimits
    private let cases: Int
    private(set) var done = 0
    private var worked = Duration.zero
    private var since = ContinuousClock.now

    init(limits: FuzzLimits, cases: Int) {
        self.limits = limits
        self.cases = limits.cases ?? cases
    }

    /// Whether there is a case to try.
    var goesOn: Bool { limits.seconds.map { worked < .seconds($0) } ?? (done < cases) }

    /// Counts a case; `true` where it is time to let others have the thread.
    mutating func countsCase() -> Bool {
        done += 1
        let now = ContinuousClock.now
        worked += now - since
        since = now
        return done.isMultiple(of: 8)
    }

    /// Counts from now on.
    mutating func resume() { since = .now }
}
