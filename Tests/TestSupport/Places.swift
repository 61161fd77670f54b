/// So many at a time: who comes when all places are taken waits for one.
///
/// Swift Testing begins the tests of a suite all at once, and a test that waits for its store holds its files meanwhile.
/// Where a process has more than some 1,300 of them open, Foundation's `Process` can end it: it copies each entry of
/// `/proc/self/fd` with more bytes than were read.
package actor Places {
    private var free: Int
    private var waiting: [CheckedContinuation<Void, Never>] = []

    package init(_ count: Int) { free = count }

    /// Runs the body on a place of its own; never from within another's body.
    package nonisolated func one<Outcome>(_ body: () async throws -> Outcome) async rethrows -> Outcome {
        await take()
        do {
            let outcome = try await body()
            await giveBack()
            return outcome
        } catch {
            await giveBack()
            throw error
        }
    }

    private func take() async {
        guard free == 0 else {
            free -= 1
            return
        }
        await withCheckedContinuation { waiting.append($0) }
    }

    private func giveBack() {
        if waiting.isEmpty { free += 1 } else { waiting.removeFirst().resume() }
    }
}
