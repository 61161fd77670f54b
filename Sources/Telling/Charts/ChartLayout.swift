internal import Indicators

/// Where everything stands in a picture.
struct ChartLayout {
    /// A label at the right of what it belongs to.
    struct Label: Hashable {
        let text: String
        let tone: ChartPalette.Tone
        var y: Double
    }

    let chart: SeriesChart
    let size: ChartSize
    let timeline: ChartTimeline
    let scale: ChartScale
    let numbers: ChartNumbers
    let legend: ChartLegend
    /// The values of the axis as written.
    let ticks: [String]
    /// The labels at the right end, apart from each other.
    private(set) var labels: [Label] = []
    /// The frame of the values.
    let left: Double
    let right: Double
    let top: Double
    let bottom: Double

    private static let padding = 10.0

    /// `nil` where the values are such that no true picture can be made of them.
    init?(_ chart: SeriesChart, size: ChartSize) {
        guard let timeline = ChartTimeline(chart) else { return nil }
        let shown = chart.values(in: timeline)
        let numbers = ChartNumbers(chart.unit, largest: shown.map(\.magnitude).max() ?? .zero, chart.phrases)
        let isWhole = chart.unit == .count && chart.points.allSatisfy { $0.value.withoutTrailingZeros.scale == 0 }
        guard let scale = ChartScale(shown, isCount: isWhole, steps: size.steps) else { return nil }
        let inner = Double(size.width) - 2 * Self.padding
        legend = ChartLegend(
            chart.marks(in: timeline),
            target: chart.nameOfTarget,
            in: chart.phrases,
            width: inner,
            textSize: Double(size.text - 1)
        )
        ticks = scale.ticks.map(numbers.written)
        let labels = chart.labels(in: timeline, numbers)
        let text = Double(size.text)
        let room = { (texts: [String]) in texts.map { ChartText.width($0, size: text) }.max() ?? 0 }
        left = Self.padding + room(ticks) + 8
        right = Double(size.width) - Self.padding - (labels.isEmpty ? 4 : room(labels.map(\.text)) + 6)
        top = Self.padding + text + 12
        bottom = Double(size.height) - Self.padding - Double(legend.rows.count) * (text + 4) - text - 12
        guard right - left >= 80, bottom - top >= 60 else { return nil }
        (self.chart, self.size, self.timeline, self.scale, self.numbers) = (chart, size, timeline, scale, numbers)
        self.labels = apart(labels.map { Label(text: $0.text, tone: $0.tone, y: y($0.value)) })
    }

    /// The width of a period.
    var slot: Double { (right - left) / Double(timeline.count) }

    /// The middle of a period.
    func x(_ period: Period) -> Double { left + (Double(timeline.place(period)) + 0.5) * slot }

    /// Where a period begins.
    func beginning(of period: Period) -> Double { left + Double(timeline.place(period)) * slot }

    /// Where a period ends.
    func end(of period: Period) -> Double { beginning(of: period) + slot }

    /// A text of a width around a place, moved so that it stays within the picture.
    func middle(_ x: Double, width: Double) -> Double {
        let room = width / 2 + 3
        return min(max(x, room), Double(size.width) - room)
    }

    /// The height of a value.
    func y(_ value: ExactDecimal) -> Double {
        bottom - (value.double - scale.lower) / (scale.upper - scale.lower) * (bottom - top)
    }

    var legendLeft: Double { Self.padding }

    /// Labels that would lie over each other, moved apart.
    private func apart(_ labels: [Label]) -> [Label] {
        let distance = Double(size.text) + 2
        var placed = labels.sorted { $0.y < $1.y }
        for index in placed.indices.dropFirst() {
            placed[index].y = max(placed[index].y, placed[index - 1].y + distance)
        }
        let over = (placed.last?.y ?? bottom) - bottom
        guard over > 0 else { return placed }
        for index in placed.indices.reversed() {
            let limit = index == placed.count - 1 ? bottom : placed[index + 1].y - distance
            placed[index].y = min(placed[index].y, limit)
        }
        return placed
    }

    /// The periods that are named below: as many as fit, the last value's among them.
    var namedPeriods: [Period] {
        let text = Double(size.text - 1)
        let widest = timeline.periods.map { ChartText.width(chart.phrases.shortPeriod($0), size: text) }.max() ?? 0
        // Of a survey of every fourth year the years that it is held in.
        let rounds = (((widest + 10) / slot) / Double(chart.every)).rounded(.up)
        let every = max(1, Int(rounds)) * chart.every
        let last = timeline.place(chart.last)
        return timeline.periods.enumerated().filter { (last - $0.offset) % every == 0 }.map(\.element)
    }
}

extension SeriesChart {
    /// Every value that has to fit.
    fileprivate func values(in timeline: ChartTimeline) -> [ExactDecimal] {
        let ranges = points.compactMap(\.interval) + [forecast?.interval].compactMap(\.self)
        return points.map(\.value) + ranges.flatMap { [$0.minimum, $0.maximum].compactMap(\.self) }
            + shownTargets(in: timeline).map(\.bound.value)
            + [forecast?.expected, limits?.lower, limits?.upper].compactMap(\.self)
    }

    /// What is named at the right: the last target of the path and of each goal, and what is expected.
    fileprivate func labels(
        in timeline: ChartTimeline,
        _ numbers: ChartNumbers
    ) -> [(text: String, tone: ChartPalette.Tone, value: ExactDecimal)] {
        let ends = Dictionary(grouping: shownTargets(in: timeline), by: \.goal).values
            .compactMap { $0.max { $0.last < $1.last } }
        let bounds = Set(ends.map(\.bound)).sorted {
            ($0.value, $0.comparator.rawValue) < ($1.value, $1.comparator.rawValue)
        }
        let targets = bounds.map { bound in
            let sign = budget == nil ? "\(bound.comparator.sign) " : ""
            return ("\(sign)\(numbers.written(bound.value))", ChartPalette.target, bound.value)
        }
        return targets + (forecast.map { [(numbers.written($0.expected), ChartPalette.forecast, $0.expected)] } ?? [])
    }
}
