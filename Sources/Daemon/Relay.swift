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
        /// Why nothing more was handed over.
        package var trouble: RelayTrouble?
        /// Whether the relay takes mail again.
        package var isOver = false

        /// Goes on with a run in which mails that had been too large were sent in another form.
        mutating func add(_ later: Summary, again: Int) {
            accepted += later.accepted
            deferred += later.deferred - again
            failed += later.failed
            lastFailure = later.lastFailure ?? (deferred + failed > 0 ? lastFailure : nil)
            trouble = later.trouble
            isOver = isOver || later.isOver
        }

        /// Whether it was tried to hand something over.
        package var hasTried: Bool { accepted + deferred + failed > 0 }
    }

    private let store: any OutboxStore
    private let route: any MailRoute
    private let policy: RetryPolicy
    /// The sender as it is configured now.
    private let sender: MailAddress?
    private let breaker: RelayBreaker
    /// An attempt ends well within its lease: the client's own limit is 660 seconds, once more over a new connection.
    private static let leaseSeconds = 1800

    /// A relay that tries messages for so long as the policy says.
    ///
    /// - Parameters:
    ///   - store: holds the messages.
    ///   - name: the relay as it is configured.
    ///   - route: the way to it.
    ///   - policy: when messages are tried again.
    ///   - sender: the sender as it is configured, whom also messages go out from that were made before it was mended;
    ///     where it is no address, each has the sender that it was made with.
    package init(
        store: any OutboxStore,
        name: String,
        route: any MailRoute,
        policy: RetryPolicy,
        sender: String? = nil
    ) {
        self.store = store
        self.route = route
        self.policy = policy
        self.sender = sender.flatMap { try? MailAddress($0) }
        breaker = RelayBreaker(relay: name, policy: policy)
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
        let trouble = try await store.trouble(ofRelay: breaker.relay)
        if let trouble, trouble.holds(at: now()) { return Summary(trouble: trouble) }
        let carrier = route.carrier()
        do {
            let summary = try await run(over: carrier, after: trouble, now: now, goesOn: goesOn, noted: noted)
            await carrier.close()
            return summary
        } catch {
            await carrier.close()
            throw error
        }
    }

    private func run(
        over carrier: any MailCarrier,
        after earlier: RelayTrouble?,
        now: @Sendable () -> Instant,
        goesOn: @Sendable () -> Bool,
        noted: @Sendable () async throws -> Void
    ) async throws -> Summary {
        var summary = Summary(trouble: earlier)
        // A message that is not accepted is due later, so that none comes twice.
        while !Task.isCancelled, goesOn() {
            let claimed = try await store.claimDueMessages(at: now(), lease: Self.leaseSeconds, limit: 1)
            guard let message = claimed.first else { break }
            let said = Self.waiting(await deliver(message, over: carrier))
            let outcome = try await settled(said, of: message, at: now())
            let verdict = RelayBreaker.verdict(on: outcome)
            let trouble = try await note(verdict, outcome, after: summary.trouble, at: now())
            summary.isOver = summary.isOver || summary.trouble != nil && trouble == nil
            summary.trouble = trouble
            let heldUntil = trouble.flatMap { verdict == .doubt || $0.kind != .refusing ? $0.until : nil }
            let attempt = try await attempt(for: message, outcome, heldUntil: heldUntil, at: now())
            try await store.record(attempt: attempt)
            summary.add(attempt, to: message.recipient)
            try await noted()
            guard verdict == .goOn || verdict == .doubt else { break }
        }
        if summary.trouble?.kind == .refusing, try await store.outboxCounts().waiting == 0 {
            // What was refused was given up or dropped: nobody has to mend anything for it any more.
            try await store.endTrouble(ofRelay: breaker.relay, at: now())
            summary.trouble = nil
        }
        return summary
    }

    /// What is too large for the relay waits for what can be left out of it (``TooLargeMails``).
    private static func waiting(_ outcome: DeliveryOutcome?) -> DeliveryOutcome? {
        guard case .permanent(let failure)? = outcome, failure.reason == .messageTooLarge else { return outcome }
        return .temporary(failure)
    }

    /// Whether a refusal for what is ours is about this mail alone: where the relay takes other mails meanwhile, it is, and
    /// the mail is given up like any other in the end.
    private func settled(
        _ outcome: DeliveryOutcome?,
        of message: ClaimedMessage,
        at now: Instant
    ) async throws -> DeliveryOutcome? {
        guard case .relayFault(let failure)? = outcome, RelayBreaker.verdict(on: outcome) == .doubt else {
            return outcome
        }
        let recently = max(message.createdAt, now.adding(seconds: -Self.recent))
        let accepted = try await store.lastAcceptance()
        return accepted.map { $0 >= recently && $0 <= now } == true ? .temporary(failure) : outcome
    }

    /// What the relay took longer ago, by settings of before, says nothing of now.
    private static let recent = 86_400

    /// Notes what an outcome says of the relay.
    private func note(
        _ verdict: RelayBreaker.Verdict,
        _ outcome: DeliveryOutcome?,
        after earlier: RelayTrouble?,
        at now: Instant
    ) async throws -> RelayTrouble? {
        switch verdict {
        // That a recipient is unknown, or has to wait, says nothing of what is refused for our settings.
        case .goOn where earlier?.kind == .refusing && outcome?.isAccepted != true: return earlier
        case .goOn where outcome != nil && earlier != nil:
            try await store.endTrouble(ofRelay: breaker.relay, at: now)
            return nil
        case .goOn, .endRun: return earlier
        case .hold(let kind): return try await note(kind, outcome, after: earlier, at: now)
        case .doubt: return try await note(.refusing, outcome, after: earlier, at: now)
        }
    }

    private func note(
        _ kind: RelayTrouble.Kind,
        _ outcome: DeliveryOutcome?,
        after earlier: RelayTrouble?,
        at now: Instant
    ) async throws -> RelayTrouble? {
        guard let failure = outcome?.failure else { return earlier }
        let trouble = breaker.trouble(kind, after: earlier, failure, at: now)
        try await store.note(trouble: trouble)
        return trouble
    }

    private func deliver(_ message: ClaimedMessage, over carrier: any MailCarrier) async -> DeliveryOutcome? {
        guard let sender = sender ?? (try? MailAddress(message.sender)),
            let recipient = try? MailAddress(message.recipient)
        else { return nil }
        return await carrier.deliver(
            SMTPEnvelope(
                message: message.bytes,
                from: sender,
                to: recipient,
                id: String(message.messageID.dropFirst().dropLast())
            )
        )
    }

    private func attempt(
        for message: ClaimedMessage,
        _ outcome: DeliveryOutcome?,
        heldUntil moment: Instant?,
        at now: Instant
    ) async throws -> DeliveryAttempt {
        guard let outcome else {
            return DeliveryAttempt(
                message: message.id,
                at: now,
                result: .failed,
                reason: "address-not-usable",
                reply: "The address '\(message.recipient.shownSafely())' cannot be used in mail."
            )
        }
        let decision = try await decision(on: message, after: outcome, at: now)
        return DeliveryAttempt(
            message: message.id,
            at: now,
            result: DeliveryAttempt.Result(decision, heldUntil: moment),
            reason: outcome.failure?.reason.rawValue ?? "accepted",
            reply: outcome.reply,
            said: outcome.failure?.said
        )
    }
}

