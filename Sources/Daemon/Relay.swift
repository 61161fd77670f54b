package import Indicators
package import Mailing
package import Storage

/// Hands the messages whose time has come to the mail relay.
package struct Relay: Sendable {
    /// What one run did.
    package struct Summary: Hashable, Sendable {
        package var accepted = 0
        package var deferred = 0
        package var failed = 0
        /// The last failure in English, for the administrator.
        package var lastFailure: String?
    }

    private let store: any OutboxStore
    private let client: SMTPClient
    private let policy: RetryPolicy
    /// An attempt ends well within its lease: the client's own limit is 660 seconds, once more over a new connection.
    private static let leaseSeconds = 1800

    /// A relay that tries messages for so long as the policy says.
    package init(store: any OutboxStore, client: SMTPClient, policy: RetryPolicy) {
        self.store = store
        self.client = client
        self.policy = policy
    }

    /// Tries what is due, one message after another over one connection, until nothing is due.
    ///
    /// Stops at the first failure that is not about a single message: the next run tries again with one probe.
    ///
    /// - Parameters:
    ///   - now: asked anew for every message, since an attempt can take minutes.
    ///   - goesOn: asked before every message; a backlog must not keep the daemon from stopping.
    ///   - noted: called after each attempt that has been noted.
    /// - Returns: what became of the messages that were tried.
    /// - Throws: `StoreError`, and what `noted` throws; mail itself never throws.
    package func run(
        now: @Sendable () -> Instant,
        goesOn: @Sendable () -> Bool = { true },
        noted: @Sendable () async throws -> Void
    ) async throws -> Summary {
        let line = client.line()
        do {
            let summary = try await run(over: line, now: now, goesOn: goesOn, noted: noted)
            await line.close()
            return summary
        } catch {
            await line.close()
            throw error
        }
    }

    private func run(
        over line: SMTPLine,
        now: @Sendable () -> Instant,
        goesOn: @Sendable () -> Bool,
        noted: @Sendable () async throws -> Void
    ) async throws -> Summary {
        var summary = Summary()
        // A message that is not accepted is due later, so that none comes twice.
        while !Task.isCancelled, goesOn() {
            let claimed = try await store.claimDueMessages(at: now(), lease: Self.leaseSeconds, limit: 1)
            guard let message = claimed.first else { break }
            let outcome = await deliver(message, over: line)
            let attempt = attempt(for: message, outcome, at: now())
            try await store.record(attempt: attempt)
            summary.add(attempt)
            try await noted()
            guard outcome.concernsOneMessage else { break }
        }
        return summary
    }

    private func deliver(_ message: ClaimedMessage, over line: SMTPLine) async -> DeliveryOutcome? {
        guard let sender = try? MailAddress(message.sender), let recipient = try? MailAddress(message.recipient) else {
            return nil
        }
        return await line.deliver(message.bytes, from: sender, to: recipient)
    }

    private func attempt(for message: ClaimedMessage, _ outcome: DeliveryOutcome?, at now: Instant) -> DeliveryAttempt {
        guard let outcome else {
            return DeliveryAttempt(
                message: message.id,
                at: now,
                result: .failed,
                reason: "address-not-usable",
                reply: "The address '\(message.recipient.shownSafely())' cannot be used in mail."
            )
        }
        let decision = policy.decision(after: outcome, attempt: message.attempt, createdAt: message.createdAt, at: now)
        return DeliveryAttempt(
            message: message.id,
            at: now,
            result: DeliveryAttempt.Result(decision),
            reason: outcome.failure?.reason.rawValue ?? "accepted",
            reply: outcome.reply,
            said: outcome.failure?.said
        )
    }
}

extension DeliveryAttempt.Result {
    fileprivate init(_ decision: RetryPolicy.Decision) {
        switch decision {
        case .done: self = .accepted
        case .retry(let next): self = .retry(at: next)
        case .giveUp: self = .failed
        }
    }
}

extension DeliveryOutcome? {
    /// Whether the next message may fare otherwise.
    fileprivate var concernsOneMessage: Bool {
        switch self {
        case nil, .accepted, .permanent: true
        case .relayFault: false
        case .temporary(let failure), .unknown(let failure): failure.step == .recipient || failure.step == .mail
        }
    }
}

extension DeliveryOutcome {
    fileprivate var reply: String {
        switch self {
        case .accepted(let reply): "\(reply.code) \(reply.text)".shownSafely(limit: 500)
        case .temporary(let failure), .permanent(let failure), .unknown(let failure), .relayFault(let failure):
            failure.description.shownSafely(limit: 800)
        }
    }
}

extension Relay.Summary {
    fileprivate mutating func add(_ attempt: DeliveryAttempt) {
        switch attempt.result {
        case .accepted: accepted += 1
        case .retry: deferred += 1
        case .failed: failed += 1
        }
        if attempt.result != .accepted { lastFailure = attempt.reply }
    }
}
