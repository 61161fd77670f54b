internal import Indicators

/// The axis of values: from one round number to another, with round numbers between.
///
/// The step is the least of 1, 2, 2.5, 5 and 10 times a power of ten that gives about the wanted number of steps; for counts
/// 2.5 is left out, and nothing below 1. The axis begins at zero where the smallest value is less than a quarter of the
/// largest; else a line says more from nearer by, and the picture says in words where the axis begins.
struct ChartScale: Hashable {
    /// From the lowest up; at least two.
    let ticks: [ExactDecimal]

    /// The ends for reckoning with places.
    var lower: Double { ticks[0].double }
    var upper: Double { ticks[ticks.count - 1].double }

    /// Whether zero is neither the beginning nor within.
    var beginsElsewhere: Bool { lower > 0 || upper < 0 }

    /// The scale of these values; `nil` where they are too large for exact numbers.
    init?(_ values: [ExactDecimal], isCount: Bool, steps: Int) {
        let numbers = values.map(\.double)
        guard var low = numbers.min(), var high = numbers.max() else { return nil }
        if low >= 0, low < high / 4 { low = 0 }
        if high <= 0, high > low / 4 { high = 0 }
        if low == high {
            let room = max(abs(low) / 10, isCount ? 1 : 0.1)
            (low, high) = (low - room, high + room)
            if numbers[0] >= 0 { low = max(0, low) }
        }
        guard let step = Step(atLeast: (high - low) / Double(steps), isCount: isCount) else { return nil }
        let first = (low / step.size + 1e-9).rounded(.down)
        let last = (high / step.size - 1e-9).rounded(.up)
        guard abs(first) < 1e9, abs(last) < 1e9, last > first, last - first < 100 else { return nil }
        let ticks = (Int64(first)...Int64(last)).compactMap { step.multiplied(by: $0) }
        guard ticks.count >= 2 else { return nil }
        self.ticks = ticks
    }

    /// A round number: tenths of a power of ten.
    private struct Step {
        let tenths: Int64
        let power: Int

        init?(atLeast least: Double, isCount: Bool) {
            guard least.isFinite, least > 0 else { return nil }
            var power = 0
            var unit = 1.0
            while unit * 10 <= least, power < 15 { (unit, power) = (unit * 10, power + 1) }
            while unit > least, power > -9 { (unit, power) = (unit / 10, power - 1) }
            if isCount, power < 0 { (unit, power) = (1, 0) }
            let choice: [Int64] = isCount ? [10, 20, 50, 100] : [10, 20, 25, 50, 100]
            tenths = choice.first { Double($0) / 10 * unit >= least * (1 - 1e-9) } ?? 100
            self.power = power - 1
        }

        var size: Double { multiplied(by: 1)?.double ?? 0 }

        func multiplied(by count: Int64) -> ExactDecimal? {
            let (digits, overflow) = tenths.multipliedReportingOverflow(by: count)
            guard !overflow else { return nil }
            return ExactDecimal(coefficient: digits, scale: 0)?.timesTen(toThe: power)?.withoutTrailingZeros
        }
    }
}
