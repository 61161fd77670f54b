/// The traffic light of a series; always shown with its word.
package enum Light: String, Sendable, CaseIterable, Hashable, Codable {
    case green
    case amber
    case red
    case grey

    /// Orders lights from good to bad; what cannot be judged is worse than what is known to be well.
    package var gravity: Int {
        switch self {
        case .green: 0
        case .grey: 1
        case .amber: 2
        case .red: 3
        }
    }
}
