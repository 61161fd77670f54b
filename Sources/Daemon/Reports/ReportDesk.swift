internal import Catalogue
internal import Indicators
internal import Storage

/// Answers the questions of commands on the control socket, beside the work loop and one after another.
///
/// It reads the store over a connection of its own, so that the watch does not wait for who looks.
actor ReportDesk {
    private let active: @Sendable () async -> ActiveConfiguration
    private let clock: WallClock
    private var last: Task<ControlResponse, Never>?

    /// What all answers together may take of memory: more is for who reads the store itself.
    private static let mostSeries = 20_000
    private static let longestAnswer = 16 * 1024 * 1024

    init(clock: WallClock, active: @escaping @Sendable () async -> ActiveConfiguration) {
        self.clock = clock
        self.active = active
    }

    private struct TooLarge: Error {}

    func answer(_ question: ReportQuestion) async -> ControlResponse {
        let task = Task { [last] in
            _ = await last?.value
            return await self.make(question)
        }
        last = task
        return await task.value
    }

    private func make(_ question: ReportQuestion) async -> ControlResponse {
        do {
            return try await read(question)
        } catch let fault as Reporter.Unanswerable {
            return ControlResponse(status: fault.status, words: fault.words)
        } catch is TooLarge {
            return ControlResponse(
                status: .tryAgainLater,
                words: "the answer is too large for the control socket; ask as the daemon's user or root"
            )
        } catch {
            return ControlResponse(failure: error)
        }
    }

    private func read(_ question: ReportQuestion) async throws -> ControlResponse {
        let active = await active()
        try Reporter.check(question, in: active)
        let store = try SQLiteStore.openForReading(active.configuration)
        if let store, try await store.countOfSeries() > Self.mostSeries { throw TooLarge() }
        var text = ""
        let reporter = Reporter(active: active, store: store, now: question.at ?? clock.now())
        let add = { (piece: String) in
            text += piece
            guard text.utf8.count <= Self.longestAnswer else { throw TooLarge() }
        }
        let remarks =
            if let store, question.isJudged {
                try await store.inOneState { try await reporter.answer(question, add) }
            } else {
                try await reporter.answer(question, add)
            }
        return ControlResponse(
            status: remarks.status.rawValue,
            json: remarks.words,
            text: text
        )
    }
}
