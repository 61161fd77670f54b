/// Whose turn it is: an actor lets others in at each `await`.
struct Turn {
    private var isTaken = false
    private var waiting: [CheckedContinuation<Void, Never>] = []

    mutating func begin(_ next: CheckedContinuation<Void, Never>) {
        guard isTaken else {
            isTaken = true
            return next.resume()
        }
        waiting.append(next)
    }

    mutating func end() {
        if waiting.isEmpty { isTaken = false } else { waiting.removeFirst().resume() }
    }
}
