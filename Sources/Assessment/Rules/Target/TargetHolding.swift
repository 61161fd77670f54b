internal import Indicators

/// How many values in a row open an alert of a missed target, and how many end it.
struct TargetHolding: Hashable, Sendable {
    /// So many misses in a row; 1 leaves it to the profile.
    let openAfter: Int
    /// So many values in a row that have recovered.
    let resolveAfter: Int
    /// How far beyond its target a value has to lie to have recovered.
    let recovery: Tolerance

    init(_ parameters: TargetParameters) {
        openAfter = parameters.openAfter
        resolveAfter = parameters.resolveAfter
        recovery = parameters.recovery
    }

    /// Whether the first value that meets its target ends an alert.
    var endsAtOnce: Bool { resolveAfter == 1 && recovery == TargetParameters().recovery }

    /// Whether a value that meets a bound lies so far beyond it that it has recovered.
    func hasRecovered(_ value: ExactDecimal, _ bound: Bound) -> Bool {
        guard let needed = recovery.largestAmberMiss(target: bound.value), needed != .zero,
            let distance = value.subtracting(bound.value)?.magnitude
        else { return true }
        return bound.comparator == .equal || distance >= needed
    }
}
