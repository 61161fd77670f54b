internal import Assessment
internal import Indicators

/// What the marks of a picture mean: only those that are in it, in as many rows as they need.
struct ChartLegend: Hashable {
    /// One kind of mark.
    enum Mark: Hashable {
        case value
        case provisional
        case judged(Light)
        case interval
        case target
        case forecast
        case limits
        case seriesBreak
    }

    /// A mark with its word, and where it stands in its row.
    struct Entry: Hashable {
        let mark: Mark
        let word: String
        let x: Double
    }

    let rows: [[Entry]]

    /// The room that a mark takes before its word.
    static let markWidth = 26.0
    private static let gap = 14.0

    /// Puts the entries in rows of a width.
    init(_ marks: [Mark], target: String, in phrases: Phrases, width: Double, textSize: Double) {
        var rows: [[Entry]] = []
        var x = width
        for mark in marks {
            let word = Self.word(mark, target: target, in: phrases)
            let room = Self.markWidth + ChartText.width(word, size: textSize)
            if x + room > width {
                rows.append([])
                x = 0
            }
            rows[rows.count - 1].append(Entry(mark: mark, word: word, x: x))
            x += room + Self.gap
        }
        self.rows = rows
    }

    private static func word(_ mark: Mark, target: String, in phrases: Phrases) -> String {
        switch mark {
        case .value: phrases.say("waarde", "value")
        case .provisional: phrases.say("voorlopig", "provisional")
        case .judged(let light): "\(phrases.say("oordeel", "judgement")): \(phrases.light(light).lowercased())"
        case .interval: phrases.say("interval", "interval")
        case .target: target
        case .forecast: phrases.say("verwacht", "expected")
        case .limits: phrases.say("gewone spreiding", "usual variation")
        case .seriesBreak: phrases.say("reeksbreuk", "break in the series")
        }
    }
}

extension SeriesChart {
    /// The marks that are drawn, in the order in which they are explained.
    func marks(in timeline: ChartTimeline) -> [ChartLegend.Mark] {
        var marks: [ChartLegend.Mark] = [.value]
        if let judged, points.contains(where: { $0.period == judged }) { marks.append(.judged(light)) }
        if points.contains(where: \.isProvisional) { marks.append(.provisional) }
        if points.contains(where: { $0.interval != nil }) { marks.append(.interval) }
        if !shownTargets(in: timeline).isEmpty { marks.append(.target) }
        if forecast != nil { marks.append(.forecast) }
        if limits != nil { marks.append(.limits) }
        if !shownBreaks.isEmpty { marks.append(.seriesBreak) }
        return marks
    }

    /// The targets within the picture, cut off at its ends.
    func shownTargets(in timeline: ChartTimeline) -> [Target] {
        targets.compactMap { target in
            guard target.first <= timeline.last, target.last >= timeline.first else { return nil }
            return Target(
                first: max(target.first, timeline.first),
                last: min(target.last, timeline.last),
                bound: target.bound,
                goal: target.goal
            )
        }
    }

    /// The breaks between two values of the picture.
    var shownBreaks: [SeriesBreak] { breaks.filter { $0.date > first.end && $0.date <= last.end } }
}
