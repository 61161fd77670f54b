import AlertSamples
import Assessment
import Indicators
import Testing

@Suite("The rule target")
struct TargetRuleTests {
    /// One value against some targets.
    struct Case: Sendable, CustomTestStringConvertible {
        let testDescription: String
        var better = Better.lower
        var unit = MeasureUnit.count
        let value: String
        var period = "2025"
        var earlier: [String: String] = [:]
        /// Notation, period, goal.
        let targets: [(String, String, String?)]
        let state: Finding.State
        let reason: Reason
        /// How each comparison ends, in order.
        let verdicts: [TargetComparison.Verdict]
        var standings: [TargetComparison.Standing]?
    }

    @Test("The latest value is held against every track of targets", arguments: cases)
    func judges(_ example: Case) throws {
        let targets = try example.targets.map { try Sample.target($0.0, $0.1, goal: $0.2) }
        let indicator = Sample.indicator(unit: example.unit, better: example.better)
        var values = example.earlier
        values[example.period] = example.value
        let finding = TargetRule(tolerance: .percentOfTarget(ExactDecimal(10)))
            .finding(for: try Sample.series(values, targets: targets, indicator))
        #expect(finding.state == example.state)
        #expect(finding.reason == example.reason)
        #expect(finding.comparisons.map(\.verdict) == example.verdicts)
        if let standings = example.standings { #expect(finding.comparisons.map(\.standing) == standings) }
        #expect(finding.period == Period(example.period))
        #expect(finding.failedComparisons.count == example.verdicts.filter { $0.severity != nil }.count)
    }

    static let cases = ownPeriod + aheadAndBefore + tracks + otherKinds

    private static let ownPeriod = [
        Case(
            testDescription: "met, exactly below",
            value: "107",
            targets: [("<108", "2025", nil)],
            state: .inOrder,
            reason: .targetMet,
            verdicts: [.met],
            standings: [.ownPeriod]
        ),
        Case(
            testDescription: "a value on the bound misses <",
            value: "108",
            targets: [("<108", "2025", nil)],
            state: .deviates(.warning),
            reason: .targetMissed,
            verdicts: [.missed(.warning)]
        ),
        Case(
            testDescription: "a value on the bound meets ≤",
            value: "108.0",
            targets: [("≤108", "2025", nil)],
            state: .inOrder,
            reason: .targetMet,
            verdicts: [.met]
        ),
        Case(
            testDescription: "a bare number is at most where lower is better",
            value: "36",
            targets: [("36", "2025", nil)],
            state: .inOrder,
            reason: .targetMet,
            verdicts: [.met]
        ),
        Case(
            testDescription: "a bare number is at least where higher is better",
            better: .higher,
            value: "69.9",
            targets: [("70", "2025", nil)],
            state: .deviates(.warning),
            reason: .targetMissed,
            verdicts: [.missed(.warning)]
        ),
        Case(
            testDescription: "a tenth of the target is still amber",
            value: "118.8",
            targets: [("≤108", "2025", nil)],
            state: .deviates(.warning),
            reason: .targetMissed,
            verdicts: [.missed(.warning)]
        ),
        Case(
            testDescription: "a hair more than a tenth is red",
            value: "118.81",
            targets: [("≤108", "2025", nil)],
            state: .deviates(.critical),
            reason: .targetMissed,
            verdicts: [.missed(.critical)]
        ),
        Case(
            testDescription: "a target of zero leaves no room for amber",
            value: "0.01",
            targets: [("0", "2025", nil)],
            state: .deviates(.critical),
            reason: .targetMissed,
            verdicts: [.missed(.critical)]
        ),
        Case(
            testDescription: "a negative target has the tolerance of its size",
            better: .higher,
            value: "-11",
            targets: [("≥-10", "2025", nil)],
            state: .deviates(.warning),
            reason: .targetMissed,
            verdicts: [.missed(.warning)]
        ),
    ]

    private static let aheadAndBefore = [
        Case(
            testDescription: "the value that the road to a target ahead begins at says nothing",
            value: "999",
            targets: [("<108", "2026", nil)],
            state: .unknown,
            reason: .isBaseline,
            verdicts: [.startingPoint],
            standings: [.ahead]
        ),
        Case(
            testDescription: "a target ahead is at most amber, however far",
            value: "999",
            earlier: ["2024": "1000"],
            targets: [("<108", "2026", nil)],
            state: .deviates(.warning),
            reason: .behindCourse,
            verdicts: [.behind],
            standings: [.ahead]
        ),
        Case(
            testDescription: "a target ahead can be met already",
            value: "100",
            targets: [("<108", "2026", nil)],
            state: .inOrder,
            reason: .atTargetLevel,
            verdicts: [.met],
            standings: [.ahead]
        ),
        Case(
            testDescription: "of several ahead the next one counts",
            value: "100",
            targets: [("<90", "2030", nil), ("<108", "2026", nil)],
            state: .inOrder,
            reason: .atTargetLevel,
            verdicts: [.met]
        ),
        Case(
            testDescription: "where nothing lies ahead the last one before counts, in full",
            value: "130",
            targets: [("<120", "2023", nil), ("<108", "2024", nil)],
            state: .deviates(.critical),
            reason: .targetMissed,
            verdicts: [.missed(.critical)],
            standings: [.before]
        ),
        Case(
            testDescription: "the own period goes before one ahead",
            value: "100",
            targets: [("<108", "2025", nil), ("<90", "2026", nil)],
            state: .inOrder,
            reason: .targetMet,
            verdicts: [.met],
            standings: [.ownPeriod]
        ),
        Case(
            testDescription: "a yearly target lies ahead of a quarter's value",
            value: "120",
            period: "2026-Q1",
            earlier: ["2025-Q4": "120"],
            targets: [("<108", "2026", nil)],
            state: .deviates(.warning),
            reason: .behindCourse,
            verdicts: [.behind],
            standings: [.ahead]
        ),
        Case(
            testDescription: "without a target nothing deviates",
            value: "100",
            targets: [],
            state: .inOrder,
            reason: .noTarget,
            verdicts: []
        ),
    ]

    private static let tracks = [
        Case(
            testDescription: "path and goals are each held against, the worst counts",
            value: "112",
            earlier: ["2024": "113"],
            targets: [("<120", "2025", nil), ("<100", "2025", "6N-2"), ("<90", "2030", "6N-9")],
            state: .deviates(.critical),
            reason: .targetMissed,
            verdicts: [.met, .missed(.critical), .behind],
            standings: [.ownPeriod, .ownPeriod, .ahead]
        ),
        Case(
            testDescription: "an amber miss is worse than one still ahead",
            value: "112",
            earlier: ["2024": "113"],
            targets: [("<90", "2030", "6N-9"), ("<108", "2025", nil)],
            state: .deviates(.warning),
            reason: .targetMissed,
            verdicts: [.behind, .missed(.warning)]
        ),
        Case(
            testDescription: "a met path does not hide a goal ahead",
            value: "100",
            earlier: ["2024": "99"],
            targets: [("<108", "2025", nil), ("<90", "2030", "6N-9")],
            state: .deviates(.warning),
            reason: .wrongWay,
            verdicts: [.met, .wrongWay]
        ),
        Case(
            testDescription: "a met target outweighs one without its baseline",
            value: "100",
            targets: [("<108", "2025", nil), ("-10% t.o.v. 2020", "2025", "6N-9")],
            state: .inOrder,
            reason: .targetMet,
            verdicts: [.met, .baselineMissing]
        ),
    ]

    private static let otherKinds = [
        Case(
            testDescription: "a relative target follows its baseline",
            value: "91",
            earlier: ["2024": "100"],
            targets: [("-10% t.o.v. 2024", "2025", nil)],
            state: .deviates(.warning),
            reason: .targetMissed,
            verdicts: [.missed(.warning)]
        ),
        Case(
            testDescription: "a relative target is exact",
            value: "94.5",
            earlier: ["2024": "105"],
            targets: [("-10% t.o.v. 2024", "2025", nil)],
            state: .inOrder,
            reason: .targetMet,
            verdicts: [.met]
        ),
        Case(
            testDescription: "a relative target without its baseline cannot be judged",
            value: "91",
            targets: [("-10% t.o.v. 2024", "2025", nil)],
            state: .unknown,
            reason: .baselineMissing,
            verdicts: [.baselineMissing]
        ),
        Case(
            testDescription: "a movement without a period is from the first value",
            value: "100",
            earlier: ["2022": "100", "2023": "90"],
            targets: [("daling", "2025", nil)],
            state: .deviates(.warning),
            reason: .targetMissed,
            verdicts: [.missed(.warning)]
        ),
        Case(
            testDescription: "steady is met by the same value however written",
            value: "9.50",
            earlier: ["2024": "9.5"],
            targets: [("gelijkblijvend t.o.v. 2024", "2025", nil)],
            state: .inOrder,
            reason: .targetMet,
            verdicts: [.met]
        ),
        Case(
            testDescription: "a difference counts in the unit",
            better: .higher,
            value: "1450",
            earlier: ["2024": "1000"],
            targets: [("+450 t.o.v. 2024", "2025", nil)],
            state: .inOrder,
            reason: .targetMet,
            verdicts: [.met]
        ),
        Case(
            testDescription: "a milestone is reached by 1",
            better: .higher,
            unit: .milestone,
            value: "1",
            targets: [("gereed", "2025", nil)],
            state: .inOrder,
            reason: .targetMet,
            verdicts: [.met]
        ),
        Case(
            testDescription: "a milestone that is not reached is red",
            better: .higher,
            unit: .milestone,
            value: "0",
            targets: [("gereed", "2025", nil)],
            state: .deviates(.critical),
            reason: .targetMissed,
            verdicts: [.missed(.critical)]
        ),
        Case(
            testDescription: "a milestone ahead begins where it stands",
            better: .higher,
            unit: .milestone,
            value: "0",
            targets: [("gereed", "2026", nil)],
            state: .unknown,
            reason: .isBaseline,
            verdicts: [.startingPoint]
        ),
    ]

    @Test("Without a value nothing can be said")
    func noValue() throws {
        let finding = TargetRule(tolerance: .percentOfTarget(ExactDecimal(10)))
            .finding(for: try Sample.series([:], targets: [try Sample.target("<108", "2025")]))
        #expect(finding.state == .unknown && finding.reason == .noValue && finding.period == nil)
    }

    @Test("A revision that makes the value better takes the finding away")
    func revision() throws {
        let target = try Sample.target("<108", "2025")
        let rule = TargetRule(tolerance: .percentOfTarget(ExactDecimal(10)))
        let values = [("112", 1, Finding.State.deviates(.warning)), ("105", 2, .inOrder)]
        for (value, revision, state) in values {
            let observation = try Sample.observation("2025", value, revision: revision)
            let finding = rule.finding(
                for: SeriesSubject(
                    indicator: Sample.indicator(),
                    history: Sample.history([observation]),
                    targets: [target]
                )
            )
            #expect(finding.state == state)
            #expect(finding.observation?.revision == revision)
        }
    }
}

@Suite("How far a miss is amber (methods 7.3)")
struct ToleranceTests {
    /// A case of `rag_tolerance_recommended` in methods-cases.json, with its id; tolerances and bounds as written there.
    struct Case: Sendable, CustomTestStringConvertible {
        let id: String
        let value: String
        let target: String
        let better: Better
        let tolerance: Tolerance
        let light: Finding.State

