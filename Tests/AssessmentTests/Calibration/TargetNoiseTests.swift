import AlertSamples
import Indicators
import Testing

@testable import Assessment

/// How a miss is told beside the noise of its figure.
@Suite struct TargetNoiseTests {
    private static func finding(
        _ values: [String],
        _ target: String,
        better: Better = .lower,
        unit: MeasureUnit = .count,
        counts: Set<Counted> = [],
        profile: AlertProfile = .facts,
        tolerance: String? = "0",
        size: Int? = nil,
        interval: ValueRange? = nil
    ) throws -> Finding {
        let indicator = Indicator(
            id: "wmo",
            title: "Wmo",
            unit: unit,
            better: better,
            cadence: Sample.yearly,
            programme: "p",
            package: "6N",
            tolerance: try tolerance.map { .amount(try Sample.number($0)) },
            counts: counts,
            profile: profile
        )
        let observations = try values.enumerated().map { place, value in
            RecordedObservation(
                Observation(
                    period: try Sample.period("\(2001 + place)"),
                    value: try Sample.number(value),
                    interval: interval,
                    sampleSize: size
                ),
                revision: 1,
                importHash: "hash",
                recordedAt: Instant(seconds: 0)
            )
        }
        let targets = try (0..<values.count).map { try Sample.target(target, "\(2001 + $0)") }
        let series = SeriesSubject(indicator: indicator, history: Sample.history(observations), targets: targets)
        return TargetRule(TargetParameters()).finding(for: series)
    }

    /// A count, its target, and the light: beyond the exact interval of 95 % it is red (methods, section 5.2b).
    @Test(arguments: [
        ("8", "<7", false), ("13", "<7", false), ("14", "<7", true), ("15", "<7", true),
    ])
    func `a small count of events is never red while its exact interval holds the target`(
        count: String,
        target: String,
        isRed: Bool
    ) throws {
        let finding = try Self.finding([count], target, counts: [.events])
        #expect(finding.state == .deviates(isRed ? .critical : .warning) && finding.opensAlert)
        #expect(finding.comparisons[0].isOnTheEdge != isRed)
        #expect(try Self.finding([count], target).state == .deviates(.critical))
    }

    @Test func `more events are better: twelve against at least twenty is amber, ten is red`() throws {
        #expect(try Self.finding(["12"], "≥20", better: .higher, counts: [.events]).severity == .warning)
        #expect(try Self.finding(["10"], "≥20", better: .higher, counts: [.events]).severity == .critical)
        #expect(try Self.finding(["12.5"], "≥20", better: .higher, counts: [.events]).severity == .critical)
    }

    @Test func `a survey that cannot tell its value from the target is amber, by its interval or its respondents`()
        throws
    {
        let wide = ValueRange(minimum: try Sample.number("61"), maximum: try Sample.number("71"))
        let published = try Self.finding(["66"], "≥70", better: .higher, unit: .percent, interval: wide)
        #expect(published.severity == .warning && published.comparisons[0].noise?.source == .survey)
        let counted = try Self.finding(["67"], "≥70", better: .higher, unit: .percent, size: 600)
        #expect(counted.severity == .warning && counted.comparisons[0].noise?.range.maximum?.description == "71.4")
        let large = try Self.finding(["67"], "≥70", better: .higher, unit: .percent, size: 6000)
        #expect(large.severity == .critical && large.comparisons[0].noise?.isWithin == false)
    }

    @Test func `a miss that is no larger than the usual movement of the series is amber, beyond it red`() throws {
        let before = ["100", "102", "99", "101", "100"]
        let within = try Self.finding(before + ["101"], "≤100")
        #expect(within.severity == .warning && within.comparisons[0].noise?.spread?.description == "1.8")
        let beyond = try Self.finding(before + ["103"], "≤100")
        #expect(beyond.severity == .critical && beyond.comparisons[0].noise?.isWithin == false)
        #expect(try Self.finding(Array(before.dropLast()) + ["101"], "≤100").comparisons[0].noise == nil)
        #expect(try Self.finding(["100", "100", "100", "100", "100", "101"], "≤100").severity == .critical)
    }

