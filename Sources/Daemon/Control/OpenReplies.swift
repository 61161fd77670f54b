internal import Synchronization

/// The answers that commands wait for: at the end of the daemon each of them gets one.
final class OpenReplies: Sendable {
    private typealias Waiting = AsyncStream<ControlAnswer>.Continuation

    private struct State {
        var waiting: [Int: Waiting] = [:]
        var count = 0
        var isClosed = false
    }

    private let state = Mutex(State())

    /// The answer that the work gives; where the end comes first, or who asked goes away, one that says that it is none.
    ///
    /// What is forgettable is given up when nobody waits for it any more; an order is carried out.
    func answer(isForgettable: Bool, by work: @escaping @Sendable () async -> ControlAnswer) async -> ControlAnswer {
        let (answers, given) = AsyncStream.makeStream(of: ControlAnswer.self)
        guard let number = enter(given) else { return ControlAnswer(.stopping) }
        let task = Task { given.yield(await work()) }
        defer {
            leave(number)
            if isForgettable { task.cancel() }
        }
        for await answer in answers { return answer }
        return ControlAnswer(isForgettable ? .stopping : .stoppedMeanwhile)
    }

    /// Nobody is answered any more.
    func close() {
        let open = state.withLock { state in
            state.isClosed = true
            return Array(state.waiting.values)
        }
        for waiting in open { waiting.finish() }
    }

    private func enter(_ waiting: Waiting) -> Int? {
        state.withLock { state in
            guard !state.isClosed else { return nil }
            state.count += 1
            state.waiting[state.count] = waiting
            return state.count
        }
    }

    private func leave(_ number: Int) {
        state.withLock { _ = $0.waiting.removeValue(forKey: number) }
    }
}
