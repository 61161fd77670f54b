/// An observation as the store holds it.
package struct RecordedObservation: Hashable, Sendable {
    package let observation: Observation
    /// 1 for the first value of the period, one more for each revision.
    package let revision: Int
    /// The SHA-256 of the file that brought it, in hexadecimal; `nil` for a derived value.
    package let importHash: String?
    package let recordedAt: Instant

    package init(_ observation: Observation, revision: Int, importHash: String?, recordedAt: Instant) {
        self.observation = observation
        self.revision = revision
        self.importHash = importHash
        self.recordedAt = recordedAt
    }

    package var period: Period { observation.period }
    package var value: ExactDecimal { observation.value }
}
