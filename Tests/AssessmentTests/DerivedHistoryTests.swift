import AlertSamples
import Assessment
import Indicators
import Testing

/// Where the values of a derived series come from.
@Suite struct DerivedHistoryTests {
    private static let key = SeriesKey(indicator: "sum", area: "GM0303")

    private static func value(
        _ period: String,
        _ value: String,
        hash: String? = "hash",
        status: ObservationStatus = .definitive,
        revision: Int = 1,
        at seconds: Int = 0
    ) throws -> RecordedObservation {
        RecordedObservation(
            Observation(period: try Sample.period(period), value: try Sample.number(value), status: status),
            revision: revision,
            importHash: hash,
            recordedAt: Instant(seconds: seconds)
        )
    }

    private static func sum(_ inputs: [[RecordedObservation]]) -> [RecordedObservation] {
        let ids = inputs.indices.map { IndicatorID("input-\($0)") }
        return DerivedHistory.make(
            Derivation(.sum, of: ids, decimals: 0),
            key: key,
            inputs: zip(ids, inputs).map { Sample.history($0, $1) }
        ).observations
    }

    @Test func `a period has a value where every input has one, in order of period`() throws {
        let made = Self.sum([
            [try Self.value("2026", "3"), try Self.value("2024", "1"), try Self.value("2025", "2")],
            [try Self.value("2024", "10"), try Self.value("2026", "30"), try Self.value("2023", "5")],
        ])
        #expect(made.map { "\($0.period) \($0.value)" } == ["2024 11", "2026 33"])
    }

    @Test(
        arguments: [
            ([ObservationStatus.definitive, .definitive], ObservationStatus.definitive),
            ([.definitive, .provisional], .provisional), ([.provisional, .provisional], .provisional),
        ])
    func `a value is provisional where one of its inputs is`(
        inputs: [ObservationStatus],
        expected: ObservationStatus
    ) throws {
        let made = Self.sum(try inputs.map { [try Self.value("2025", "1", status: $0)] })
        #expect(made.map(\.observation.status) == [expected])
    }

    @Test func `a value that was taken back of any input takes back what was made of it`() throws {
        let ids: [IndicatorID] = ["input-0", "input-1"]
        let order = Withdrawal(by: "jan", why: "typefout", at: Instant(seconds: 9))
        let (old, other) = (try Self.value("2025", "1"), try Self.value("2025", "10"))
        for holds in [true, false] {
            let placed = RecordedObservation(
                old.observation,
                revision: 3,
                importHash: "hash",
                recordedAt: order.at,
                withdrawal: order,
                holds: holds
            )
            let made = DerivedHistory.make(
                Derivation(.sum, of: ids, decimals: 0),
                key: Self.key,
                inputs: [Sample.history(ids[0], [placed]), Sample.history(ids[1], [other])]
            )
            #expect(made.observations.count == (holds ? 1 : 0))
            #expect(made.withdrawn.mapValues(\.revision) == [old.period: holds ? 3 : .max])
            #expect(made.withdrawn[old.period]?.order == order)
            #expect(made.withdrawn[old.period]?.holds == made.observations.first?.observation)
            // A revision of the other input, later on, is news of its own.
            let newer = DerivedHistory.make(
                Derivation(.sum, of: ids, decimals: 0),
                key: Self.key,
                inputs: [
                    Sample.history(ids[0], [placed]),
                    Sample.history(ids[1], [try Self.value("2025", "11", hash: "b", at: 20)]),
                ]
            )
            #expect(newer.withdrawn.isEmpty)
        }
    }

    @Test(arguments: [([1, 1, 1], 1), ([2, 1, 1], 2), ([2, 3, 1], 4), ([5, 1, 4], 8)])
    func `each revision of any input is one of the value`(inputs: [Int], expected: Int) throws {
        let made = Self.sum(try inputs.map { [try Self.value("2025", "1", revision: $0)] })
        #expect(made.map(\.revision) == [expected])
    }

    @Test func `the newest import is the one that brought the value`() throws {
        let made = Self.sum([
            [try Self.value("2024", "1", hash: "a", at: 10), try Self.value("2025", "1", hash: "c", at: 30)],
            [try Self.value("2024", "1", hash: "b", at: 20), try Self.value("2025", "1", hash: "b", at: 20)],
        ])
        #expect(made.map(\.importHash) == ["b", "c"])
        #expect(made.map(\.recordedAt) == [Instant(seconds: 20), Instant(seconds: 30)])
    }

