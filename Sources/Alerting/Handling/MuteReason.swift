/// Why a stage holds the notices of an alert back.
package enum MuteReason: Hashable, Sendable {
    /// The alert that speaks for it, to those who are told of that one.
    case whole(Episode)
    /// The alert that it is told with, and how many others are.
    case lateSource(Episode, others: Int)
    case silence(Silence)
    case acknowledgement(Acknowledgement)

    package var stage: MuteStage {
        switch self {
        case .whole: .whole
        case .lateSource: .lateSource
        case .silence: .silence
        case .acknowledgement: .acknowledgement
        }
    }
}
