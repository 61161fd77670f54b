package import Indicators

/// What somebody does with open alerts, as ordered.
package struct HandlingOrder: Hashable, Sendable {
    package enum Deed: Hashable, Sendable {
        /// Takes an alert up, by its name.
        case acknowledge(String, until: Acknowledgement.End)
        /// Answers what the duty to explain asks of an alert.
        case explain(String, [Explanation.Part: String])
        /// Holds notices back; from the moment of the order where none is named.
        case silence(Silence.Scope, from: Instant?, until: Instant)
        /// Ends a silence.
        case unsilence(Int)
    }

    package let deed: Deed
    package let by: String
    package let why: String?
    package let at: Instant
    /// What whoever orders it was shown of the handling of the alert: where somebody else has handled it since, nothing is
    /// done; `nil` where that is no matter.
    package let seen: Handling?

    package init(_ deed: Deed, by: String, why: String?, at: Instant, having seen: Handling? = nil) {
        self.deed = deed
        self.by = by
        self.why = why
        self.at = at
        self.seen = seen
    }
}