        var testDescription: String { id }
    }

    private static func tenths(_ coefficient: Int64) -> ExactDecimal {
        ExactDecimal(coefficient: coefficient, scale: 1) ?? .zero
    }

    @Test(
        "The recommended cases",
        arguments: [
            Case(
                id: "on_target",
                value: "70",
                target: "70",
                better: .higher,
                tolerance: .percentOfTarget(ExactDecimal(10)),
                light: .inOrder
            ),
            Case(
                id: "slightly_below",
                value: "66",
                target: "70",
                better: .higher,
                tolerance: .percentOfTarget(ExactDecimal(10)),
                light: .deviates(.warning)
            ),
            Case(
                id: "just_over_10pct",
                value: "62.9",
                target: "70",
                better: .higher,
                tolerance: .percentOfTarget(ExactDecimal(10)),
                light: .deviates(.critical)
            ),
            Case(
                id: "decrease_worse_20pct",
                value: "14.4",
                target: "12",
                better: .lower,
                tolerance: .percentOfTarget(ExactDecimal(10)),
                light: .deviates(.critical)
            ),
            Case(
                id: "percentage_points",
                value: "71.5",
                target: "75",
                better: .higher,
                tolerance: .amount(tenths(20)),
                light: .deviates(.critical)
            ),
            Case(
                id: "target_zero_absolute",
                value: "3",
                target: "0",
                better: .lower,
                tolerance: .amount(ExactDecimal(5)),
                light: .deviates(.warning)
            ),
        ]
    )
    func recommended(_ example: Case) throws {
        let indicator = Sample.indicator(better: example.better)
        let target = try Sample.target(example.target, "2025")
        let finding = TargetRule(tolerance: example.tolerance)
            .finding(for: try Sample.series(["2025": example.value], targets: [target], indicator))
        #expect(finding.state == example.light)
    }

