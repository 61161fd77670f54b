import Assessment
import Indicators
import Testing

/// Milestones, budget lines and what ends, for the tests.
extension Sample {
    /// An indicator of one kind or another.
    static func indicator(
        kind unit: MeasureUnit,
        better: Better = .higher,
        cadence: Cadence = yearly,
        derivation: Derivation? = nil,
        margin: Tolerance? = nil,
        budget: Budget? = nil,
        ending: Ending? = nil,
        recurs: Bool = false
    ) -> Indicator {
        Indicator(
            id: "wmo",
            title: "Wmo",
            unit: unit,
            better: better,
            cadence: cadence,
            programme: "p",
            package: "6N",
            derivation: derivation,
            margin: margin,
            budget: budget,
            ending: ending,
            recurs: recurs
        )
    }

    /// A target `gereed`.
    static func plan(_ period: String, isPlanned: Bool = true, goal: String? = nil) throws -> IndicatorTarget {
        IndicatorTarget(
            indicator: "wmo",
            goal: goal,
            period: try self.period(period),
            notation: try TargetNotation("gereed"),
            isPlanned: isPlanned
        )
    }

    /// What is reported of a milestone on a day, and the day on which it is then expected.
    static func report(_ day: String, _ status: MilestoneStatus, expected: String? = nil) throws -> RecordedObservation
    {
        let report = MilestoneReport(status: status, expected: try expected.map { try date($0) })
        return RecordedObservation(
            try #require(Observation.milestone(report, on: try date(day))),
            revision: 1,
            importHash: "hash",
            recordedAt: Instant(seconds: 0)
        )
    }
}
