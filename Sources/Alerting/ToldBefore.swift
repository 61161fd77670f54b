package import Assessment
package import Indicators

/// What one reader was told last of some alerts, and what is in force now.
///
/// Between two mails a value can be revised, taken back and delivered again: what a mail tells is the difference between
/// the two, and not the way from one to the other.
package struct ToldBefore: Hashable, Sendable {
    /// An alert as the last mail about it told it.
    package struct Alert: Hashable, Sendable {
        package let kind: AlertEventKind
        /// The number of the episode.
        package let number: Int
        package let facts: FindingFacts
        /// When that mail was made.
        package let at: Instant

        package init(kind: AlertEventKind, number: Int, facts: FindingFacts, at: Instant) {
            self.kind = kind
            self.number = number
            self.facts = facts
            self.at = at
        }

        /// Whether the reader knows it as one that has ended.
        var isClosed: Bool { kind == .resolved || facts.lapse != nil }
    }

    /// The alerts of which it is known what the reader was told.
    package let asked: Set<AlertKey>
    /// As they were told last; an alert that the reader has not heard of is not among them.
    package let alerts: [AlertKey: Alert]
    /// The values in force, of the series whose values may be told and are not made of others.
    package let inForce: [SeriesKey: SeriesHistory]

    package init(
        asked: Set<AlertKey> = [],
        alerts: [AlertKey: Alert] = [:],
        inForce: [SeriesKey: SeriesHistory] = [:]
    ) {
        self.asked = asked
        self.alerts = alerts
        self.inForce = inForce
    }

    /// Nothing is known: each notice tells for itself.
    package static let unknown = ToldBefore()
}
