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
    /// One attempt for the whole queue costs the relay little, and mail shall not wait for hours once it is back.
    private static let probeDelays = [60, 600, 1800]
    /// A fault of our own side or of the relay needs an administrator: hurrying only locks accounts.
    private static let delayAfterFault = 3600

    /// Decides after an attempt.
    ///
    /// - Parameters:
    ///   - outcome: what became of the attempt.
    ///   - message: the number of the message, by which its delays differ from those of others.
    ///   - attempt: the number of attempts so far, this one included.
    ///   - start: from when its lifetime counts: when it was made, or could go for the first time.
    ///   - now: when the attempt ended.
    /// - Returns: what has to be done with the message.
    package func decision(
        after outcome: DeliveryOutcome,
        message: Int = 0,
        attempt: Int,
        since start: Instant,
        at now: Instant
    ) -> Decision {
        switch outcome {
        case .accepted: return .done
        case .permanent: return .giveUp
        case .temporary, .unknown:
            let next = now + Self.varied(delay(attempt), by: message, attempt)
            return next > start.adding(seconds: lifetime) ? .giveUp : .retry(at: next)
        // Nothing is wrong with the message: it is kept until somebody has mended what is.
        case .relayFault: return .retry(at: probe(afterFailures: attempt, isFault: true, at: now))
        }
    }

    /// When one message is tried for all, after the relay has taken none.
    ///
    /// - Parameters:
    ///   - failures: how many attempts have failed in a row.
    ///   - isFault: whether an administrator has to look first.
    ///   - now: when the last of them ended.
    /// - Returns: the moment.
    package func probe(afterFailures failures: Int, isFault: Bool, at now: Instant) -> Instant {
        guard !isFault else { return now.adding(seconds: Self.delayAfterFault) }
        let delay = Self.probeDelays[min(max(failures, 1), Self.probeDelays.count) - 1]
        return now + Self.varied(delay, by: 0, failures)
    }

    private func delay(_ attempt: Int) -> Int {
        Self.delays[min(max(attempt, 1), Self.delays.count) - 1]
    }

    /// A delay of so many seconds in milliseconds, up to a tenth shorter or longer, so that messages that failed together
    /// do not come together again; the same for the same message and attempt.
    private static func varied(_ seconds: Int, by message: Int, _ attempt: Int) -> Int {
        // SplitMix64: neighbours come out far apart.
        var mixed = UInt64(bitPattern: Int64(message)) &* 0x9E37_79B9_7F4A_7C15 &+ UInt64(bitPattern: Int64(attempt))
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        let share = Int((mixed ^ (mixed >> 31)) % 2001) - 1000
        return seconds * 1000 + seconds * share / 10
    }
}

extension Instant {
    /// The moment so many milliseconds later.
    fileprivate static func + (moment: Instant, milliseconds: Int) -> Instant {
        Instant(milliseconds: moment.milliseconds + Int64(milliseconds))
    }
}
