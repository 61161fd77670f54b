package import Indicators

/// A relay that takes no mail: until a moment the whole queue waits, then one mail is tried.
package struct RelayTrouble: Hashable, Sendable {
    /// Who has to do something about it.
    package enum Kind: String, Hashable, Sendable, CaseIterable {
        /// It cannot be reached, or is not ready: that often passes by itself.
        case away
        /// The relay and the settings do not fit, as with a refused login: an administrator has to look, and until then no
        /// mail is given up.
        case fault
        /// What was refused last was refused for what is ours, and nothing has been accepted since: an administrator has to
        /// look. It may be about those mails alone, so that others are tried; those that were refused wait and are not given
        /// up.
        case refusing

        /// Whether an administrator has to look: it does not pass by itself.
        package var needsMending: Bool {
            switch self {
            case .away: false
            case .fault, .refusing: true
            }
        }
    }

    /// The relay as it is configured.
    package let relay: String
    package let kind: Kind
    /// When it began.
    package let since: Instant
    /// How many attempts have failed in a row.
    package let failures: Int
    /// Until when nothing is tried; while it is ``Kind/refusing``, when that mail is tried again.
    package let until: Instant
    /// Before which no mail at all is handed over; `nil` while it is ``Kind/refusing``.
    package var heldUntil: Instant? {
        switch kind {
        case .away, .fault: until
        case .refusing: nil
        }
    }

    /// The label of the last failure.
    package let reason: String
    /// What happened and what an administrator can do, in English, with the relay's own words.
    package let reply: String

    package init(
        relay: String,
        kind: Kind,
        since: Instant,
        failures: Int,
        until: Instant,
        reason: String,
        reply: String
    ) {
        self.relay = relay
        self.kind = kind
        self.since = since
        self.failures = failures
        self.until = until
        self.reason = reason
        self.reply = reply
    }

    /// Whether an administrator has to look: it does not pass by itself.
    package var needsMending: Bool { kind.needsMending }

    /// Whether nothing is to be tried; what a clock that ran ahead planned counts as nothing.
    package func holds(at now: Instant) -> Bool {
        kind != .refusing && now < until && until <= now.adding(seconds: ClaimedMessage.longestDelay)
    }
}
