/// How the values of an indicator stand for persons.
struct PersonMeasure: Hashable, Sendable {
    let limits: CountLimits
    let unit: MeasureUnit
    let derivation: Derivation?

    init(_ indicator: Indicator, general: CountLimits) {
        limits = CountLimits(
            hideBelow: indicator.hideBelow ?? general.hideBelow,
            smallestBase: indicator.smallestBase ?? general.smallestBase
        )
        unit = indicator.unit
        derivation = indicator.derivation
    }

    /// Whether a value is a number of persons, and not a share of them.
    var isCount: Bool { !unit.isShare }

    /// Whether the value is about too few persons to be told.
    ///
    /// - Parameters:
    ///   - value: the value.
    ///   - base: of a share, how many it is a share of; `nil` where that is not known.
    /// - Returns: whether it is hidden.
    func isTooSmall(_ value: ExactDecimal, of base: Int?) -> Bool {
        guard isCount else { return base.map { isTooSmall(share: value, of: $0) } ?? false }
        return value != .zero && value.magnitude < ExactDecimal(limits.hideBelow)
    }

    private func isTooSmall(share: ExactDecimal, of base: Int) -> Bool {
        guard base >= limits.smallestBase else { return true }
        guard let whole = unit.persons, share != .zero, let part = share.magnitude.multiplied(by: ExactDecimal(base))
        else { return false }
        return ExactDecimal(limits.hideBelow).multiplied(by: ExactDecimal(whole)).map { part < $0 } ?? false
    }
}

extension MeasureUnit {
    /// Whether a value is a share or a mean of what it is about, and no number of it: `%`, `per 1000`, `maanden`.
    fileprivate var isShare: Bool {
        persons != nil || symbol.hasPrefix("per ") || symbol.contains(" per ") || symbol.contains("%")
            || ["maanden", "weken", "dagen", "jaren", "uren"].contains(symbol)
    }

    /// How many persons a share is of: 100 for a percentage; `nil` where the unit does not say.
    fileprivate var persons: Int? {
        switch self {
        case .percent: 100
        case .perThousand: 1000
        default: nil
        }
    }

    /// Whether values in it can be about persons.
    var canCountPersons: Bool { self != .milestone && euros == nil }
}
