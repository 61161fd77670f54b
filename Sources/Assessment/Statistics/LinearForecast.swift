/// What a line says of one further value, with its prediction interval (methods, section 4.3).
package struct LinearForecast: Hashable, Sendable {
    package let value: Double
    /// The standard error of the prediction.
    package let error: Double
    package let degreesOfFreedom: Int

    /// The interval in which the value will lie with this chance, if the line and independent errors are true.
    package func bounds(confidence: Double) -> ClosedRange<Double> {
        let half = StudentDistribution(degreesOfFreedom: degreesOfFreedom).quantile(confidence) * error
        return value - half...value + half
    }

    /// The chance that the value will be at least the target; to be told as a class, never as a percentage.
    package func chance(atLeast target: Double) -> Double {
        guard error > 0 else { return value >= target ? 1 : 0 }
        return StudentDistribution(degreesOfFreedom: degreesOfFreedom).cumulative((value - target) / error)
    }

    /// The chance that the value will be at most the target.
    package func chance(atMost target: Double) -> Double {
        guard error > 0 else { return value <= target ? 1 : 0 }
        return StudentDistribution(degreesOfFreedom: degreesOfFreedom).cumulative((target - value) / error)
    }
}
