/// The line of least squares, for what lies ahead (methods, section 4.3).
package struct LinearRegression: Hashable, Sendable {
    package let slope: Double
    package let meanTime: Double
    /// The value of the line at the mean time.
    package let meanValue: Double
    package let count: Int
    /// The squared distances in time from their mean.
    private let spread: Double
    /// The squared distances of the values from the line.
    private let residue: Double

    /// The line through points; `nil` where no two lie apart in time.
    package init?(times: [Double], values: [Double]) {
        count = min(times.count, values.count)
        guard count >= 2 else { return nil }
        let meanTime = times.reduce(0, +) / Double(times.count)
        let meanValue = values.reduce(0, +) / Double(values.count)
        let distances = zip(times, values).map { ($0 - meanTime, $1 - meanValue) }
        let spread = distances.reduce(0) { $0 + $1.0 * $1.0 }
        guard spread > 0 else { return nil }
        let slope = distances.reduce(0) { $0 + $1.0 * $1.1 } / spread
        residue = distances.reduce(0) { sum, point in
            let miss = point.1 - slope * point.0
            return sum + miss * miss
        }
        self.meanTime = meanTime
        self.meanValue = meanValue
        self.spread = spread
        self.slope = slope
    }

    /// How far values lie from the line; `nil` for fewer than three.
    package var residualDeviation: Double? {
        count > 2 ? (residue / Double(count - 2)).squareRoot() : nil
    }

    /// The chance of so steep a line if there were none; `nil` where the line fits without a rest.
    package var slopeChance: Double? {
        guard let deviation = residualDeviation, deviation > 0 else { return nil }
        return StudentDistribution(degreesOfFreedom: count - 2).twoSided(slope / (deviation / spread.squareRoot()))
    }

    /// The value of the line at a time.
    package func value(at time: Double) -> Double { meanValue + slope * (time - meanTime) }

    /// The forecast of one further value; `nil` for fewer than three, of which nothing is left to judge by.
    package func forecast(at time: Double) -> LinearForecast? {
        residualDeviation.map { deviation in
            let distance = time - meanTime
            let error = deviation * (1 + 1 / Double(count) + distance * distance / spread).squareRoot()
            return LinearForecast(value: value(at: time), error: error, degreesOfFreedom: count - 2)
        }
    }
}
