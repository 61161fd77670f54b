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

    package init(_ deed: Deed, by: String, why: String?, at: Instant) {
        self.deed = deed
        self.by = by
        self.why = why
        self.at = at
    }
}
