import AlertSamples
import Assessment
import Indicators
import Testing

@Suite("The judgement of a series")
struct AssessorTests {
    private let assessor = Assessor(zone: Sample.amsterdam)

    private func moment(_ date: String, hour: Int = 12) throws -> Instant {
        Sample.amsterdam.instant(LocalDateTime(date: try Sample.date(date), secondOfDay: hour * 3600))
    }

    @Test(
        "The light, and why",
        arguments: [
            ("105", "<108", "2026-04-01", Light.green, [Reason.targetMet]),
            ("112", "<108", "2026-04-01", .amber, [.targetMissed]),
            ("150", "<108", "2026-04-01", .red, [.targetMissed]),
            (nil, "<108", "2026-04-01", .grey, [.noValue]),
            ("105", nil, "2026-04-01", .grey, [.noTarget]),
            ("105", "-10% t.o.v. 2020", "2026-04-01", .grey, [.baselineMissing, .baselineAwaited]),
            // Good news does not outlive the day on which new figures were due; bad news does.
            ("105", "<108", "2027-05-01", .grey, [.targetMet, .overdue]),
            ("150", "<108", "2027-05-01", .red, [.targetMissed, .overdue]),
            ("112", "<108", "2027-05-01", .amber, [.targetMissed, .overdue]),
        ] as [(String?, String?, String, Light, [Reason])]
    )
    func light(value: String?, notation: String?, today: String, light: Light, reasons: [Reason]) throws {
        let targets = try notation.map { [try Sample.target($0, "2025")] } ?? []
        let series = try Sample.series(value.map { ["2025": $0] } ?? [:], targets: targets)
        let assessment = assessor.assess(series, at: try moment(today))
        #expect(assessment.light == light)
        #expect(assessment.reasons == reasons)
        #expect(
            assessment.findings.map(\.rule) == [
                .target, .overdue, .baseline, ForecastEvidence.rule, .significance, .trend, .change,
            ]
        )
    }

    @Test("A value that is not on course for a target ahead is amber, and the value it starts from says nothing")
    func ahead() throws {
        let target = try Sample.target("<108", "2026")
        let start = try Sample.series(["2025": "999"], targets: [target])
        let first = assessor.assess(start, at: try moment("2026-04-01"))
        #expect(first.light == .grey && first.reasons == [.isBaseline])
        let later = try Sample.series(["2024": "999", "2025": "998"], targets: [target])
        let assessment = assessor.assess(later, at: try moment("2026-04-01"))
        #expect(assessment.light == .amber && assessment.reasons == [.behindCourse])
    }

    @Test("A derived series that waits for an input shows no value and is grey")
    func derived() throws {
        let derivation = Derivation(.mean, of: ["a", "b"], decimals: 1)
        let series = SeriesSubject(
            indicator: Sample.indicator(derivation: derivation),
            derivation: derivation,
            key: SeriesKey(indicator: "wmo", area: "GM0303"),
            inputs: [
                Sample.history("a", [try Sample.observation("2024", "1"), try Sample.observation("2025", "1")]),
                Sample.history("b", [try Sample.observation("2024", "1")]),
            ],
            targets: [try Sample.target("<108", "2025")]
        )
        let assessment = assessor.assess(series, at: try moment("2026-04-01"))
        #expect(assessment.light == .grey && assessment.reasons == [.inputMissing] && assessment.latest == nil)
        #expect(assessment.nextDue == nil && assessment.nextReview == nil)
    }

    @Test("An indicator's own tolerance goes before the general one")
    func ownTolerance() throws {
        let indicator = Sample.indicator(tolerance: .amount(ExactDecimal(50)))
        let series = try Sample.series(["2025": "150"], targets: [try Sample.target("≤108", "2025")], indicator)
        #expect(assessor.assess(series, at: try moment("2026-04-01")).light == .amber)
    }

    @Test(
        "The next review is at midnight in the Netherlands after the due date, on the nights when the clock moves as well",
        arguments: [
            // Due on the last day before the clock goes forward, and on that day itself (29 March 2026).
            (87, "2026-03-29T00:00:00+01:00"), (88, "2026-03-30T00:00:00+02:00"),
            // The same when it goes back (25 October 2026).
            (297, "2026-10-25T00:00:00+02:00"), (298, "2026-10-26T00:00:00+01:00"),
            (120, "2026-05-01T00:00:00+02:00"),
        ]
    )
    func nextReview(dueDays: Int, expected: String) throws {
        let indicator = Sample.indicator(cadence: Cadence(.year, dueDays: dueDays))
        let series = try Sample.series(["2024": "105"], targets: [try Sample.target("<108", "2025")], indicator)
        let assessment = assessor.assess(series, at: try moment("2026-01-15"))
        let review = try #require(assessment.nextReview)
        #expect(Sample.amsterdam.timestamp(review) == expected)
        #expect(assessment.nextDue?.period == Period("2025"))
        // One millisecond before, nothing is overdue; at the review it is.
        let before = assessor.assess(series, at: Instant(milliseconds: review.milliseconds - 1))
        #expect(before.finding(.overdue)?.severity == nil)
        #expect(before.nextReview == review)
        let then = assessor.assess(series, at: review)
        #expect(then.finding(.overdue)?.severity == .warning)
        #expect(try #require(then.nextReview) > review)
    }

    @Test("The comparison to show first is the worst")
    func leading() throws {
        let targets = try [
            Sample.target("<200", "2025"), Sample.target("<140", "2025", goal: "a"),
            Sample.target("<100", "2025", goal: "b"),
        ]
        let assessment = assessor.assess(
            try Sample.series(["2025": "150"], targets: targets),
            at: try moment("2026-04-01")
        )
        #expect(assessment.finding(.target)?.leadingComparison?.goal == "b")
    }
}
