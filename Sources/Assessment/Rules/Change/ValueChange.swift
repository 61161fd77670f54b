package import Indicators

/// One value beside an earlier one.
package struct ValueChange: Hashable, Sendable, Codable {
    /// The period of the earlier value.
    package let period: Period
    /// The earlier value.
    package let value: ExactDecimal
    /// The later one minus the earlier one.
    package let difference: ExactDecimal
    /// The difference in percent of the earlier value, to one decimal; `nil` where that is 0.
    package let percent: ExactDecimal?
    /// Whether it is more than hardly a change.
    package let counts: Bool
    /// Whether the earlier value may still change.
    package let isProvisional: Bool

    /// `nil` where no exact number can hold the difference.
    init?(from earlier: RecordedObservation, to later: RecordedObservation, beyond: Tolerance) {
        guard let difference = later.value.subtracting(earlier.value) else { return nil }
        period = earlier.period
        value = earlier.value
        self.difference = difference.withoutTrailingZeros
        percent =
            difference.multiplied(by: ExactDecimal(100))?
            .divided(by: earlier.value.magnitude, decimals: 1)?.withoutTrailingZeros
        counts = beyond.largestAmberMiss(target: earlier.value).map { difference.magnitude > $0 } ?? true
        isProvisional = earlier.observation.status == .provisional
    }

    /// Whether it went the wrong way, and counts.
    func isWorse(_ better: Better) -> Bool { counts && (difference > .zero) == (better == .lower) }
}
