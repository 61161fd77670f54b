/// Why an open alert is told again.
package enum Reminder: Hashable, Sendable {
    /// The silence with this number is over.
    case silenceEnded(Int)
    /// The day of an acknowledgement has come, or the next measurement.
    case acknowledgementEnded
    /// An answer of the duty to explain is missing; the subscriptions that are told.
    case unexplained(to: Set<String>)
    /// Nobody took it up; the subscriptions that are told in the place of those who did not.
    case escalation(to: Set<String>)

    /// The subscriptions that are told; `nil` where it is everybody who follows the alert.
    var recipients: Set<String>? {
        switch self {
        case .silenceEnded, .acknowledgementEnded: nil
        case .unexplained(let recipients), .escalation(let recipients): recipients
        }
    }

    /// The ids of those subscriptions, in order.
    package var toldTo: [String]? { recipients?.sorted() }

    /// The label of the log.
    package var label: String {
        switch self {
        case .silenceEnded: "silence-ended"
        case .acknowledgementEnded: "acknowledgement-ended"
        case .unexplained: "unexplained"
        case .escalation: "escalation"
        }
    }
}
