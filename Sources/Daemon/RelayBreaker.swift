internal import Indicators
internal import Mailing
internal import Storage

/// Decides when nothing more is handed to a relay: as soon as it takes nothing at all, whatever the message.
struct RelayBreaker {
    /// What one outcome says of the messages behind it.
    enum Verdict: Hashable {
        /// The relay takes mail; the next message may fare otherwise.
        case goOn
        /// Something broke in the middle of this message: no more for now, and the next run begins with another.
        case endRun
        /// The relay takes nothing: all wait.
        case hold(RelayTrouble.Kind)
        /// This mail was refused for what is ours, and that may be about this mail alone: the next one is tried.
        case doubt
    }

    let relay: String
    let policy: RetryPolicy

    /// The verdict on what became of a message; `nil` for one that was not even handed over.
    static func verdict(on outcome: DeliveryOutcome?) -> Verdict {
        switch outcome {
        case nil, .accepted, .permanent: .goOn
        // At a recipient or later it may be said to those outside alone: many relays take mail of their own domain without
        // a login.
        case .relayFault(let failure): failure.isAboutOneMail ? .doubt : .hold(.fault)
        case .temporary(let failure), .unknown(let failure): verdict(on: failure)
        }
    }

    private static func verdict(on failure: DeliveryFailure) -> Verdict {
        // Called off by ourselves, it says nothing of the relay.
        guard failure.reason != .cancelled else { return .endRun }
        return switch failure.step {
        case .connect, .handshake, .greeting, .hello, .startTLS, .authentication, .reset: .hold(.away)
        case .mail, .recipient: brokeOff(failure.reason) ? .hold(.away) : .goOn
        case .data, .block, .finalReply, .rest, .quit, .closed: .endRun
        }
    }

    /// Whether the relay has ended the conversation, or cannot be followed any more, instead of answering about a mail.
    ///
    /// Going on would mean a new connection for every mail that waits.
    private static func brokeOff(_ reason: DeliveryFailure.Reason) -> Bool {
        switch reason {
        case .hostNotFound, .connectionRefused, .connectionFailed, .connectionLost, .connectionLostAfterData, .timeout,
            .timeoutAfterData, .malformedReply, .unexpectedReply, .relayClosing:
            true
        case .cancelled, .greylistedOrBusy, .relayRefusesService, .relayNotLoopback, .tlsNotOffered, .tlsRefused,
            .tlsFailed, .certificateNotTrusted, .certificateWrongHost, .authoritiesUnreadable, .credentialsNeedTLS,
            .authenticationNotOffered, .authenticationRequired, .authenticationRefused, .authenticationUnavailable,
            .senderRefused, .relayingDenied, .recipientRefused, .mailboxFull, .messageRefused, .messageTooLarge,
            .eightBitNotOffered,
            .lineTooLong, .maildirNotWritable, .programNotRun, .programFailed, .bounced:
            false
        }
    }

    /// The trouble after another attempt that failed.
    func trouble(
        _ kind: RelayTrouble.Kind,
        after earlier: RelayTrouble?,
        _ failure: DeliveryFailure,
        at now: Instant
    ) -> RelayTrouble {
        let failures = (earlier?.failures ?? 0) + 1
        return RelayTrouble(
            relay: relay,
            kind: kind,
            since: earlier?.since ?? now,
            failures: failures,
            until: policy.probe(afterFailures: failures, isFault: kind != .away, at: now),
            reason: failure.reason.rawValue,
            reply: failure.description.shownSafely(limit: 800)
        )
    }
}
