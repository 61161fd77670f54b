import AlertSamples
import Assessment
import Indicators
import Testing

/// Which way an alert went since it was told.
@Suite struct CourseTests {
    /// Facts as told and as they are now, of an indicator with a direction.
    struct Case: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let better: Better
        let told: (Severity, Reason, String)
        let now: (Severity, Reason, String)
        let course: Course?
    }

    @Test(
        arguments: [
            Case(
                testDescription: "56 becomes 58 and the target's year has come",
                better: .higher,
                told: (.warning, .behindCourse, "56"),
                now: (.warning, .targetMissed, "58"),
                course: .graver
            ),
            Case(
                testDescription: "33 stays 33 and is red now",
                better: .lower,
                told: (.warning, .targetMissed, "33"),
                now: (.critical, .targetMissed, "33"),
                course: .graver
            ),
            Case(
                testDescription: "worse and graver",
                better: .lower,
                told: (.warning, .targetMissed, "33"),
                now: (.critical, .targetMissed, "40"),
                course: .worse
            ),
            Case(
                testDescription: "better and less grave",
                better: .higher,
                told: (.critical, .targetMissed, "40"),
                now: (.warning, .targetMissed, "55"),
                course: .better
            ),
            Case(
                testDescription: "worse, but a milder target",
                better: .higher,
                told: (.critical, .targetMissed, "55"),
                now: (.warning, .targetMissed, "54"),
                course: .milder
            ),
            Case(
                testDescription: "worse, and as grave as it was",
                better: .higher,
                told: (.critical, .targetMissed, "55"),
                now: (.critical, .targetMissed, "50"),
                course: nil
            ),
            Case(
                testDescription: "from behind to the wrong way",
                better: .higher,
                told: (.warning, .behindCourse, "55"),
                now: (.warning, .wrongWay, "50"),
                course: .worse
            ),
        ]
    )
    func `worse and better follow the value and its direction`(example: Case) {
        func facts(_ told: (Severity, Reason, String)) -> FindingFacts {
            FindingFacts.sample(
                "Wmo",
                told.0,
                told.1,
                value: told.2,
                unit: "%",
                period: "2025",
                targets: [SampleTarget("≥ 60%", "2025")]
            )
            .with { $0.about.better = example.better }
        }
        #expect(facts(example.now).course(since: facts(example.told)) == example.course)
    }

    @Test(
        arguments: [
            ((MilestoneReason.pastDate, 0), (MilestoneReason.reportedDelayed, 243), Course.milder),
            ((.dateMoved, 30), (.dateMoved, 60), .worse), ((.dateMoved, 60), (.dateMoved, 30), .better),
            ((.reportedDelayed, 30), (.pastDate, 30), .worse), ((.reportedDelayed, 0), (.pastDate, 90), .worse),
        ] as [((MilestoneReason, Int), (MilestoneReason, Int), Course)]
    )
    func `a milestone that is newly late is never better`(
        told: (MilestoneReason, Int),
        now: (MilestoneReason, Int),
        course: Course
    ) {
        func facts(_ milestone: (MilestoneReason, Int)) -> FindingFacts {
            FindingFacts.sample("Visie", .warning, .pastDate, value: "0", unit: "mijlpaal", period: "2025", targets: [])
                .resting(on: MilestoneEvidence(reason: milestone.0, movedDays: milestone.1))
        }
        #expect(facts(now).course(since: facts(told)) == course)
    }
}
