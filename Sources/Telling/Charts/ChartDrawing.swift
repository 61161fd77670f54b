internal import Assessment
internal import Indicators

/// Draws what a layout has placed, from the ground up.
struct ChartDrawing {
    let layout: ChartLayout
    let pen: ChartPen

    private var chart: SeriesChart { layout.chart }
    private var phrases: Phrases { chart.phrases }

    var everything: HTML {
        HTML(joining: [
            limits, targetSides, grid, axis, breaks, targets, forecast, intervals, line, points, judged, labels, legend,
        ])
    }

    // MARK: What the values are held against

    /// Between which limits the values vary by chance.
    private var limits: HTML {
        guard let limits = chart.limits else { return "" }
        let (left, right) = (layout.beginning(of: limits.first), layout.end(of: limits.last))
        let (upper, lower) = (layout.y(limits.upper), layout.y(limits.lower))
        let ends = [limits.upper, limits.lower].map { limit in
            pen.line([(left, layout.y(limit)), (right, layout.y(limit))], ChartPalette.muted, dashes: "2 3")
        }
        let mean = pen.line([(left, layout.y(limits.mean)), (right, layout.y(limits.mean))], ChartPalette.muted)
        return HTML(
            joining: [pen.rectangle((left, upper), (right - left, lower - upper), ChartPalette.band)] + ends + [mean]
        )
    }

    private var sidedTargets: [SeriesChart.Target] {
        chart.budget == nil ? chart.shownTargets(in: layout.timeline).filter { $0.goal == nil } : []
    }

    /// The side on which a target is missed has a tint; the budget of a whole year has none within it.
    private var targetSides: HTML {
        HTML(
            joining: sidedTargets.map { target in
                let (left, right) = (layout.beginning(of: target.first), layout.end(of: target.last))
                let y = layout.y(target.bound.value)
                switch target.bound.comparator {
                case .below, .atMost:
                    return pen.tint((left, layout.top), (right - left, y - layout.top), ChartPalette.target)
                case .above, .atLeast:
                    return pen.tint((left, y), (right - left, layout.bottom - y), ChartPalette.target)
                case .equal: return ""
                }
            }
        )
    }

    private var targets: HTML {
        HTML(
            joining: chart.shownTargets(in: layout.timeline).map { target in
                let y = layout.y(target.bound.value)
                let ends: [ChartPen.Place] = [
                    (layout.beginning(of: target.first), y), (layout.end(of: target.last), y),
                ]
                return pen.line(ends, ChartPalette.target, width: 2, dashes: "6 4")
            }
        )
    }

    /// From the last value to what is expected, with the room that it may come out in.
    private var forecast: HTML {
        guard let forecast = chart.forecast, let last = chart.points.last else { return "" }
        let start = place(last)
        let x = layout.x(forecast.period)
        let fan: [ChartPen.Place] = [forecast.interval.maximum, forecast.interval.minimum].map {
            (x, layout.y($0 ?? forecast.expected))
        }
        let end: ChartPen.Place = (x, layout.y(forecast.expected))
        return HTML(joining: [
            pen.area([start] + fan, ChartPalette.forecast),
            bar(at: x, forecast.interval, ChartPalette.forecast),
            pen.line([start, end], ChartPalette.forecast, width: 2, dashes: "2 4"),
            pen.dot(end, ChartPalette.forecast, radius: 4, isHollow: true),
        ])
    }

    // MARK: Axes

    private var grid: HTML {
        HTML(
            joining: zip(layout.scale.ticks, layout.ticks).map { tick, words in
                let y = layout.y(tick)
                return HTML(joining: [
                    pen.line([(layout.left, y), (layout.right, y)], ChartPalette.grid),
                    pen.text(words, at: (layout.left - 6, y), ChartPalette.ink, anchor: .end),
                ])
            }
        )
    }

    private var axis: HTML {
        let periods = layout.namedPeriods.map { period in
            let words = phrases.shortPeriod(period)
            let width = ChartText.width(words, size: pen.textSize - 1)
            return pen.text(
                words,
                at: (layout.middle(layout.x(period), width: width), layout.bottom + Double(layout.size.text)),
                ChartPalette.ink,
                anchor: .middle,
                smaller: 1
            )
        }
        let begins = layout.scale.beginsElsewhere ? "; \(axisBeginning)" : ""
        let heading = pen.text(
            layout.numbers.heading + begins,
            at: (layout.legendLeft, 8 + pen.textSize / 2),
            ChartPalette.muted,
            smaller: 1
        )
        return HTML(joining: [heading] + periods)
    }

    /// That the axis does not begin at zero is said in words.
    private var axisBeginning: String {
        let least = layout.ticks.first ?? ""
        return phrases.say("as begint bij \(least)", "axis begins at \(least)")
    }

    private var breaks: HTML {
        HTML(
            joining: chart.shownBreaks.compactMap { Period(chart.kind, containing: $0.date) }.map { period in
                let x = layout.beginning(of: period)
                return pen.line([(x, layout.top), (x, layout.bottom)], ChartPalette.muted, width: 1.5, dashes: "2 2")
            }
        )
    }

