internal import Indicators

/// When something of the handling of alerts is due: a tick at which nothing is asks the store nothing.
struct HandlingWatch {
    private var isKnown = false
    private var next: Instant?

    /// Whether it has to be asked what is due.
    func isDue(at now: Instant) -> Bool { !isKnown || next.map { $0 <= now } ?? false }

    /// Something has changed: it is no longer known when what is due.
    mutating func forget() { isKnown = false }

    /// Something is due at that moment as well.
    mutating func add(_ moment: Instant?) {
        guard let moment else { return }
        next = next.map { min($0, moment) } ?? moment
    }

    /// Something is due at that moment next; `nil` for nothing.
    mutating func note(_ moment: Instant?) { (isKnown, next) = (true, moment) }
}
