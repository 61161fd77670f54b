package import Indicators

/// When a message that was not accepted is tried again, and when it is given up.
///
/// RFC 5321 section 4.5.4.1 asks for growing delays over four to five days. The first retry comes early, because
/// greylisting and a restarting relay pass within minutes.
package struct RetryPolicy: Hashable, Sendable {
    /// What has to be done with the message.
    package enum Decision: Hashable, Sendable {
        case done
        case retry(at: Instant)
        case giveUp
    }

    /// After so many seconds a message is given up.
    package let lifetime: Int

    package init(lifetime: Int) {
        self.lifetime = lifetime
    }

    private static let delays = [60, 600, 1800, 3600, 7200, 10_800]
    /// A fault of our own side or of the relay needs an administrator: hurrying only locks accounts.
    private static let leastDelayAfterRelayFault = 3600

    /// Decides after an attempt.
    ///
    /// - Parameters:
    ///   - outcome: what became of the attempt.
    ///   - attempt: the number of attempts so far, this one included.
    ///   - createdAt: when the message was made.
    ///   - now: when the attempt ended.
    /// - Returns: what has to be done with the message.
    package func decision(
        after outcome: DeliveryOutcome,
        attempt: Int,
        createdAt: Instant,
        at now: Instant
    ) -> Decision {
        switch outcome {
        case .accepted: .done
        case .permanent: .giveUp
        case .temporary, .unknown: retry(in: delay(attempt), createdAt: createdAt, at: now)
        case .relayFault:
            retry(in: max(delay(attempt), Self.leastDelayAfterRelayFault), createdAt: createdAt, at: now)
        }
    }

    private func retry(in seconds: Int, createdAt: Instant, at now: Instant) -> Decision {
        let next = now.adding(seconds: seconds)
        return next > createdAt.adding(seconds: lifetime) ? .giveUp : .retry(at: next)
    }

    private func delay(_ attempt: Int) -> Int {
        Self.delays[min(max(attempt, 1), Self.delays.count) - 1]
    }
}