extension Relay {
    /// The days in which a mail is tried begin anew where the relay takes mail again after a fault of ours: the mail could
    /// not have gone before.
    private func decision(
        on message: ClaimedMessage,
        after outcome: DeliveryOutcome,
        at now: Instant
    ) async throws -> RetryPolicy.Decision {
        let recovery = outcome.failure == nil ? nil : try await store.recovery(ofRelay: breaker.relay)
        // What a clock that ran ahead has noted counts as nothing.
        let recovered = recovery.flatMap { $0 <= now ? $0 : nil }
        return policy.decision(
            after: outcome,
            message: message.id,
            attempt: message.attempt,
            since: max(message.createdAt, recovered ?? message.createdAt),
            at: now
        )
    }
}

extension DeliveryAttempt.Result {
    /// - Parameters:
    ///   - decision: what has to be done with the message.
    ///   - moment: when one message is tried for all; the one that was tried is that one again.
    fileprivate init(_ decision: RetryPolicy.Decision, heldUntil moment: Instant?) {
        switch decision {
        case .done: self = .accepted
        case .retry(let next): self = .retry(at: moment ?? next)
        case .giveUp: self = .failed
        }
    }
}

extension DeliveryOutcome {
    fileprivate var isAccepted: Bool { if case .accepted = self { true } else { false } }

    fileprivate var reply: String {
        switch self {
        case .accepted(let reply): reply.description.shownSafely(limit: 500)
        case .temporary(let failure), .permanent(let failure), .unknown(let failure), .relayFault(let failure):
            failure.description.shownSafely(limit: 800)
        }
    }
}

extension Relay.Summary {
    fileprivate mutating func add(_ attempt: DeliveryAttempt, to recipient: String) {
        switch attempt.result {
        case .accepted: accepted += 1
        case .retry: deferred += 1
        case .failed: failed += 1
        }
        guard attempt.result != .accepted else { return }
        lastFailure = "mail \(attempt.message) to \(recipient.shownSafely(limit: 200)): \(attempt.reply)"
    }
}
