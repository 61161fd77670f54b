package import Assessment
package import Indicators

/// One run of an alert, from opened to resolved or corrected.
package struct Episode: Hashable, Sendable {
    package let alert: AlertKey
    /// 1 for the first episode of the alert.
    package let number: Int
    package let openedAt: Instant
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

    /// What ``id`` is made of: it tells episodes apart without putting a text together for each.
    struct Run: Hashable {
        let alert: AlertKey
        let number: Int
    }

    var run: Run { Run(alert: alert, number: number) }
}
