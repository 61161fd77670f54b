internal import Indicators

/// A sign or word of a unit that stands with a number in one cell.
enum NumberMark {
    case percent
    case perMille
    case euro

    /// The unit that it says.
    var unit: MeasureUnit {
        switch self {
        case .percent: .percent
        case .perMille: .perThousand
        case .euro: .euro
        }
    }
}
