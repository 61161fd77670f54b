/// One value that was taken back, with what took its place.
package struct CorrectedValue: Hashable, Sendable {
    /// What held before.
    package let before: RecordedObservation
    /// What took its place, with the order; where it does not hold, nothing did.
    package let after: RecordedObservation

    package init(before: RecordedObservation, after: RecordedObservation) {
        self.before = before
        self.after = after
    }

    /// Whether it was ordered by that moment.
    package func isDone(by moment: Instant) -> Bool { after.withdrawal.map { $0.at <= moment } ?? true }

    /// The corrections among the revisions of one period, which are ordered by number.
    package static func among(_ revisions: [RecordedObservation]) -> [CorrectedValue] {
        zip(revisions, revisions.dropFirst()).filter { $1.withdrawal != nil }
            .map { CorrectedValue(before: $0, after: $1) }
    }
}
