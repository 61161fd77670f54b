internal import Catalogue
internal import Files
internal import Indicators
internal import Storage
internal import SystemPackage

/// A command that shows something: it reads the store, or asks the daemon where it may not.
package struct ReportCommand: Sendable {
    private let active: ActiveConfiguration

    package init(active: ActiveConfiguration) {
        self.active = active
    }

    /// Answers a question.
    ///
    /// - Parameters:
    ///   - question: what is asked.
    ///   - write: takes the answer in pieces, in order.
    /// - Returns: what is said beside the answer, with its exit status; `nil` where there is nothing.
    /// - Throws: ``StoreError``, ``FileSystemFault``: a store that cannot be read is never taken for empty.
    package func answer(
        _ question: ReportQuestion,
        _ write: (String) throws -> Void
    ) async throws -> (status: ExitStatus, words: String)? {
        let remarks = try await answerOfStore(question, write)
        guard case .status = question.subject, question.at == nil,
            remarks.map({ $0.status == .done || $0.status == .incomplete }) ?? true,
            let complaint = await complaintOfDaemon()
        else { return remarks }
        return (.incomplete, [remarks?.words, complaint].compactMap(\.self).joined(separator: "\n"))
    }

    /// So many seconds the daemon may take to say whether it runs by the configuration as it is now.
    private static let patience = 2

    /// What only the daemon itself knows: that it runs by an older configuration than the one that is read here.
    private func complaintOfDaemon() async -> String? {
        let path = active.configuration.controlSocketPath
        guard let answer = try? await ControlClient.ask(.health, path: path, patience: Self.patience),
            let told = try? ControlCoding.decode(Health.self, answer.json.utf8)
        else { return nil }
        return told.words.first { $0.hasPrefix("configuration: ") }.map { "the running daemon: \($0)" }
    }

    /// What the daemon says of itself: of what is well no more than one thing.
    private struct Health: Decodable {
        let words: [String]
    }

    private func answerOfStore(
        _ question: ReportQuestion,
        _ write: (String) throws -> Void
    ) async throws -> (status: ExitStatus, words: String)? {
        try Reporter.check(question, in: active)
        let store: SQLiteStore?
        do {
            store = try SQLiteStore.openForReading(active.configuration)
        } catch {
            if question.discloser != nil { throw Reporter.Unanswerable(onlyForReadersBecause: error) }
            return try await askTheDaemon(question, write, insteadOf: error)
        }
        if let discloser = question.discloser, store != nil {
            try await DisclosureCommand(active: active, who: discloser).keep(question)
        }
        let reporter = Reporter(active: active, store: store, now: question.at ?? WallClock.system.now())
        let remarks = try await Self.answer(question, reporter, of: store, write)
        return remarks == .none ? nil : (remarks.status, remarks.words)
    }

    /// What is judged anew is judged by one state of the store; what was decided comes page by page.
    private static func answer(
        _ question: ReportQuestion,
        _ reporter: Reporter,
        of store: SQLiteStore?,
        _ write: (String) throws -> Void
    ) async throws -> Reporter.Remarks {
        guard let store, question.isJudged else { return try await reporter.answer(question, write) }
        let spool = AnswerSpool()
        let remarks = try await store.inOneState { try await reporter.answer(question, spool.add) }
        try spool.kept().write(write)
        return remarks
    }

    /// The daemon reads the store for whoever may not, or stands in a folder where it has another path.
    private func askTheDaemon(
        _ question: ReportQuestion,
        _ write: (String) throws -> Void,
        insteadOf fault: any Error
    ) async throws -> (status: ExitStatus, words: String)? {
        var isAnswered = false
        let outcome: ControlOutcome
        do {
            outcome = try await ControlClient.ask(.show(question), path: active.configuration.controlSocketPath) {
                piece in
                isAnswered = true
                try write(piece)
            }
        } catch let other as ControlClient.Fault where other.isOfVersions {
            throw Reporter.Unanswerable(fault, beside: "\(other)")
        } catch ControlClient.Fault.nobodyListens(let socket) where FilePath(socket).isForbidden(toWrite: true) {
            let hint = "the daemon's control socket '\(socket.shownSafely())' this user may not reach either; "
            throw Reporter.Unanswerable(fault, beside: "\(hint)put it into the group peilwacht")
        } catch {
            // What stood in the way first says more than that nobody could help.
            throw isAnswered ? error : fault
        }
        let status = ExitStatus(rawValue: outcome.status) ?? .ownFault
        return status == .done && outcome.json.isEmpty ? nil : (status, outcome.json)
    }
}

extension ControlClient.Fault {
    /// Whether the daemon could answer, were it restarted.
    fileprivate var isOfVersions: Bool {
        switch self {
        case .otherVersion: true
        case .nobodyListens, .noAnswer: false
        }
    }
}

extension Reporter.Unanswerable {
    /// What stood in the way first, and why the daemon could not help.
    fileprivate init(_ first: any Error, beside other: String) {
        self.init(words: "\(wordsForPeople(about: first)); \(other)", status: ExitStatus(of: first))
    }

    /// Hidden values are shown to who may read the store itself, and to nobody through the daemon.
    fileprivate init(onlyForReadersBecause fault: any Error) {
        self.init(
            words: "--disclose shows what only root and the daemon's own user may read; run it as one of them "
                + "(\(wordsForPeople(about: fault)))",
            status: .tryAgainLater
        )
    }
}
