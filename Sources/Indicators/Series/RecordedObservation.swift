/// An observation as the store holds it.
///
/// Small, since each rule reads the history again: what the values of one import share stands in one place.
package struct RecordedObservation: Hashable, Sendable {
    package let observation: Observation
    private let origin: Shared<Origin>
    /// 1 for the first value of the period, one more for each revision.
    package let revision: Int
    /// Whether it holds; where the value before it was taken back and no older one is left, that value stands here, and
    /// does not.
    package let holds: Bool

    /// Where a value comes from: the same for all values of one import.
    package struct Origin: Hashable, Sendable {
        fileprivate let importHash: String?
        fileprivate let recordedAt: Instant
        fileprivate let withdrawal: Withdrawal?

        package init(importHash: String?, recordedAt: Instant, withdrawal: Withdrawal? = nil) {
            self.importHash = importHash
            self.recordedAt = recordedAt
            self.withdrawal = withdrawal
        }
    }

    package init(
        _ observation: Observation,
        revision: Int,
        importHash: String?,
        recordedAt: Instant,
        withdrawal: Withdrawal? = nil,
        holds: Bool = true
    ) {
        let origin = Origin(importHash: importHash, recordedAt: recordedAt, withdrawal: withdrawal)
        self.init(observation, revision: revision, from: Shared(origin), holds: holds)
    }

    /// An observation of an import that has brought others.
    package init(_ observation: Observation, revision: Int, from origin: Shared<Origin>, holds: Bool = true) {
        self.observation = observation
        self.revision = revision
        self.origin = origin
        self.holds = holds
    }

    /// The SHA-256 of the file that brought it, in hexadecimal; `nil` for a derived value.
    package var importHash: String? { origin.value.importHash }
    package var recordedAt: Instant { origin.value.recordedAt }
    /// That the value before it was taken back; `nil` for a value that a file brought.
    package var withdrawal: Withdrawal? { origin.value.withdrawal }
    /// Whether an order put it in its place.
    package var isByOrder: Bool { origin.value.withdrawal != nil }

    /// Whether the value was taken in before its period was over, so that it may still become another one.
    package var isOfUnfinishedPeriod: Bool {
        // The day in UTC: an hour or two at the turn of the year change nothing for a value that is provisional.
        observation.status == .provisional && LocalZone.utc.local(recordedAt).date <= period.end
    }

    package var period: Period { observation.period }
    package var value: ExactDecimal { observation.value }
}
