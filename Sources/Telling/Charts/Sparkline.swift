internal import Assessment
internal import Indicators

/// A picture of the course of a series that fits beside its value: no axis and no text, since both stand beside it.
///
/// It says nothing that is not in words near by, and is hidden from whoever does not see it.
struct Sparkline {
    private let chart: SeriesChart
    private let low: Double
    private let high: Double
    private let steps: Double

    private static let (width, height) = (160.0, 40.0)
    /// The values lie within; around them there is room for the mark of the last one.
    private static let (left, right, top, bottom) = (10.0, 150.0, 10.0, 30.0)
    /// More places than this would not be seen.
    private static let most = 400

    /// `nil` where the values lie too far apart for a picture.
    init?(_ chart: SeriesChart) {
        let levels = (chart.points.map(\.value) + [chart.aim?.bound.value].compactMap(\.self)).map(\.double)
        guard let low = levels.min(), let high = levels.max(), let steps = chart.first.steps(to: chart.last),
            (1...Self.most).contains(steps), (high - low).isFinite
        else { return nil }
        // A line that never moves lies in the middle.
        let room = high > low ? 0 : 1.0
        (self.chart, self.low, self.high, self.steps) = (chart, low - room, high + room, Double(steps))
    }

    var html: HTML {
        """
        <svg class="sparkline" width="160" height="40" viewBox="0 0 160 40" aria-hidden="true" focusable="false">
        \(aim)\(line)\(lonePoints)\(judged)</svg>
        """
    }

    private var pen: ChartPen { ChartPen(textSize: 12) }

    private func place(_ point: SeriesChart.Point) -> ChartPen.Place {
        let place = Double(chart.first.steps(to: point.period) ?? 0) / steps
        return (Self.left + place * (Self.right - Self.left), height(of: point.value))
    }

    private func height(of value: ExactDecimal) -> Double {
        Self.bottom - (value.double - low) / (high - low) * (Self.bottom - Self.top)
    }

    private var aim: HTML {
        guard let aim = chart.aim else { return "" }
        let y = height(of: aim.bound.value)
        return pen.line([(2, y), (Self.width - 2, y)], ChartPalette.target, dashes: "4 3")
    }

    private var line: HTML {
        HTML(joining: chart.joined.map { pen.line([place($0), place($1)], ChartPalette.line, width: 2) })
    }

    /// Values that no line reaches.
    private var lonePoints: HTML {
        let reached = Set(chart.joined.flatMap { [$0.period, $1.period] })
        return HTML(
            joining: chart.points.filter { !reached.contains($0.period) && $0.period != chart.judged }
                .map { pen.dot(place($0), ChartPalette.line, radius: 2, isHollow: $0.isProvisional) }
        )
    }

    /// The value that was judged, in the shape of its light.
    private var judged: HTML {
        guard let point = chart.points.first(where: { $0.period == chart.judged }) else { return "" }
        return pen.mark(chart.light, place(point), isHollow: point.isProvisional)
    }
}