    // MARK: Values

    /// What lies between two values that follow each other; over a gap and over a break there is no line.
    private var line: HTML {
        HTML(joining: chart.joined.map { pen.line([place($0), place($1)], ChartPalette.line, width: 2) })
    }

    private func place(_ point: SeriesChart.Point) -> ChartPen.Place { (layout.x(point.period), layout.y(point.value)) }

    private var intervals: HTML {
        HTML(
            joining: chart.points.map { point in
                point.interval.map { bar(at: layout.x(point.period), $0, ChartPalette.line) } ?? ""
            }
        )
    }

    private func bar(at x: Double, _ interval: ValueRange, _ tone: ChartPalette.Tone) -> HTML {
        guard let low = interval.minimum.map(layout.y), let high = interval.maximum.map(layout.y) else { return "" }
        return HTML(joining: [
            pen.line([(x, low), (x, high)], tone),
            pen.line([(x - 4, low), (x + 4, low)], tone),
            pen.line([(x - 4, high), (x + 4, high)], tone),
        ])
    }

    private var points: HTML {
        HTML(
            joining: chart.points.filter { $0.period != chart.judged }.map { point in
                pen.dot(place(point), ChartPalette.line, radius: 3, isHollow: point.isProvisional)
            }
        )
    }

    /// The value that was judged, in the shape of its light, and its number.
    private var judged: HTML {
        guard let index = chart.points.firstIndex(where: { $0.period == chart.judged }) else { return "" }
        let point = chart.points[index]
        let (x, y) = place(point)
        let words = layout.numbers.written(point.value)
        let width = ChartText.width(words, size: pen.textSize, isBold: true)
        let isRising = index > 0 && chart.points[index - 1].value < point.value
        let place: ChartPen.Place = (layout.middle(x, width: width), height(of: point, at: y, isRising: isRising))
        return HTML(joining: [
            pen.mark(chart.light, (x, y), isHollow: point.isProvisional),
            pen.text(words, at: place, ChartPalette.ink, anchor: .middle, isBold: true, hasHalo: true),
        ])
    }

    /// Where the number of a value stands: above it where the line comes from below, else below it, and on the other side
    /// where a target or the edge is in the way.
    private func height(of point: SeriesChart.Point, at y: Double, isRising: Bool) -> Double {
        let distance = pen.textSize + 2
        let ways = isRising ? [y - distance, y + distance] : [y + distance, y - distance]
        let targets = chart.shownTargets(in: layout.timeline)
            .filter { $0.first <= point.period && point.period <= $0.last }.map { layout.y($0.bound.value) }
        let free = ways.first { way in
            way - 6 >= layout.top - pen.textSize && way + 6 <= layout.bottom
                && targets.allSatisfy { abs($0 - way) > pen.textSize * 0.6 }
        }
        return free ?? ways[0]
    }

    private var labels: HTML {
        HTML(joining: layout.labels.map { pen.text($0.text, at: (layout.right + 6, $0.y), $0.tone) })
    }

    // MARK: What the marks mean

    private var legend: HTML {
        let height = pen.textSize + 4
        let top = layout.bottom + pen.textSize + 16
        let rows = layout.legend.rows.enumerated().flatMap { row, entries in
            entries.flatMap { entry in
                let (x, y) = (layout.legendLeft + entry.x, top + (Double(row) + 0.5) * height)
                return [
                    sample(entry.mark, x, y),
                    pen.text(entry.word, at: (x + ChartLegend.markWidth, y), ChartPalette.ink, smaller: 1),
                ]
            }
        }
        return HTML(joining: rows)
    }

    private func sample(_ mark: ChartLegend.Mark, _ x: Double, _ y: Double) -> HTML {
        let ends: [ChartPen.Place] = [(x + 1, y), (x + 20, y)]
        let middle: ChartPen.Place = (x + 10.5, y)
        switch mark {
        case .value:
            return HTML(joining: [
                pen.line(ends, ChartPalette.line, width: 2),
                pen.dot(middle, ChartPalette.line, radius: 3, isHollow: false),
            ])
        case .provisional: return pen.dot(middle, ChartPalette.line, radius: 3, isHollow: true)
        case .judged(let light): return pen.mark(light, middle, isHollow: false)
        case .interval:
            return HTML(joining: [
                pen.line([(x + 10.5, y - 6), (x + 10.5, y + 6)], ChartPalette.line),
                pen.line([(x + 6.5, y - 6), (x + 14.5, y - 6)], ChartPalette.line),
                pen.line([(x + 6.5, y + 6), (x + 14.5, y + 6)], ChartPalette.line),
            ])
        case .target: return pen.line(ends, ChartPalette.target, width: 2, dashes: "6 4")
        case .forecast: return pen.line(ends, ChartPalette.forecast, width: 2, dashes: "2 4")
        case .limits: return pen.rectangle((x + 1, y - 6), (19, 12), ChartPalette.band)
        case .seriesBreak:
            return pen.line([(x + 10.5, y - 7), (x + 10.5, y + 7)], ChartPalette.muted, width: 1.5, dashes: "2 2")
        }
    }
}
