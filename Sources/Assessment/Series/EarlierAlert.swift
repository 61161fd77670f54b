package import Indicators

/// The open alert of a rule on a series, as the rule itself sees it.
package struct EarlierAlert: Hashable, Sendable {
    package let openedAt: Instant
    package let evidence: Evidence

    package init(openedAt: Instant, evidence: Evidence) {
        self.openedAt = openedAt
        self.evidence = evidence
    }
}
