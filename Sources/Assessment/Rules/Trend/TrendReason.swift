/// Why the rule `trend` says what it says.
package enum TrendReason: String, RuleReason {
    case rising = "trend-rising"
    case falling = "trend-falling"
    case likelyRising = "trend-likely-rising"
    case likelyFalling = "trend-likely-falling"
    /// Four values lie in that direction, which is too few to say that it is one.
    case pointsUp = "points-up"
    case pointsDown = "points-down"
    case noClearTrend = "no-clear-trend"
    case tooFewValues = "too-few-values"
    /// So many months or quarters are judged by their limits.
    case leftToControl = "left-to-spc"
    case noValue = "no-value"

    /// Whether it is worth knowing without being asked for.
    var isClear: Bool {
        switch self {
        case .rising, .falling, .likelyRising, .likelyFalling: true
        case .pointsUp, .pointsDown, .noClearTrend, .tooFewValues, .leftToControl, .noValue: false
        }
    }
}