    @Test(
        "A published interval that holds the target makes red amber, its bounds included",
        arguments: [
            ("100", "140", Severity.warning), ("108", "140", .warning), ("100", "108", .warning),
            ("108.1", "140", .critical),
            (nil, "140", .critical), ("100", nil, .critical),
        ] as [(String?, String?, Severity)]
    )
    func interval(minimum: String?, maximum: String?, severity: Severity) throws {
        let interval = ValueRange(minimum: try minimum.map(Sample.number), maximum: try maximum.map(Sample.number))
        let observation = try Sample.observation("2025", "130", interval: interval)
        let subject = SeriesSubject(
            indicator: Sample.indicator(),
            history: Sample.history([observation]),
            targets: [try Sample.target("≤108", "2025")]
        )
        #expect(TargetRule(tolerance: .percentOfTarget(ExactDecimal(10))).finding(for: subject).severity == severity)
    }

    @Test("An interval does not make a missed target met")
    func intervalStaysAmber() throws {
        let interval = ValueRange(minimum: ExactDecimal(100), maximum: ExactDecimal(110))
        let observation = try Sample.observation("2025", "109", interval: interval)
        let subject = SeriesSubject(
            indicator: Sample.indicator(),
            history: Sample.history([observation]),
            targets: [try Sample.target("≤108", "2025")]
        )
        #expect(
            TargetRule(tolerance: .percentOfTarget(ExactDecimal(10))).finding(for: subject).state == .deviates(.warning)
        )
    }
}

