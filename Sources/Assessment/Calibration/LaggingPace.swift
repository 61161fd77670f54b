package import Indicators

/// Whether a value lies behind the road to a target ahead by more than noise (calibration, section 3).
package struct LaggingPace: Hashable, Sendable {
    /// So much of the way that was needed until now is far too little.
    private static let tooLittle = 0.6

    /// What the place of a value on its road says.
    ///
    /// - Parameters:
    ///   - pace: the road.
    ///   - noise: of the values before the judged one.
    ///   - profile: how certain it has to be; `strict` waits for a third period.
    /// - Returns: its strength; ``MissStrength/withinNoise`` where the road drowns in noise, or its noise is not known.
    package static func strength(of pace: Pace, _ noise: FigureNoise, _ profile: AlertProfile) -> MissStrength {
        guard case .spread(let spread) = noise, let ratio = pace.ratio?.double else { return .withinNoise }
        guard ratio < 1 else { return .met }
        let gone = Double(pace.elapsed) / Double(pace.total)
        let gap = pace.target.value.double - pace.base.double
        let behind = abs(gap) * (gone - gone * ratio)
        let limit = 1.28 * spread * (1 + (1 - gone) * (1 - gone)).squareRoot()
        let isEarly = pace.elapsed < (profile == .strict ? 3 : 2)
        guard !isEarly, ratio < tooLittle, behind > limit, abs(gap) >= 3 * spread else { return .withinNoise }
        return .weak
    }
}
