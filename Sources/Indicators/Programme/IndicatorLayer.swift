/// The layer of a key performance indicator: what is done, what it brings people, what it changes in society.
package enum IndicatorLayer: String, Hashable, Sendable, CaseIterable, Codable {
    case activity
    case effect
    case impact

    /// The word that Dutch readers see.
    package var dutch: String {
        switch self {
        case .activity: "activiteit"
        case .effect: "effect"
        case .impact: "impact"
        }
    }
}
