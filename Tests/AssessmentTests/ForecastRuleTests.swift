import AlertSamples
import Indicators
import Testing

@testable import Assessment

/// What the line through a series leads to at a target ahead.
@Suite struct ForecastRuleTests {
    private static func finding(
        _ values: [String],
        _ cells: [(String, String, String?)],
        better: Better = .lower,
        unit: MeasureUnit = .count,
        profile: AlertProfile = .facts,
        breaks: [SeriesBreak] = [],
        lasting: (open: Int, resolve: Int) = (2, 1)
    ) throws -> Finding {
        let indicator = Indicator(
            id: "wmo",
            title: "Wmo",
            unit: unit,
            better: better,
            cadence: Sample.yearly,
            programme: "p",
            package: "6N",
            breaks: breaks,
            profile: profile
        )
        let observations = try values.enumerated().map { try Sample.observation("\(2001 + $0)", $1) }
        let targets = try cells.map { try Sample.target($0.0, $0.1, goal: $0.2) }
        let series = SeriesSubject(indicator: indicator, history: Sample.history(observations), targets: targets)
        var parameters = ForecastParameters()
        (parameters.openAfter, parameters.resolveAfter) = lasting
        return ForecastRule(parameters).finding(for: series, on: try Sample.date("2012-01-01"))
    }

    /// Nine years that rise by 2 with a little noise, below the target until now.
    private static let rising = ["90", "92.3", "93.8", "96.1", "98.2", "99.8", "102.1", "104", "105.9"]
    private static let level: [(String, String, String?)] = [("<108", "2009", nil), ("<108", "2011", nil)]

    @Test func `while the value is still green it warns that a target ahead will be missed, when two values say so`()
        throws
    {
        let finding = try Self.finding(Self.rising, Self.level)
        #expect(
            finding.reason.description == "miss-expected" && finding.severity == .warning && finding.light == .amber
        )
        #expect(finding.opensAlert)
        let evidence = try #require(finding.evidence.of(ForecastEvidence.self))
        let forecast = try #require(evidence.leading)
        // By numpy, with Student's 1.4149 for seven degrees of freedom: 109.922, from 109.595 to 110.250.
        #expect(forecast.expected.description == "109.92" && forecast.interval.minimum?.description == "109.59")
        #expect(forecast.interval.maximum?.description == "110.25")
        #expect(forecast.outlook == .missed && forecast.period == Period("2011"))
        let once = try Self.finding(Array(Self.rising.prefix(8)), [("<108", "2008", nil), ("<108", "2011", nil)])
        #expect(once.reason.description == "miss-expected")
    }

    @Test func `it says in so many words that the light is still green, and what is expected`() throws {
        let finding = try Self.finding(Self.rising, Self.level)
        let facts = FindingFacts.sample(
            "Wmo-maatwerk",
            .warning,
            .targetMissed,
            value: "105.9",
            unit: "aantal",
            period: "2009",
            targets: []
        )
        let statement = finding.evidence.value.statement(of: facts, in: Phrases(.nl))
        #expect(
            statement.verdict.hasPrefix(
                "De waarde van nu is nog groen. Gaat het zo door, dan is het over 2011 naar verwachting "
            )
        )
        #expect(statement.verdict.hasSuffix("wordt naar verwachting niet gehaald."))
        let details = finding.evidence.value.explanation(of: finding, unit: .count, in: Phrases(.nl)).details
        #expect(details.contains("rechte lijn door 9 waarden, 2001 t/m 2009; 80%-voorspellingsinterval"))
    }

    @Test func `with five to seven values it looks one year ahead and informs, with fewer it is silent`() throws {
        let near: [(String, String, String?)] = [("<108", "2006", nil), ("<101", "2007", nil), ("<101", "2009", nil)]
        let six = try Self.finding(Array(Self.rising.prefix(6)), near)
        #expect(
            six.reason.description == "miss-expected" && six.state == .informs && six.light == nil && !six.opensAlert
        )
        #expect(six.evidence.of(ForecastEvidence.self)?.forecasts.map(\.period) == [try Sample.period("2007")])
        let four = try Self.finding(Array(Self.rising.prefix(4)), [("<108", "2004", nil), ("<90", "2005", nil)])
        #expect(four.reason.description == "too-few-values" && four.state == .inOrder)
    }

    @Test func `it opens when as many values in a row lead to a miss as the setting asks`() throws {
        for (values, opens) in [(1, true), (2, true), (3, false), (4, false)] {
            #expect(try Self.finding(Self.rising, Self.level, lasting: (values, 1)).opensAlert == opens)
        }
    }

    @Test func `an alert is over when as many values in a row no longer lead to a miss as the setting asks`() throws {
        // The last value lies far below the line that the others make.
        let eased = Self.rising + ["88"]
        let targets: [(String, String, String?)] = [("<108", "2010", nil), ("<108", "2011", nil)]
        let once = try Self.finding(eased, targets)
        #expect(once.state != .unknown && once.reason.description != "miss-expected")
        #expect(try Self.finding(eased, targets, lasting: (2, 2)).state == .unknown)
        let later: [(String, String, String?)] = [("<108", "2011", nil), ("<108", "2012", nil)]
        #expect(try Self.finding(eased + ["86"], later, lasting: (2, 2)).state != .unknown)
    }

    @Test func `what deviates now is told by the rule that judges it`() throws {
        let finding = try Self.finding(Self.rising, [("<100", "2009", nil), ("<100", "2011", nil)])
        #expect(finding.reason.description == "told-by-target" && finding.state == .inOrder)
        #expect(finding.evidence.value.goesOnElsewhere)
    }

    @Test func `where only a part of the interval misses, it informs`() throws {
        let noisy = ["100", "104", "97", "105", "96", "103", "98", "104", "99"]
        let finding = try Self.finding(noisy, [("<104", "2009", nil), ("<104", "2011", nil)])
        #expect(finding.reason.description == "miss-possible" && finding.state == .informs && finding.light == nil)
        #expect(
            try Self.finding(noisy, [("<108", "2009", nil), ("<150", "2011", nil)]).reason.description
                == "meet-expected"
        )
    }

    @Test func `it never fits across a break, looks no further than three years, and under strict only informs`() throws
    {
        let broken = [SeriesBreak(date: try Sample.date("2006-01-01"), reason: "andere vraag")]
        #expect(try Self.finding(Self.rising, Self.level, breaks: broken).reason.description == "too-few-values")
        #expect(
            try Self.finding(Self.rising, [("<108", "2009", nil), ("<108", "2013", nil)]).reason.description
                == "nothing-near-ahead"
        )
        #expect(try Self.finding(Self.rising, Self.level, profile: .strict).state == .informs)
    }
}
