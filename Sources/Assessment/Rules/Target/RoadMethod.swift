internal import Indicators

/// How a value on the road to a target ahead is judged (methods, section 2).
package enum RoadMethod: String, Hashable, Sendable, Codable, CaseIterable {
    /// By the straight road (section 2.6).
    case linear
    /// By the yearly rate of growth beside the one that is needed (section 2.1): stricter early for what has to fall.
    case eurostat
    /// By where the average change of the last five years leads: the weather symbols of the German sustainability strategy
    /// (section 2.3).
    case weather
}

/// What a method says of one value on its road.
struct RoadJudgement {
    let verdict: TargetComparison.Verdict
    /// The value that would be on course now; `nil` where the method does not say.
    let expected: Double?
    /// The value at the target's period if it goes on like this; `nil` where the method does not say.
    let projected: Double?

    private init(_ verdict: TargetComparison.Verdict, expected: Double? = nil, projected: Double? = nil) {
        self.verdict = verdict
        self.expected = expected
        self.projected = projected
    }

    /// By the rate of growth, in the order of tests of the straight road; where it has no answer, nothing is said.
    init(eurostat pace: Pace, better: Better) {
        let growth = GrowthPace(
            base: pace.base.double,
            value: pace.value.double,
            target: pace.target.value.double,
            elapsed: Double(pace.elapsed),
            total: Double(pace.total),
            higherIsBetter: better == .higher
        )
        guard !pace.target.isMet(by: pace.base), let ratio = growth.ratio, let required = growth.required else {
            self.init(pace.target.isMet(by: pace.base) ? .wrongWay : .notYetReached)
            return
        }
        let rate = SpecialFunctions.power(1 + required.yearly, Double(pace.elapsed))
        self.init(
            ratio >= 0.95 ? .onCourse : ratio >= 0 ? .behind : .wrongWay,
            expected: pace.base.double * rate
        )
    }

    /// By the weather symbol of yearly values, the last of which is judged; nothing is said of fewer than four.
    init(weather values: [Double], _ bound: Bound, years: Double, better: Better) {
        let projected = WeatherSymbol.projection(values, years: years)
        switch WeatherSymbol(values, target: bound.value.double, years: years, higherIsBetter: better == .higher) {
        case .sun: self.init(.onCourse, projected: projected)
        case .sunAndCloud, .cloud: self.init(.behind, projected: projected)
        case .thunderstorm: self.init(.wrongWay, projected: projected)
        case nil: self.init(.notYetReached)
        }
    }
}
