/// An observation as the store holds it.
package struct RecordedObservation: Hashable, Sendable {
    package let observation: Observation
    /// 1 for the first value of the period, one more for each revision.
    package let revision: Int
    /// The SHA-256 of the file that brought it, in hexadecimal; `nil` for a derived value.
    package let importHash: String?
    package let recordedAt: Instant
    /// That the value before it was taken back; `nil` for a value that a file brought.
    package let withdrawal: Withdrawal?
    /// Whether it holds; where the value before it was taken back and no older one is left, that value stands here, and
    /// does not.
    package let holds: Bool

    package init(
        _ observation: Observation,
        revision: Int,
        importHash: String?,
        recordedAt: Instant,
        withdrawal: Withdrawal? = nil,
        holds: Bool = true
    ) {
        self.observation = observation
        self.revision = revision
        self.importHash = importHash
        self.recordedAt = recordedAt
        self.withdrawal = withdrawal
        self.holds = holds
    }

    /// Whether the value was taken in before its period was over, so that it may still become another one.
    package var isOfUnfinishedPeriod: Bool {
        // The day in UTC: an hour or two at the turn of the year change nothing for a value that is provisional.
        observation.status == .provisional && LocalZone.utc.local(recordedAt).date <= period.end
    }

    package var period: Period { observation.period }
    package var value: ExactDecimal { observation.value }
}
