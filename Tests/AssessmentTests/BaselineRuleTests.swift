import AlertSamples
import Assessment
import Indicators
import Testing

/// Targets that lack the value that they are measured from.
@Suite struct BaselineRuleTests {
    private static func finding(
        _ values: [String: String],
        _ notation: String,
        first: String? = "2026",
        targetFrom: String? = nil,
        isPlanned: Bool = true,
        on today: String
    ) throws -> Finding {
        let indicator = Indicator(
            id: "wmo",
            title: "Wmo",
            unit: .count,
            better: .higher,
            cadence: Cadence(.year, first: first.flatMap { Period($0) }, dueDays: 180),
            programme: "p",
            package: "6N",
            targetFrom: targetFrom.flatMap { Period($0) }
        )
        let target = IndicatorTarget(
            indicator: "wmo",
            goal: "6M3-1",
            period: try Sample.period("2026"),
            notation: try TargetNotation(notation),
            isPlanned: isPlanned
        )
        let series = try Sample.series(values, targets: [target], indicator)
        return BaselineRule(BaselineParameters()).finding(for: series, on: try Sample.date(today))
    }

    @Test(
        arguments: [
            ([:], "stijging t.o.v. 2024", "2025-07-04", .baselineLater),
            // 180 days before 2026 begins; the value of 2024 was due before.
            ([:], "stijging t.o.v. 2024", "2025-07-05", .baselineAwaited),
            (["2025": "1"], "stijging t.o.v. 2024", "2026-11-29", .baselineAwaited),
            (["2024": "1"], "stijging t.o.v. 2024", "2026-11-29", .baselineKnown),
            // The value of 2025 itself is not late yet.
            ([:], "-10% t.o.v. 2025", "2026-06-29", .baselineLater),
            ([:], "-10% t.o.v. 2025", "2026-06-30", .baselineAwaited),
            // Any value before the year of the target will do; where there is none at all, the first is overdue some day.
            ([:], "stijging", "2026-11-29", .baselineLater),
            (["2026": "1"], "stijging", "2026-11-29", .baselineAwaited),
            (["2023": "1"], "stijging", "2026-11-29", .baselineKnown), ([:], "<5", "2026-11-29", .noBaselineNeeded),
        ] as [([String: String], String, String, Reason)]
    )
    func `a target whose year is near asks for the value that it is measured from`(
        values: [String: String],
        notation: String,
        today: String,
        reason: Reason
    ) throws {
        let finding = try Self.finding(values, notation, on: today)
        #expect(finding.reason == reason)
        #expect(finding.state == (reason == .baselineAwaited ? .deviates(.warning) : .inOrder))
        #expect(finding.light == nil)
    }

    @Test func `a year that is only that of the document is not near`() throws {
        #expect(try Self.finding([:], "stijging", isPlanned: false, on: "2026-11-29").reason == .noBaselineNeeded)
    }

    @Test func `after the nulmeting the target that was to follow is asked for`() throws {
        let before = try Self.finding([:], "<5", targetFrom: "2026", on: "2026-11-29")
        #expect(before.state == .inOrder)
        let after = try Self.finding(["2026": "31"], "<5", targetFrom: "2026", on: "2027-02-01")
        #expect(after.reason == .targetToBeSet && after.state == .deviates(.warning) && after.light == nil)
    }

    @Test func `the day on which it will ask is the next change`() throws {
        let target = try Sample.target("stijging t.o.v. 2024", "2026")
        let series = try Sample.series([:], targets: [target])
        let rule = BaselineRule(BaselineParameters())
        #expect(rule.nextChange(for: series, after: try Sample.date("2025-01-01")) == CalendarDate("2025-07-05"))
        #expect(rule.nextChange(for: series, after: try Sample.date("2025-07-05")) == nil)
    }

    @Test(arguments: Language.allCases)
    func `it is told in words that name the goal and the value`(language: Language) throws {
        let evidence = BaselineEvidence(
            .awaited,
            target: try Sample.target("stijging t.o.v. 2024", "2026", goal: "6M3-1"),
            baseline: try Sample.period("2024")
        )
        let facts = FindingFacts.sample(
            "Meedoen",
            .warning,
            .baselineAwaited,
            value: nil,
            unit: "aantal",
            period: "2024",
            targets: []
        )
        let verdict = evidence.statement(of: facts, in: Phrases(language)).verdict
        switch language {
        case .nl:
            #expect(
                verdict
                    == "De nulmeting over 2024 ontbreekt. Zonder die waarde is doel 6M3-1 voor 2026 niet te beoordelen."
            )
        case .en:
            #expect(verdict == "The baseline for 2024 is missing. Without it goal 6M3-1 for 2026 cannot be judged.")
        }
    }

    @Test func `that the target is asked for after its baseline is told, as neither good nor bad news`() throws {
        func facts(_ evidence: BaselineEvidence) -> FindingFacts {
            FindingFacts.sample(
                "Opvang",
                .warning,
                .baselineAwaited,
                value: nil,
                unit: "aantal",
                period: nil,
                targets: []
            )
            .resting(on: evidence)
        }
        let awaited = facts(BaselineEvidence(.awaited, baseline: try Sample.period("2021")))
        let toBeSet = facts(BaselineEvidence(.targetToBeSet, baseline: try Sample.period("2023")))
        #expect(toBeSet.course(since: awaited) == .milder)
        #expect(awaited.course(since: awaited) == nil)
    }
}
