internal import Synchronization

/// Lets one large request come in and be worked on at a time: what several would hold on the disk together is bounded by that.
final class LargeRequests: Sendable {
    /// In bytes: what is smaller needs no turn.
    static let threshold = 1 << 20

    private struct State {
        var isTaken = false
        var waiting: [CheckedContinuation<Void, Never>] = []
    }

    /// It is the next one's when nobody holds it any more, which is when what came with it is done with: who asked may have
    /// gone away long before.
    final class Turn: Sendable {
        private let requests: LargeRequests

        fileprivate init(of requests: LargeRequests) { self.requests = requests }

        deinit { requests.leave() }
    }

    private let state = Mutex(State())

    /// Waits for the turn.
    func turn() async -> Turn {
        await enter()
        return Turn(of: self)
    }

    private func enter() async {
        await withCheckedContinuation { continuation in
            let isFree = state.withLock { state in
                guard state.isTaken else {
                    state.isTaken = true
                    return true
                }
                state.waiting.append(continuation)
                return false
            }
            if isFree { continuation.resume() }
        }
    }

    private func leave() {
        let next = state.withLock { state -> CheckedContinuation<Void, Never>? in
            state.isTaken = !state.waiting.isEmpty
            return state.waiting.isEmpty ? nil : state.waiting.removeFirst()
        }
        next?.resume()
    }
}