    @Test func `of two imports at one moment the first input's counts`() throws {
        let made = Self.sum([[try Self.value("2025", "1", hash: "a")], [try Self.value("2025", "1", hash: "b")]])
        #expect(made.map(\.importHash) == ["a"])
    }

    @Test func `a period without a result is left out`() throws {
        let history = DerivedHistory.make(
            Derivation(.ratio(per: 100), of: ["a", "b"], decimals: 1),
            key: Self.key,
            inputs: [
                Sample.history("a", [try Self.value("2024", "1"), try Self.value("2025", "1")]),
                Sample.history("b", [try Self.value("2024", "0"), try Self.value("2025", "4")]),
            ]
        )
        #expect(history.observations.map { "\($0.period) \($0.value)" } == ["2025 25.0"])
        #expect(history.key == Self.key)
    }

    @Test func `without inputs there is nothing`() {
        #expect(Self.sum([]) == [])
    }

    // MARK: The series with its inputs

    /// How many decisions were for a family, in percent of all.
    private static func share(
        _ part: [RecordedObservation],
        _ whole: [RecordedObservation],
        breakdown: Breakdown = .total
    ) throws -> SeriesSubject {
        let family = Breakdown(pairs: ["vorm": "gezin"])
        let derivation = Derivation(
            .ratio(per: 100),
            references: [SeriesReference("a", breakdown: family), SeriesReference("a")],
            decimals: 1
        )
        return SeriesSubject(
            indicator: Sample.indicator(kind: .percent, derivation: derivation),
            derivation: derivation,
            key: SeriesKey(indicator: "wmo", area: "GM0303", breakdown: breakdown),
            inputs: [
                SeriesHistory(key: SeriesKey(indicator: "a", area: "GM0303"), observations: whole),
                SeriesHistory(key: SeriesKey(indicator: "a", area: "GM0303", breakdown: family), observations: part),
            ],
            targets: [try Sample.target("≥50", "2025")]
        )
    }

    private static let rule = TargetRule(tolerance: .percentOfTarget(ExactDecimal(10)))

    @Test func `each reference finds its own breakdown of the same indicator`() throws {
        let subject = try Self.share([try Self.value("2025", "30")], [try Self.value("2025", "50")])
        #expect(subject.history.latest?.value.description == "60.0")
        #expect(subject.inputs.map(\.key.description) == ["a/GM0303/vorm=gezin", "a/GM0303"])
    }

    @Test func `an indicator that is missing twice is named once`() throws {
        let subject = try Self.share([], [try Self.value("2025", "50")])
        #expect(subject.missingInputs == ["a"] && subject.incompletePeriod == Period("2025"))
    }

    @Test func `a part of the population has no value where a fixed part is asked for`() throws {
        let subject = try Self.share(
            [try Self.value("2025", "30")],
            [try Self.value("2025", "50")],
            breakdown: Breakdown(pairs: ["leeftijd": "65+"])
        )
        #expect(subject.history.observations == [])
    }

    @Test func `a latest period without a result cannot be judged, however good the one before`() throws {
        let subject = try Self.share(
            [try Self.value("2024", "1"), try Self.value("2025", "0")],
            [try Self.value("2024", "1"), try Self.value("2025", "0")]
        )
        let finding = Self.rule.finding(for: subject)
        #expect(finding.state == .unknown && finding.reason == .notComputable && finding.period == Period("2025"))
        #expect(finding.observation == nil)
        let assessment = Assessor(zone: .utc).assess(subject, at: Instant(seconds: 0))
        #expect(assessment.light == .grey && assessment.latest == nil)
    }

    @Test func `an earlier period without a result does not matter`() throws {
        let subject = try Self.share(
            [try Self.value("2024", "0"), try Self.value("2025", "1")],
            [try Self.value("2024", "0"), try Self.value("2025", "1")]
        )
        #expect(Self.rule.finding(for: subject).reason == .targetMet)
        #expect(subject.uncomputablePeriod == nil)
    }
}
