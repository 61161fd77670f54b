import Assessment
import Indicators

/// Makes up series as the calibration has them (its section 1).
///
/// A true level is told in sigmas better than the target.
struct SeriesMaker {
    /// How the true level changes from the onset on, in sigmas: at once, and with each further value.
    struct Change {
        var step = 0.0
        var slide = 0.0

        static let none = Change()
    }

    static let points = 15
    /// The points before the first one that is judged, and before the level changes.
    static let known = 5
    static let onset = 10

    var noise: MadeUpNoise
    let profile: AlertProfile

    // MARK: Kinds

    /// A register: a spread of 0.5 to 5 % of the target, values more or less related.
    mutating func register(better level: Double, _ change: Change = .none) -> MadeUpSeries {
        let target = 100.0
        let sigma = target * noise.uniform(0.005...0.05)
        let moves = noise.related(Self.points, by: noise.uniform(0...0.5))
        let values = moves.enumerated().map { place, move in
            target + sigma * (level + move - worse(at: place, change))
        }
        return series(values.map { ($0, nil) }, target: target, unit: .count)
    }

    /// A survey: a share of 20 to 80 % among 300 to 1,200 respondents.
    mutating func survey(better level: Double, _ change: Change = .none) -> MadeUpSeries {
        let (target, size) = (noise.uniform(20...80), Int(noise.uniform(300...1200)))
        let effect = noise.uniform(1...1.5)
        let sigma = (target * (100 - target) / Double(size) * effect).squareRoot()
        let values = (0..<Self.points).map { place in
            let share = target + sigma * (level + noise.normal() - worse(at: place, change)) + noise.uniform(-1...1) / 2
            return (min(99, max(1, share)), Int?.some(size))
        }
        return series(values, target: target, unit: .percent)
    }

    /// A count of independent events, of 2 to 40, of which fewer is better.
    mutating func count(better level: Double, _ change: Change = .none) -> MadeUpSeries {
        let target = noise.uniform(2...40)
        let values = (0..<Self.points).map { place in
            let mean = target - target.squareRoot() * (level - worse(at: place, change))
            return (Double(noise.events(max(0, mean))), Int?.none)
        }
        return series(values, target: target, unit: .count, counts: [.events])
    }

    /// Months with a season, held against the target of each year.
    mutating func monthly(better level: Double, _ change: Change = .none) -> MadeUpSeries {
        let target = 100.0
        let sigma = target * noise.uniform(0.03...0.1)
        let season = noise.related(12, by: 0).map { $0 * sigma * noise.uniform(0...2) }
        let mean = season.reduce(0, +) / 12
        let moves = noise.related(96, by: noise.uniform(0...0.25))
        let values = moves.enumerated().map { place, move in
            let gone = place >= 36 + Self.onset ? change.step + change.slide * Double(place - 36 - Self.onset) / 12 : 0
            return (target + sigma * (level + move - gone) + season[place % 12] - mean, Int?.none)
        }
        return series(values, target: target, unit: .count, cadence: .month, judged: 36..<96)
    }

    /// A register on its straight road to a target ahead: a gap in sigmas, over so many years.
    mutating func road(gap: Double, years: Int) -> MadeUpSeries {
        let sigma = noise.uniform(0.5...5)
        let base = Self.known + 2
        let moves = noise.related(base + years + 1, by: noise.uniform(0...0.5))
        let values = moves.enumerated().map { place, move in
            100 + sigma * (move + gap * Double(max(0, place - base)) / Double(years))
        }
        let end = Period("\(2001 + base + years)")
        let target = "≥\(Self.written(100 + sigma * gap))"
        return MadeUpSeries(
            indicator: indicator(.count, better: .higher, first: Period("\(2001 + base + 1)")),
            observations: values.enumerated().map { observation($1, nil, Period("\(2001 + $0)")) },
            targets: [Self.target(target, end, isPlanned: true)],
            judged: base + 1..<base + years
        )
    }

    // MARK: Parts

    private func worse(at place: Int, _ change: Change) -> Double {
        place < Self.onset ? 0 : change.step + change.slide * Double(place - Self.onset + 1)
    }

    private func series(
        _ values: [(Double, Int?)],
        target: Double,
        unit: MeasureUnit,
        counts: Set<Counted> = [],
        cadence: PeriodKind = .year,
        judged: Range<Int> = known..<points
    ) -> MadeUpSeries {
        let isLower = counts.contains(.events)
        var period = Period(cadence == .month ? "2001-01" : "2001")
        let observations = values.map { value, size in
            defer { period = period?.next }
            return observation(value, size, period)
        }
        let notation = "\(isLower ? "≤" : "≥")\(Self.written(target))"
        let years = cadence == .month ? (2001...2008).map { Period("\($0)") } : []
        return MadeUpSeries(
            indicator: indicator(unit, better: isLower ? .lower : .higher, counts: counts, cadence: cadence),
            observations: observations,
            targets: years.isEmpty
                ? [Self.target(notation, Period("2001"), isPlanned: false)]
                : years.map { Self.target(notation, $0, isPlanned: true) },
            judged: judged
        )
    }

    private func indicator(
        _ unit: MeasureUnit,
        better: Better,
        counts: Set<Counted> = [],
        cadence: PeriodKind = .year,
        first: Period? = nil
    ) -> Indicator {
        Indicator(
            id: "made-up",
            title: "Made up",
            unit: unit,
            better: better,
            cadence: Cadence(cadence, first: first, dueDays: 120),
            programme: "p",
            package: "p",
            counts: counts,
            profile: profile
        )
    }

    private func observation(_ value: Double, _ size: Int?, _ period: Period?) -> RecordedObservation {
        guard let period else { preconditionFailure("Each value has a period.") }
        return RecordedObservation(
            Observation(period: period, value: Self.decimal(value), sampleSize: size),
            revision: 1,
            importHash: "made-up",
            recordedAt: Instant(seconds: 0)
        )
    }

    private static func target(_ notation: String, _ period: Period?, isPlanned: Bool) -> IndicatorTarget {
        guard let period, let notation = try? TargetNotation(notation) else {
            preconditionFailure("What is made up can be read.")
        }
        return IndicatorTarget(
            indicator: "made-up",
            goal: nil,
            period: period,
            notation: notation,
            isPlanned: isPlanned
        )
    }

    /// As targets are written: a point would be one of thousands.
    private static func written(_ number: Double) -> String {
        decimal(number).withoutTrailingZeros.written(decimalSign: ",")
    }

    static func decimal(_ number: Double) -> ExactDecimal { ExactDecimal(number, decimals: 3) ?? .zero }
}
