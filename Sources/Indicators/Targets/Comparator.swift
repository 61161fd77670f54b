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
        case .below, .above, .equal: rawValue
        }
    }
}
