/// The exact interval of a count of independent events (Garwood; methods, section 5.2b).
package struct PoissonInterval: Hashable, Sendable {
    package let lower: Double
    package let upper: Double

    /// The interval of `count` events; a negative count is taken for none.
    package init(count: Int, confidence: Double = 0.95) {
        let tail = (1 - confidence) / 2
        let events = Double(max(0, count))
        let far = events + 20 * (events + 1).squareRoot() + 50
        lower =
            events == 0
            ? 0 : SpecialFunctions.root(of: { SpecialFunctions.lowerGamma(events, $0) - tail }, from: 0, to: far)
        upper = SpecialFunctions.root(
            of: { SpecialFunctions.lowerGamma(events + 1, $0) - (1 - tail) },
            from: 0,
            to: far
        )
    }

    /// How it lies to a target.
    package func position(to target: Double) -> IntervalPosition {
        IntervalPosition(lower: lower, upper: upper, target: target)
    }
}
