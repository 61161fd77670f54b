/// An XmR chart: stretches with limits of their own, and the special causes in them (methods, section 1).
///
/// Runs and limits never cross the beginning of a new stretch.
package struct ProcessChart: Hashable, Sendable {
    /// A stretch between two rebases.
    package struct Segment: Hashable, Sendable {
        /// The places of its values.
        package let places: Range<Int>
        package let limits: ProcessLimits

        /// Whether the limits are no more than a trial.
        package var isShort: Bool { places.count < ProcessChart.fewestForLimits }
    }

    /// Below so many values limits are a trial.
    package static let fewestForLimits = 13
    /// So many values in a row on one side, or going one way, are no chance.
    static let run = 7

    package let segments: [Segment]
    /// The special cause of each value; `nil` for none.
    package let causes: [SpecialCause?]

    /// The chart of values in the order of time.
    ///
    /// - Parameters:
    ///   - values: the values.
    ///   - rebases: the places of the first values of new stretches.
    ///   - screensOutliers: whether moving ranges that are outliers are left out of the limits.
    package init(_ values: [Double], rebases: [Int] = [], screensOutliers: Bool = true) {
        let starts = ([0] + rebases.filter { (1..<max(1, values.count)).contains($0) }).sorted()
        let ends = starts.dropFirst() + [values.count]
        segments = zip(starts, ends).filter { $0 < $1 }.map { start, end in
            Segment(
                places: start..<end,
                limits: ProcessLimits(Array(values[start..<end]), screensOutliers: screensOutliers)
            )
        }
        causes = segments.flatMap { Self.causes(in: Array(values[$0.places]), $0.limits) }
    }

    /// The stretch in force; `nil` without a value.
    package var current: Segment? { segments.last }

    /// The special cause of the last value.
    package var lastCause: SpecialCause? { causes.last ?? nil }

    // MARK: Special causes

    private static func causes(in values: [Double], _ limits: ProcessLimits) -> [SpecialCause?] {
        let sides = values.map { $0 == limits.mean ? 0 : $0 > limits.mean ? 1 : -1 }
        let trends = trends(in: values)
        let close = closeInThree(values, sides, limits)
        let shifts = shifts(in: sides)
        return values.indices.map { place in
            if let outside = outside(values[place], limits) { return outside }
            if trends[place] != 0 { return trends[place] > 0 ? .rising : .falling }
            if close[place] { return sides[place] > 0 ? .twoOfThreeAbove : .twoOfThreeBelow }
            return shifts[place] ? (sides[place] > 0 ? .shiftAbove : .shiftBelow) : nil
        }
    }

    private static func outside(_ value: Double, _ limits: ProcessLimits) -> SpecialCause? {
        guard let bounds = limits.bounds else { return nil }
        return value > bounds.upperBound ? .aboveLimit : value < bounds.lowerBound ? .belowLimit : nil
    }

    /// Of each value that is part of seven that strictly rise or fall: which way; 0 for the others.
    ///
    /// Where one run ends and the next begins, the way out counts.
    private static func trends(in values: [Double]) -> [Int] {
        let steps = zip(values.dropFirst(), values).map { $0 == $1 ? 0 : $0 > $1 ? 1 : -1 }
        var ways = Array(repeating: 0, count: values.count)
        for run in runs(of: steps) where run.count >= Self.run - 1 {
            for place in run.lowerBound...run.upperBound { ways[place] = steps[run.lowerBound] }
        }
        return ways
    }

    /// Whether each value is part of seven on one side of the mean.
    private static func shifts(in sides: [Int]) -> [Bool] {
        var shifts = Array(repeating: false, count: sides.count)
        for run in runs(of: sides) where run.count >= Self.run {
            for place in run { shifts[place] = true }
        }
        return shifts
    }

    /// The places of equal signs in a row; zeros are in none.
    private static func runs(of signs: [Int]) -> [Range<Int>] {
        var runs: [Range<Int>] = []
        for (place, sign) in signs.enumerated() where sign != 0 {
            if let last = runs.last, last.upperBound == place, signs[last.lowerBound] == sign {
                runs[runs.count - 1] = last.lowerBound..<place + 1
            } else {
                runs.append(place..<place + 1)
            }
        }
        return runs
    }

    /// Whether each value is one of two close to a limit, among three on the same side.
    private static func closeInThree(_ values: [Double], _ sides: [Int], _ limits: ProcessLimits) -> [Bool] {
        let isClose = values.map { value in
            guard let bounds = limits.bounds, let near = limits.nearBounds else { return false }
            return bounds.contains(value) && !near.contains(value)
        }
        var flagged = Array(repeating: false, count: values.count)
        guard values.count >= 3 else { return flagged }
        for start in 0...values.count - 3 {
            let three = start..<start + 3
            guard abs(sides[three].reduce(0, +)) == 3, isClose[three].count(where: { $0 }) >= 2 else { continue }
            for place in three where isClose[place] { flagged[place] = true }
        }
        return flagged
    }
}
