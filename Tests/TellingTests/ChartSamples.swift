import Assessment
import Indicators
import Testing

@testable import Telling

/// Pictures as the tests draw them.
enum ChartSamples {
    static func points(_ values: [(String, String)], provisional: Set<String> = []) throws -> [SeriesChart.Point] {
        try values.map { period, value in
            SeriesChart.Point(
                period: try #require(Period(period)),
                value: try #require(ExactDecimal(value)),
                isProvisional: provisional.contains(period)
            )
        }
    }

    static func bound(_ comparator: Comparator, _ value: String) throws -> Bound {
        Bound(comparator: comparator, value: try #require(ExactDecimal(value)))
    }

    static func target(
        _ comparator: Comparator,
        _ value: String,
        _ first: String,
        _ last: String? = nil
    ) throws
        -> SeriesChart.Target
    {
        SeriesChart.Target(
            first: try #require(Period(first)),
            last: try #require(Period(last ?? first)),
            bound: try bound(comparator, value)
        )
    }

    static func range(_ low: String, _ high: String) throws -> ValueRange {
        let (minimum, maximum): (ExactDecimal, ExactDecimal) = (
            try #require(ExactDecimal(low)), try #require(ExactDecimal(high))
        )
        return ValueRange(minimum: minimum, maximum: maximum)
    }

    /// A rate with a gap, a provisional value and a path of targets.
    static func rate(_ title: String = "Wmo-maatwerk", _ language: Language = .nl) throws -> SeriesChart {
        let values = [
            ("2018", "98"), ("2019", "101.5"), ("2021", "103"), ("2022", "103"), ("2023", "108"), ("2024", "113"),
        ]
        var chart = try #require(
            SeriesChart(
                title: title,
                unit: .perThousand,
                language: language,
                points: try points(values, provisional: ["2024"])
            )
        )
        chart.targets = [
            try target(.below, "110", "2024"), try target(.below, "109", "2025"), try target(.below, "108", "2026"),
        ]
        chart.aim = SeriesChart.Aim(bound: try bound(.below, "110"), period: Period("2024"))
        chart.judged = Period("2024")
        chart.light = .red
        return chart
    }

    /// A survey of every fourth year, with margins and a break.
    static func survey() throws -> SeriesChart {
        let values = [
            ("2012", "38.1", "36.9", "39.3"), ("2016", "41", "39.6", "42.4"), ("2020", "46.9", "45.2", "48.6"),
            ("2024", "44.2", "42.6", "45.8"),
        ]
        let points = try values.map { period, value, low, high in
            SeriesChart.Point(
                period: try #require(Period(period)),
                value: try #require(ExactDecimal(value)),
                interval: try range(low, high)
            )
        }
        var chart = try #require(SeriesChart(title: "Eenzaamheid", unit: .percent, language: .nl, points: points))
        chart.every = 4
        chart.breaks = [SeriesBreak(date: try #require(CalendarDate("2020-01-01")), reason: "andere vraag")]
        chart.targets = [try target(.atMost, "45", "2024")]
        chart.aim = SeriesChart.Aim(bound: try bound(.atMost, "45"), period: Period("2024"))
        chart.judged = Period("2024")
        chart.light = .green
        return chart
    }

    /// A value that rises to a target that it will miss.
    static func forecast() throws -> SeriesChart {
        let values = ["90", "92.3", "93.8", "96.1", "98.2", "99.8", "102.1", "104", "105.9"].enumerated()
            .map { ("\(2016 + $0.offset)", $0.element) }
        var chart = try #require(
            SeriesChart(title: "Jeugdhulp", unit: MeasureUnit("per 1000"), language: .nl, points: try points(values))
        )
        chart.targets = [try target(.below, "108", "2024", "2027")]
        chart.aim = SeriesChart.Aim(bound: try bound(.below, "108"), period: Period("2026"))
        chart.forecast = SeriesChart.Forecast(
            period: try #require(Period("2026")),
            expected: try #require(ExactDecimal("109.92")),
            interval: try range("109.59", "110.25")
        )
        chart.judged = Period("2024")
        chart.light = .amber
        return chart
    }

    /// Two years of months, with the limits of chance.
    static func months() throws -> SeriesChart {
        let numbers = [
            412, 398, 405, 420, 431, 409, 388, 376, 402, 418, 425, 407, 399, 411, 415, 428, 436, 419, 401, 395, 441,
            452, 467, 480,
        ]
        let points = try numbers.enumerated().map { index, number in
            SeriesChart.Point(
                period: try #require(Period(.month, year: 2024 + index / 12, index: index % 12 + 1)),
                value: ExactDecimal(number)
            )
        }
        var chart = try #require(SeriesChart(title: "Lopende uitkeringen", unit: .count, language: .nl, points: points))
        chart.limits = SeriesChart.Limits(
            first: points[0].period,
            last: points[23].period,
            mean: ExactDecimal(416),
            lower: ExactDecimal(376),
            upper: ExactDecimal(456)
        )
        chart.judged = points[23].period
        chart.light = .grey
        return chart
    }

    /// Money, in thousands of euros, with a loss.
    static func money() throws -> SeriesChart {
        let values = [("2022", "-1250"), ("2023", "420"), ("2024", "21055.5")]
        var chart = try #require(
            SeriesChart(title: "Resultaat", unit: .thousandEuro, language: .nl, points: try points(values))
        )
        chart.targets = [try target(.atLeast, "0", "2022", "2024")]
        chart.aim = SeriesChart.Aim(bound: try bound(.atLeast, "0"), period: nil)
        chart.judged = Period("2024")
        chart.light = .green
        return chart
    }

    static func all() throws -> [(name: String, chart: SeriesChart)] {
        [
            ("rate", try rate()), ("survey", try survey()), ("forecast", try forecast()), ("months", try months()),
            ("money", try money()),
        ]
    }
}
