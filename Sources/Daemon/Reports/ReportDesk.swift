internal import Catalogue
internal import Indicators
internal import Storage

/// Answers the questions of commands on the control socket, beside the work loop and one after another.
///
/// It reads the store over a connection of its own, so that the watch does not wait for who looks. An answer is kept until it
/// is whole, the long ones on disk; nothing more is made of one whose asker has gone.
actor ReportDesk {
    private let active: @Sendable () async -> ActiveConfiguration
    private let clock: WallClock
    private var last: Task<Void, Never>?
    private var longAnswers = LongAnswers()

    /// Of what is worked out for all series together: more is for who reads the store itself.
    private static let mostSeries = 20_000
    /// In bytes, of one answer on disk, and in memory where no file can be made.
    private static let (longestAnswer, longestInMemory) = (512 << 20, 16 << 20)

    init(clock: WallClock, active: @escaping @Sendable () async -> ActiveConfiguration) {
        self.clock = clock
        self.active = active
    }

    private struct TooLarge: Error {}

    func answer(_ question: ReportQuestion) async -> ControlAnswer {
        let work = Task { [last] in
            await last?.value
            return await self.make(question)
        }
        // Who comes next waits for the work, and keeps nothing of what came of it.
        last = Task { _ = await work.value }
        return await withTaskCancellationHandler {
            await work.value
        } onCancel: {
            work.cancel()
        }
    }

    private func make(_ question: ReportQuestion) async -> ControlAnswer {
        do {
            try Task.checkCancellation()
            return try await read(question)
        } catch let fault as Reporter.Unanswerable {
            return ControlAnswer(ControlResponse(status: fault.status, words: fault.words))
        } catch is TooLarge {
            return ControlAnswer(
                status: .tryAgainLater,
                words: "the answer is too large for the control socket; ask as the daemon's user or root"
            )
        } catch {
            return ControlAnswer(ControlResponse(failure: error))
        }
    }

    private func read(_ question: ReportQuestion) async throws -> ControlAnswer {
        let active = await active()
        try Reporter.check(question, in: active)
        let store = try SQLiteStore.openForReading(active.configuration)
        if let store, !question.isWrittenInParts, try await store.countOfSeries() > Self.mostSeries {
            throw TooLarge()
        }
        let spool = AnswerSpool(mostWithoutFile: Self.longestInMemory)
        let reporter = Reporter(active: active, store: store, now: question.at ?? clock.now())
        let add = { (piece: String) in
            try Task.checkCancellation()
            try spool.add(piece)
            guard spool.length <= Self.longestAnswer else { throw TooLarge() }
        }
        let remarks =
            if let store, question.isJudged {
                try await store.inOneState { try await reporter.answer(question, add) }
            } else {
                try await reporter.answer(question, add)
            }
        let text = try spool.kept()
        guard longAnswers.hasRoom(for: text) else {
            return ControlAnswer(
                status: .tryAgainLater,
                words: "too many long answers are being fetched; try again when one of them has come"
            )
        }
        return ControlAnswer(status: remarks.status.rawValue, json: remarks.words, text: text)
    }
}

extension ControlAnswer {
    /// An answer that says why there is none.
    fileprivate init(status: ExitStatus, words: String) {
        self.init(ControlResponse(status: status, words: words))
    }
}

extension ReportQuestion {
    /// Whether the answer is written part by part, so that it takes no more memory however many series there are.
    fileprivate var isWrittenInParts: Bool {
        // What was open at an earlier moment is worked out for all series together.
        guard at == nil else { return false }
        return switch subject {
        case .status(let isBrief, _, let layout): isBrief || isJSON || layout == nil
        case .explain: true
        case .alerts(let isAll, _): isAll || isJSON
        case .digest, .queue, .ledger, .silences, .report: false
        }
    }
}
