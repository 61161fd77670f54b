import Assessment
import Foundation
import Indicators
import Testing

/// Indicators, series and targets for the tests.
enum Sample {
    static let amsterdam = LocalZone(name: "Europe/Amsterdam") { instant in
        TimeZone(identifier: "Europe/Amsterdam")?.secondsFromGMT(
            for: Date(timeIntervalSince1970: TimeInterval(instant.seconds))
        )
            ?? 0
    }

    static let yearly = Cadence(.year, dueDays: 120)

    static func indicator(
        _ id: IndicatorID = "wmo",
        unit: MeasureUnit = .count,
        better: Better = .lower,
        cadence: Cadence = yearly,
        tolerance: Tolerance? = nil,
        derivation: Derivation? = nil
    ) -> Indicator {
        Indicator(
            id: id,
            title: "Wmo",
            unit: unit,
            better: better,
            cadence: cadence,
            programme: "p",
            package: "6N",
            tolerance: tolerance,
            derivation: derivation
        )
    }

    /// A target: `target("<108", 2025)` of the yearly path, `target("<108", 2025, goal: "6N-2")` of a goal.
    static func target(_ notation: String, _ period: String, goal: String? = nil) throws -> IndicatorTarget {
        IndicatorTarget(
            indicator: "wmo",
            goal: goal,
            period: try self.period(period),
            notation: try TargetNotation(notation)
        )
    }

    static func period(_ text: String) throws -> Period { try #require(Period(text)) }

    static func date(_ text: String) throws -> CalendarDate { try #require(CalendarDate(text)) }

    static func number(_ text: String) throws -> ExactDecimal { try #require(ExactDecimal(text)) }

    static func observation(
        _ period: String,
        _ value: String,
        status: ObservationStatus = .definitive,
        interval: ValueRange? = nil,
        revision: Int = 1,
        recordedAt: Int = 0
    ) throws -> RecordedObservation {
        RecordedObservation(
            Observation(period: try self.period(period), value: try number(value), status: status, interval: interval),
            revision: revision,
            importHash: "hash",
            recordedAt: Instant(seconds: recordedAt)
        )
    }

    static func history(_ id: IndicatorID, _ observations: [RecordedObservation]) -> SeriesHistory {
        SeriesHistory(key: SeriesKey(indicator: id, area: "GM0303"), observations: observations)
    }

    static func history(_ observations: [RecordedObservation]) -> SeriesHistory { history("wmo", observations) }

    /// A series of yearly values: `series(["2024": "110"], targets: …)`.
    static func series(
        _ values: [String: String],
        targets: [IndicatorTarget] = [],
        _ indicator: Indicator = indicator()
    ) throws -> SeriesSubject {
        SeriesSubject(
            indicator: indicator,
            history: history(try values.map { try observation($0.key, $0.value) }),
            targets: targets
        )
    }
}
