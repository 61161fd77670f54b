package import Assessment

/// How an alert stood at a change, as far as it decides where it is told: its facts are asked for where they are told.
package struct AlertOutline: Hashable, Sendable {
    /// Whether it was so already when its indicator came under watch.
    package let isOpeningState: Bool
    /// Whether there is nothing beside the finding: no edit, no correction, no end.
    let isPlain: Bool
    let severity: Severity
    let reason: Reason
    let gravity: Int
    let programme: String

    package init(_ facts: FindingFacts, isClosed: Bool) {
        isOpeningState = facts.isOpeningState
        isPlain = facts.edit == nil && facts.correction == nil && facts.lapse == nil && !isClosed
        severity = facts.severity
        reason = facts.reason
        gravity = facts.gravity
        programme = facts.about.programme
    }
}
