/// How a value must lie to a target's value.
package enum Comparator: String, Sendable, CaseIterable, Hashable {
    case below = "<"
    case atMost = "<="
    case above = ">"
    case atLeast = ">="
    case equal = "="

    /// Whether `value` lies so to `bound`, compared exactly.
    package func holds(_ value: ExactDecimal, _ bound: ExactDecimal) -> Bool {
        switch self {
        case .below: value < bound
        case .atMost: value <= bound
        case .above: value > bound
        case .atLeast: value >= bound
        case .equal: value == bound
        }
    }

    /// The sign as people read it: `≤` for `<=`.
    package var sign: String {
        switch self {
        case .atMost: "≤"
        case .atLeast: "≥"
        default: rawValue
        }
    }
}

/// Which way an indicator has to move.
package enum Better: String, Sendable, CaseIterable, Hashable {
    case lower
    case higher

    /// The comparator of a target that is a bare number: lower is better → at most, higher is better → at least.
    package var comparatorOfBareNumber: Comparator { self == .lower ? .atMost : .atLeast }
}

/// A movement that a target asks for without a number.
package enum Trend: String, Sendable, CaseIterable, Hashable {
    case rise = "stijging"
    case fall = "daling"
    case steady = "gelijkblijvend"
    case noRise = "niet gestegen"
    case noFall = "niet gedaald"

    /// The movement that a document names, in its own word or another one for the same.
    init?(word: String) {
        let others: [String: Trend] = [
            "meer": .rise, "neemt toe": .rise, "toename": .rise, "gestegen": .rise,
            "minder": .fall, "neemt af": .fall, "afname": .fall, "gedaald": .fall,
            "blijft gelijk": .steady,
            "neemt af of blijft gelijk": .noRise, "afneemt of gelijk blijft": .noRise,
            "neemt toe of blijft gelijk": .noFall, "toeneemt of gelijk blijft": .noFall,
        ]
        guard let trend = Trend(rawValue: word) ?? others[word] else { return nil }
        self = trend
    }

    /// How the value must lie to the baseline.
    package var comparator: Comparator {
        switch self {
        case .rise: .above
        case .fall: .below
        case .steady: .equal
        case .noRise: .atMost
        case .noFall: .atLeast
        }
    }
}

/// What a target asks.
package enum Requirement: Hashable, Sendable {
    /// A value: `<25,3%`; without comparator where the document gives a bare number.
    case absolute(Comparator?, ExactDecimal, unit: String?)
    /// A change in percent of the baseline: `-10% t.o.v. 2025`, `halvering`.
    case relative(percent: ExactDecimal, baseline: Period?)
    /// A change in the unit itself: `+450 t.o.v. 2025`.
    case difference(ExactDecimal, baseline: Period?)
    /// A movement: `stijging t.o.v. 2024`.
    case direction(Trend, baseline: Period?)
    /// Something that is done or not: `gereed`.
    case milestone

    /// The word for the kind in `targets --json`.
    package var kind: String {
        switch self {
        case .absolute: "absolute"
        case .relative: "relative"
        case .difference: "difference"
        case .direction: "direction"
        case .milestone: "milestone"
        }
    }

    /// The period whose value a relative target is measured from; `nil` for the first value of the series.
    package var baseline: Period? {
        switch self {
        case .relative(_, let baseline), .difference(_, let baseline), .direction(_, let baseline): baseline
        case .absolute, .milestone: nil
        }
    }

    /// Whether the target can only be judged against an earlier value.
    package var needsBaseline: Bool {
        switch self {
        case .relative, .difference, .direction: true
        case .absolute, .milestone: false
        }
    }

    /// The number that the target names, percent or difference as written; `nil` for a movement or a milestone.
    package var statedValue: ExactDecimal? {
        switch self {
        case .absolute(_, let value, _): value
        case .relative(let percent, _): percent
        case .difference(let change, _): change
        case .direction, .milestone: nil
        }
    }

    /// The comparator, for a bare number taken from the direction that is better.
    package func comparator(better: Better) -> Comparator {
        switch self {
        case .absolute(let comparator, _, _): comparator ?? better.comparatorOfBareNumber
        case .relative(let change, _), .difference(let change, _): change < .zero ? .atMost : .atLeast
        case .direction(let trend, _): trend.comparator
        case .milestone: .equal
        }
    }

    /// The requirement as a plain bound.
    ///
    /// - Parameters:
    ///   - better: the direction that is better, for a bare number.
    ///   - value: the value of the baseline, where the requirement needs one.
    ///   - margin: how far a value may lie from its baseline and still be `gelijkblijvend`.
    /// - Returns: the bound; `nil` while a needed baseline is missing, or out of the range of exact numbers.
    package func bound(better: Better, baseline value: ExactDecimal?, margin: Tolerance? = nil) -> Bound? {
        guard let bound = boundValue(baseline: value) else { return nil }
        let isSteady = if case .direction(.steady, _) = self { true } else { false }
        return Bound(
            comparator: comparator(better: better),
            value: bound,
            margin: isSteady ? margin?.largestAmberMiss(target: bound) : nil
        )
    }

    private func boundValue(baseline: ExactDecimal?) -> ExactDecimal? {
        switch self {
        case .absolute(_, let value, _): value
        case .milestone: ExactDecimal(1)
        case .direction: baseline
        case .difference(let change, _): baseline?.adding(change)
        case .relative(let percent, _): baseline.flatMap { $0.changed(byPercent: percent) }
        }
    }
}

/// A comparator with the value it compares with.
package struct Bound: Hashable, Sendable, Codable {
    package let comparator: Comparator
    package let value: ExactDecimal
    /// How far a value may lie from an equal one to both sides; `nil` for not at all.
    package let margin: ExactDecimal?

    package init(comparator: Comparator, value: ExactDecimal, margin: ExactDecimal? = nil) {
        self.comparator = comparator
        self.value = value
        self.margin = margin
    }

    /// Whether the value meets the bound.
    package func isMet(by observed: ExactDecimal) -> Bool {
        guard comparator == .equal, let margin, let miss = observed.subtracting(value)?.magnitude else {
            return comparator.holds(observed, value)
        }
        return miss <= margin
    }

    /// The bound in Dutch, with its unit: `< 108 per 1000`, `≤ 7,9%`, `= 62% (± 2)`.
    package func written(unit: MeasureUnit) -> String {
        guard unit != .milestone else { return unit.written(value) }
        let margin = margin.map { " (± \($0.withoutTrailingZeros.written(decimalSign: ",")))" } ?? ""
        return "\(comparator.sign) \(unit.written(value))\(margin)"
    }
}

extension ExactDecimal {
    fileprivate func changed(byPercent percent: ExactDecimal) -> ExactDecimal? {
        ExactDecimal(100).adding(percent)
            .flatMap { multiplied(by: $0) }
            .flatMap { ExactDecimal(coefficient: $0.coefficient, scale: $0.scale + 2) }
            .map(\.withoutTrailingZeros)
    }
}
