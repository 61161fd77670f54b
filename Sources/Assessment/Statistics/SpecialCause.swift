/// Why a value of an XmR chart is no chance (methods, section 1.2); the words are those of NHSRplotthedots.
package enum SpecialCause: String, Hashable, Sendable, CaseIterable, Codable {
    case aboveLimit = "Above UCL"
    case belowLimit = "Below LCL"
    case rising = "7 Point Trend (Increasing)"
    case falling = "7 Point Trend (Decreasing)"
    case twoOfThreeAbove = "2 in 3 Above CL"
    case twoOfThreeBelow = "2 in 3 Below CL"
    case shiftAbove = "7 Points Above CL"
    case shiftBelow = "7 Points Below CL"

    /// Whether it says that values are, or become, higher.
    package var isHigh: Bool {
        switch self {
        case .aboveLimit, .rising, .twoOfThreeAbove, .shiftAbove: true
        case .belowLimit, .falling, .twoOfThreeBelow, .shiftBelow: false
        }
    }
}
