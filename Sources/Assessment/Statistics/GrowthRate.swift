/// A yearly rate of growth (CAGR), and what others conclude from it without a target (methods, section 2.2).
///
/// For comparison with what others publish only: Peilwacht judges along the straight road (`Pace`).
package struct GrowthRate: Hashable, Sendable {
    /// The change in a year, as a part of the value before.
    package let yearly: Double

    /// The rate between two values; `nil` where there is none, as from 0 or across it.
    package init?(from base: Double, to value: Double, years: Double) {
        guard base != 0, years > 0, value / base >= 0 else { return nil }
        yearly = SpecialFunctions.power(value / base, 1 / years) - 1
    }

    /// The rate, above 0 where it goes the better way.
    package func desired(higherIsBetter: Bool) -> Double { higherIsBetter ? yearly : -yearly }

    /// The category of Eurostat.
    package func eurostat(higherIsBetter: Bool) -> String {
        let rate = desired(higherIsBetter: higherIsBetter)
        if rate >= 0.01 { return "significant_progress" }
        if rate >= 0 { return "moderate_progress" }
        return rate > -0.01 ? "moderate_movement_away" : "significant_movement_away"
    }

    /// The status of Open SDG.
    package func openSDG(higherIsBetter: Bool) -> String {
        let rate = desired(higherIsBetter: higherIsBetter)
        if rate >= 0.015 { return "substantial_progress" }
        if rate >= 0.005 { return "moderate_progress" }
        return rate >= 0 ? "limited_progress" : "deterioration"
    }

    /// The score of the progress chart of the United Nations, 3 for the best.
    package func unitedNations(higherIsBetter: Bool) -> Int {
        let rate = desired(higherIsBetter: higherIsBetter)
        if rate >= 0.02 { return 3 }
        if rate >= 0.005 { return 2 }
        return rate > -0.005 ? 1 : 0
    }

    /// The category of ISTAT.
    package func istat(higherIsBetter: Bool) -> String {
        let rate = desired(higherIsBetter: higherIsBetter)
        if rate >= 0.05 { return "improvement" }
        if rate >= 0.01 { return "slight_improvement" }
        if rate > -0.01 { return "stable" }
        return rate > -0.05 ? "slight_deterioration" : "deterioration"
    }
}
