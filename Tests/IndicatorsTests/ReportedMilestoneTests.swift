import Indicators
import Testing

/// What the documents themselves report of a milestone, beside what files report.
@Suite struct ReportedMilestoneTests {
    private static func observation(
        _ day: String,
        _ status: MilestoneStatus,
        source: String? = nil
    ) throws
        -> Observation
    {
        let date = try #require(CalendarDate(day))
        return try #require(Observation.milestone(MilestoneReport(status: status), on: date, source: source))
    }

    private static func register(_ reports: [Observation]) -> IndicatorRegister {
        let indicator = Indicator(
            id: "meldpunt",
            title: "Meldpunt",
            unit: .milestone,
            better: .higher,
            cadence: Cadence(.quarter, dueDays: 45),
            programme: "p",
            package: "A"
        )
        let package = Package(id: "A", title: "A", goals: [], indicators: ["meldpunt"])
        return IndicatorRegister(
            programmes: [Programme(id: "p", title: "P", area: "GM0303", source: nil, packages: [package])],
            indicators: [indicator],
            paths: [:],
            reported: ["meldpunt": reports],
            areaNames: [:]
        )
    }

    private static func history(_ observations: [Observation], area: AreaCode = "GM0303") -> SeriesHistory {
        SeriesHistory(
            key: SeriesKey(indicator: "meldpunt", area: area),
            observations: observations.map {
                RecordedObservation($0, revision: 2, importHash: "hash", recordedAt: Instant(seconds: 0))
            }
        )
    }

    @Test func `the reports of the documents join those of files, in order of date`() throws {
        let register = Self.register([
            try Self.observation("2025-12-31", .delayed), try Self.observation("2026-06-30", .postponed),
        ])
        let whole = register.withReported(Self.history([try Self.observation("2026-03-31", .onSchedule)]))
        #expect(
            whole.observations.map { "\($0.period) \($0.observation.milestoneStatus?.rawValue ?? "")" } == [
                "2025-12-31 vertraagd", "2026-03-31 op schema", "2026-06-30 uitgesteld",
            ]
        )
        #expect(whole.observations.map(\.importHash) == [nil, "hash", nil])
        #expect(whole.observations.map(\.revision) == [1, 2, 1])
    }

    @Test func `a file that reports of the same day goes before the document`() throws {
        let register = Self.register([try Self.observation("2026-06-30", .postponed, source: "Beleidsplan")])
        let whole = register.withReported(Self.history([try Self.observation("2026-06-30", .done, source: "Team")]))
        #expect(whole.observations.map(\.observation.milestoneStatus) == [.done])
        #expect(whole.observations.map(\.observation.source) == ["Team"])
    }

    @Test func `the documents speak of their own area only`() throws {
        let register = Self.register([try Self.observation("2026-06-30", .postponed)])
        #expect(register.withReported(Self.history([], area: "WK030301")).observations == [])
        #expect(register.withReported(Self.history([])).observations.count == 1)
        let other = SeriesHistory(key: SeriesKey(indicator: "other", area: "GM0303"), observations: [])
        #expect(register.withReported(other) == other)
    }

    @Test func `a document's report is from the day it is about`() throws {
        let register = Self.register([try Self.observation("2026-06-30", .postponed)])
        let recorded = try #require(register.withReported(Self.history([])).latest)
        #expect(LocalZone.utc.timestamp(recorded.recordedAt) == "2026-06-30T00:00:00+00:00")
    }
}
