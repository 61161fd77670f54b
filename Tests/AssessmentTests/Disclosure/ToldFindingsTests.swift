import AlertSamples
import Assessment
import Indicators
import Testing

@Suite("Findings as they may be told")
struct ToldFindingsTests {
    private static let key = SeriesKey(indicator: "jeugd", area: "GM0303")

    private static let indicator = Indicator(
        id: "jeugd",
        title: "Jeugdigen",
        unit: .count,
        better: .lower,
        cadence: Cadence(.year, dueDays: 400),
        programme: "p",
        package: "6N",
        counts: [.persons]
    )

    private static func history(_ values: [(String, String)]) throws -> SeriesHistory {
        SeriesHistory(key: key, observations: try values.map { try Sample.observation($0.0, $0.1) })
    }

    private static func disclosure(_ history: SeriesHistory) -> Disclosure {
        let register = IndicatorRegister(programmes: [], indicators: [indicator], paths: [:], areaNames: [:])
        return Disclosure(PersonCounts(register, limits: CountLimits()), histories: [history])
    }

    private static func assessment(
        _ values: [(String, String)],
        targets: [IndicatorTarget]
    ) throws -> (exact: SeriesAssessment, told: SeriesAssessment) {
        let history = try history(values)
        let subject = SeriesSubject(indicator: indicator, history: history, targets: targets)
        let exact = Assessor(rules: RuleSet(), zone: .utc).assess(subject, at: Instant(seconds: 1_790_000_000))
        return (exact, exact.told(by: disclosure(history)))
    }

    @Test("a hidden value has a grey light, whatever it is, one reason and no number", arguments: ["<5", "<100", "<8"])
    func hidden(target: String) throws {
        let targets = [try Sample.target(target, "2025")]
        let (exact, told) = try Self.assessment([("2024", "40"), ("2025", "7")], targets: targets)
        #expect(exact.light != .grey && exact.latest != nil)
        #expect(told.light == .grey && told.reasons.map(\.description) == ["hidden"])
        #expect(told.latest == nil && told.hidden == Period("2025"))
        #expect(told.findings.allSatisfy { $0.observation == nil && $0.comparisons.isEmpty && $0.severity == nil })
    }

    @Test("a value that is shown keeps its light, though an earlier one is hidden")
    func shown() throws {
        let targets = [try Sample.target("<100", "2025")]
        let (exact, told) = try Self.assessment([("2023", "7"), ("2024", "40"), ("2025", "112")], targets: targets)
        #expect(told.light == exact.light && told.latest == exact.latest)
        #expect(told.reasons.map(\.description) == ["target-missed"])
        // What informs may rest on the earlier one.
        #expect(told.finding(RuleName("trend")) == nil && told.finding(RuleName("change")) == nil)
    }

    @Test("what is measured from a hidden value is hidden, and the value itself is not")
    func relative() throws {
        let targets = [try Sample.target("-10% t.o.v. 2024", "2025")]
        let (exact, told) = try Self.assessment([("2024", "8"), ("2025", "112")], targets: targets)
        #expect(exact.light == .red && told.light == .grey)
        #expect(told.reasons.map(\.description) == ["rests-on-hidden"])
        #expect(told.latest?.value == ExactDecimal(112) && told.shownTarget == nil)
    }

    @Test("that a value is missing is told all the same")
    func overdue() throws {
        let (exact, told) = try Self.assessment([("2019", "7")], targets: [])
        #expect(exact.reasons.contains { $0.description == "overdue" })
        #expect(told.reasons.map(\.description) == ["hidden", "overdue"])
    }

    // MARK: Facts

    private static func facts(_ severity: Severity, value: String, lapse: Lapse? = nil) -> FindingFacts {
        var facts = FindingFacts.sample(
            "Jeugdigen",
            severity,
            .targetMissed,
            value: value,
            unit: "aantal",
            period: "2025",
            targets: [SampleTarget("< 5", "2025", notation: "<5")]
        )
        facts.lapse = lapse
        facts.value?.note = "het zijn er \(value)"
        return facts
    }

    @Test("facts of a hidden value say one and the same, however grave they are and however they ended")
    func facts() throws {
        let disclosure = Self.disclosure(try Self.history([("2025", "112")]))
        let told = [("7", Severity.critical, nil), ("3", .warning, .revised), ("9", .critical, .valueWithdrawn)]
            .map { Self.facts($0.1, value: $0.0, lapse: $0.2).told(of: Self.key, by: disclosure) }
        #expect(Set(told).count == 1)
        let one = try #require(told.first)
        #expect(one.isHidden && one.value == nil && one.lapse == nil && one.correction == nil)
        #expect(one.reason.description == "hidden" && one.evidence.value.comparisons.isEmpty)
        for phrases in [Phrases(.nl), Phrases(.en)] {
            let statement = one.evidence.value.statement(of: one, in: phrases)
            for text in [statement.message, statement.verdict, statement.tail, statement.line] {
                #expect(!text.contains { "37".contains($0) } && !text.contains("112"), "\(text)")
            }
        }
    }

    @Test("what was put right is left out: a value that does not hold any more is not told")
    func correction() throws {
        let disclosure = Self.disclosure(try Self.history([("2025", "112")]))
        var facts = Self.facts(.critical, value: "112")
        let year = try Sample.period("2025")
        for (before, after, isTold) in [("7", "112", false), ("112", "7", false), ("140", "112", false)] {
            facts.correction = ValueCorrection(
                of: try Sample.number(before),
                period: year,
                severity: .critical,
                by: nil,
                holds: try Sample.number(after)
            )
            #expect((facts.told(of: Self.key, by: disclosure).correction != nil) == isTold)
        }
    }

    @Test("a value that holds is told, and one that did hold is not", arguments: [("112", false), ("140", true)])
    func replaced(value: String, isHidden: Bool) throws {
        let disclosure = Self.disclosure(try Self.history([("2025", "112")]))
        #expect(Self.facts(.critical, value: value).told(of: Self.key, by: disclosure).isHidden == isHidden)
    }

    @Test("of what does not count persons everything is told")
    func others() throws {
        let facts = Self.facts(.critical, value: "7")
        #expect(facts.told(of: Self.key, by: .exact) == facts)
    }
}