    @Test func `a figure that misses its own target is told at once by default, and by its noise where that is asked`()
        throws
    {
        let values = ["98", "96", "99", "97", "98", "100.5", "101"]
        #expect(try Self.finding(values.dropLast(), "≤100").opensAlert)
        for profile in [AlertProfile.calibrated, .strict] {
            let once = try Self.finding(values.dropLast(), "≤100", profile: profile)
            #expect(once.severity == .warning && once.light == .amber && !once.opensAlert)
        }
        let far = ["98", "96", "99", "97", "98", "110"]
        #expect(try Self.finding(far, "≤100", profile: .calibrated).opensAlert)
        #expect(try !Self.finding(far, "≤100", profile: .strict).opensAlert)
        #expect(try Self.finding(far + ["117"], "≤100", profile: .strict).opensAlert)
    }

    // MARK: Words

    @Test(
        arguments: [
            (
                ["8"], "<7", Set([Counted.events]), Int?.none,
                "Het werkelijke niveau ligt waarschijnlijk tussen 3,5 en 15,8."
            ),
            (["74"], "<70", [], 100, "binnen de onzekerheid van de meting (62,4% tot 83%)."),
            (
                ["98", "100", "97", "99", "98", "101"], "≤100", [], nil,
                "de gewone schommeling van deze cijfers (ongeveer 1,8 procentpunt)."
            ),
        ] as [([String], String, Set<Counted>, Int?, String)]
    )
    func `the mail says that the miss is on the edge, and why`(
        values: [String],
        target: String,
        counts: Set<Counted>,
        size: Int?,
        end: String
    ) throws {
        let unit: MeasureUnit = counts.isEmpty ? .percent : .count
        let finding = try Self.finding(values, target, unit: unit, counts: counts, size: size)
        let facts = FindingFacts.sample(
            "Wmo",
            .warning,
            .targetMissed,
            value: values.last ?? "",
            unit: unit.symbol,
            period: "2001",
            targets: []
        )
        let statement = finding.evidence.value.statement(of: facts, in: Phrases(.nl))
        #expect(statement.verdict.hasPrefix("De streefwaarde is niet gehaald. Op de grens: "))
        #expect(statement.verdict.hasSuffix(end), "\(statement.verdict)")
        #expect(statement.message.contains("niet gehaald, op de grens"))
        let explained = finding.evidence.value.explanation(of: finding, unit: unit, in: Phrases(.nl)).details
        #expect(explained[0].contains("; op de grens: "))
        let english = finding.evidence.value.statement(of: facts, in: Phrases(.en))
        #expect(english.verdict.hasPrefix("The target is missed. On the edge: "))
    }

    // MARK: Again and again

    @Test func `one alert stays open while a target is missed by turns, and ends after three values that meet it`()
        throws
    {
        let turns = ["101", "99", "101", "99", "101", "99", "101"]
        let missed = try Self.finding(turns, "≤100")
        #expect(missed.reason == .targetMissed && missed.opensAlert)
        #expect(missed.evidence.of(TargetEvidence.self)?.unsteadiness?.misses == 3)
        let met = try Self.finding(turns + ["99"], "≤100")
        #expect(
            met.reason.description == "unsteady" && met.severity == missed.severity && met.light == .green
                && !met.opensAlert
        )
        #expect(try Self.finding(turns + ["99", "98"], "≤100").reason.description == "unsteady")
        #expect(try Self.finding(turns + ["99", "98", "97"], "≤100").state == .inOrder)
        #expect(try Self.finding(Array(turns.dropFirst(2)) + ["99"], "≤100").state == .inOrder)
        // What is told of its end holds, also when the first misses are long ago.
        let long = ["101", "99", "101", "99", "101", "99", "101", "99", "99", "101", "99", "99", "101", "99", "99"]
        #expect(try Self.finding(long, "≤100").reason.description == "unsteady")
        #expect(try Self.finding(long + ["99"], "≤100").state == .inOrder)
        let facts = FindingFacts.sample(
            "Wmo",
            .warning,
            .targetMissed,
            value: "101",
            unit: "aantal",
            period: "2007",
            targets: []
        )
        let words = missed.evidence.value.statement(of: facts, in: Phrases(.nl))
        #expect(
            words.verdict.contains(
                "Het wisselt: bij de laatste 7 metingen werd de streefwaarde 3 keer opnieuw niet gehaald."
            )
        )
        #expect(words.message.hasSuffix(", wisselend."))
    }
}
