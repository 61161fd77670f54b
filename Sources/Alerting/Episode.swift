package import Assessment
package import Indicators

/// One run of an alert, from opened to resolved or corrected.
package struct Episode: Hashable, Sendable {
    package let alert: AlertKey
    /// 1 for the first episode of the alert.
    package let number: Int
    /// Moves back only, where a clock that ran ahead had opened it.
    package var openedAt: Instant
    /// `nil` while it is open.
    package var closedAt: Instant?
    /// The facts as last judged.
    package var facts: FindingFacts

    package init(alert: AlertKey, number: Int, openedAt: Instant, closedAt: Instant? = nil, facts: FindingFacts) {
        self.alert = alert
        self.number = number
        self.openedAt = openedAt
        self.closedAt = closedAt
        self.facts = facts
    }

    /// `target:wmo-maatwerk/GM0303#1`.
    package var id: String { "\(alert)#\(number)" }
}
