import Indicators
import Testing

@testable import Assessment

/// How long a miss has to last before it is an alert, and a recovery before it is over, where that is set.
@Suite struct TargetHoldingTests {
    private static func finding(_ values: [String], _ parameters: TargetParameters) throws -> Finding {
        let observations = try values.enumerated().map { try Sample.observation("\(2001 + $0)", $1) }
        let targets = try (0..<values.count).map { try Sample.target("≤100", "\(2001 + $0)") }
        let series = SeriesSubject(
            indicator: Sample.indicator(),
            history: Sample.history(observations),
            targets: targets
        )
        return TargetRule(parameters).finding(for: series)
    }

    private static func parameters(
        openAfter: Int = 1,
        resolveAfter: Int = 1,
        recovery: Tolerance = .percentOfTarget(.zero)
    ) -> TargetParameters {
        var parameters = TargetParameters()
        (parameters.openAfter, parameters.resolveAfter, parameters.recovery) = (openAfter, resolveAfter, recovery)
        return parameters
    }

    @Test func `a miss that has to hold for two values is amber at the first, and an alert at the second`() throws {
        let two = Self.parameters(openAfter: 2)
        let once = try Self.finding(["99", "101"], two)
        #expect(once.severity == .warning && once.light == .amber && !once.opensAlert)
        #expect(once.comparisons[0].isHeld == true)
        #expect(try Self.finding(["99", "101", "102"], two).opensAlert)
        #expect(try !Self.finding(["101", "99", "101"], two).opensAlert)
        #expect(try Self.finding(["99", "101"], Self.parameters()).opensAlert)
    }

    @Test func `an alert that needs two good values stays open at the first, with a green light`() throws {
        let two = Self.parameters(resolveAfter: 2)
        let first = try Self.finding(["101", "99"], two)
        #expect(first.reason.description == "recovering" && first.severity == .warning && first.light == .green)
        #expect(!first.opensAlert)
        #expect(try Self.finding(["101", "99", "98"], two).state == .inOrder)
        #expect(try Self.finding(["99", "99"], two).state == .inOrder)
    }

    @Test func `a value that meets its target by a hair has not recovered where more is asked`() throws {
        let far = Self.parameters(recovery: .percentOfTarget(ExactDecimal(2)))
        let near = try Self.finding(["101", "99"], far)
        #expect(near.reason.description == "recovering")
        let evidence = try #require(near.evidence.of(TargetEvidence.self))
        #expect(evidence.recovery?.beyond?.description == "2" && evidence.recovery?.recovered == 0)
        let details = evidence.explanation(of: near, unit: .count, in: Phrases(.nl)).details
        #expect(
            details.contains(
                "De streefwaarde is nu gehaald. De melding sluit na 1 meting die hem haalt met minstens 2 verschil; tot nu toe 0."
            ),
            "\(details)"
        )
        #expect(try Self.finding(["101", "98"], far).state == .inOrder)
    }

    @Test func `what is set is told in words, and what is not set changes no fingerprint`() {
        let set = Self.parameters(openAfter: 2, resolveAfter: 3, recovery: .percentOfTarget(ExactDecimal(2)))
        let texts = TargetRule(set).fingerprint(of: Sample.indicator())
        #expect(texts.last == "holding 2 3 2%")
        let figures = TargetRule.settings(texts, in: Phrases(.nl))
        #expect(figures.last?.value == "2 / 3 / 2%")
        #expect(TargetRule(TargetParameters()).fingerprint(of: Sample.indicator()) == ["10%", "95", "3"])
    }
}
