/// A quarter of values in order, counted from 1; how the values are ordered says who asks.
package enum Quarter: Int, Hashable, Sendable, Codable, CaseIterable {
    case first = 1
    case second
    case third
    case fourth

    /// The quarter counted from the other end.
    package var fromOtherEnd: Quarter {
        switch self {
        case .first: .fourth
        case .second: .third
        case .third: .second
        case .fourth: .first
        }
    }
}