@Suite("Derived series")
struct DerivedSeriesTests {
    private let derivation = Derivation(.mean, of: ["a", "b"], decimals: 1)

    private func subject(_ a: [RecordedObservation], _ b: [RecordedObservation]) throws -> SeriesSubject {
        SeriesSubject(
            indicator: Sample.indicator(derivation: derivation),
            derivation: derivation,
            key: SeriesKey(indicator: "wmo", area: "GM0303"),
            inputs: [Sample.history("b", b), Sample.history("a", a)],
            targets: [try Sample.target("<25,3", "2025")]
        )
    }

    @Test("A mean is rounded half up, provisional where an input is, and revised where an input is")
    func mean() throws {
        let subject = try subject(
            [try Sample.observation("2025", "25.2", revision: 2, recordedAt: 5)],
            [try Sample.observation("2025", "25.3", status: .provisional, revision: 3, recordedAt: 9)]
        )
        let latest = try #require(subject.history.latest)
        #expect(latest.value.description == "25.3")
        #expect(latest.observation.status == .provisional)
        #expect(latest.revision == 4)
        #expect(latest.recordedAt == Instant(seconds: 9))
        #expect(subject.missingInputs == [] && subject.incompletePeriod == nil)
    }

    @Test("While an input lacks the latest period nothing is judged, and the input is named")
    func missingInput() throws {
        let subject = try subject(
            [try Sample.observation("2024", "20"), try Sample.observation("2025", "99")],
            [try Sample.observation("2024", "20")]
        )
        let finding = TargetRule(tolerance: .percentOfTarget(ExactDecimal(10))).finding(for: subject)
        #expect(finding.state == .unknown && finding.reason == .inputMissing)
        #expect(finding.missingInputs == ["b"])
        #expect(finding.period == Period("2025"))
        #expect(subject.history.observations.map(\.period) == [Period("2024")])
    }

    @Test("Without any input value there is no value, rather than a missing input")
    func nothingYet() throws {
        let finding = TargetRule(tolerance: .percentOfTarget(ExactDecimal(10))).finding(for: try subject([], []))
        #expect(finding.state == .unknown && finding.reason == .noValue)
    }
}
