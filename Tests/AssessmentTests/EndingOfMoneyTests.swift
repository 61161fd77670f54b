import AlertSamples
import Assessment
import Indicators
import Testing

/// Money that goes on in spite of an end, in part, or that nobody is certain of.
@Suite struct EndingOfMoneyTests {
    /// Income by year that ends on the last day of 2026, with a warning from 4 July.
    private static func income(
        _ values: [String: String],
        budgets: [String: String] = [:],
        isUncertain: Bool = false
    ) throws -> SeriesSubject {
        let ending = Ending(date: try Sample.date("2026-12-31"), warningDays: 180, isUncertain: isUncertain)
        return try Sample.series(
            values,
            targets: try budgets.map { try Sample.target($0.value, $0.key) },
            Sample.indicator(kind: .euro, budget: Budget(.income), ending: ending)
        )
    }

    private static func finding(_ series: SeriesSubject, _ day: String) throws -> Finding {
        EndingRule().finding(for: series, on: try Sample.date(day))
    }

    @Test(
        arguments: [
            (["2025": "780000"], "2027-03-01", .deviates(.warning), .hasEnded),
            (["2026": "515000"], "2027-03-01", .deviates(.warning), .hasEnded),
            (["2027": "515000"], "2027-03-01", .inOrder, .receivedSince),
            (["2027": "0"], "2027-03-01", .deviates(.warning), .hasEnded),
        ] as [([String: String], String, Finding.State, Reason)]
    )
    func `money that arrives after the last day has not ended`(
        values: [String: String],
        day: String,
        state: Finding.State,
        reason: Reason
    ) throws {
        let finding = try Self.finding(try Self.income(values), day)
        #expect(finding.state == state && finding.reason == reason)
    }

    @Test(
        arguments: [
            ("2026-07-03", .inOrder, .goesOn), ("2026-07-04", .deviates(.warning), .partEndsSoon),
            ("2026-12-31", .deviates(.warning), .partEndsSoon), ("2027-01-01", .inOrder, .partHasEnded),
        ] as [(String, Finding.State, Reason)]
    )
    func `what is budgeted for later stays, and only the rest ends`(
        day: String,
        state: Finding.State,
        reason: Reason
    ) throws {
        let budgets = ["2025": "780000", "2026": "515000", "2027": "515000", "2028": "515000"]
        let finding = try Self.finding(try Self.income([:], budgets: budgets), day)
        #expect(finding.state == state && finding.reason == reason)
        let evidence = try #require(finding.evidence.of(EndingEvidence.self))
        #expect(try evidence.remaining == Sample.number("515000"))
    }

    @Test(
        arguments: [
            ("2026-07-03", .inOrder, .goesOn), ("2026-07-04", .deviates(.warning), .uncertainSoon),
            ("2027-01-01", .deviates(.warning), .uncertain),
        ] as [(String, Finding.State, Reason)]
    )
    func `what is uncertain is not said to have ended`(day: String, state: Finding.State, reason: Reason) throws {
        let finding = try Self.finding(try Self.income(["2025": "265000"], isUncertain: true), day)
        #expect(finding.state == state && finding.reason == reason)
    }

    @Test(
        arguments: [
            ("2026-08-01", "Wmo eindigt in deze vorm op 2026-12-31; begroot voor daarna: € 515.000 per jaar.", false),
            ("2026-08-01", "Wmo is vanaf 2027-01-01 onzeker.", true),
            ("2027-02-01", "Wmo is vanaf 2027-01-01 onzeker.", true),
        ])
    func `the log says which`(day: String, message: String, isUncertain: Bool) throws {
        let series = try Self.income([:], budgets: ["2027": "515000"], isUncertain: isUncertain)
        let finding = try Self.finding(series, day)
        let statement = finding.evidence.value.statement(of: Self.facts(finding), in: Phrases(.nl))
        #expect(statement.message == message)
    }

    @Test func `the end of an alert says what came in, or what stays`() throws {
        let arrived = try Self.finding(try Self.income(["2027": "500000"]), "2027-03-01")
        let end = arrived.evidence.value.endStatement(of: Self.facts(arrived), in: Phrases(.nl))
        #expect(end.verdict == "Dit geld gaat door: er is geld ontvangen over 2027.")
        let part = try Self.finding(try Self.income([:], budgets: ["2027": "515000"]), "2027-01-01")
        let rest = part.evidence.value.endStatement(of: Self.facts(part), in: Phrases(.nl))
        #expect(rest.verdict == "Dit geld is in deze vorm opgehouden. Voor daarna is € 515.000 per jaar begroot.")
    }

    private static func facts(_ finding: Finding) -> FindingFacts {
        FindingFacts(
            about: IndicatorFacts(
                programme: "p",
                programmeTitle: "P",
                package: "6N",
                packageTitle: "Pakket",
                title: "Wmo",
                unit: .euro,
                areaName: "Dronten"
            ),
            severity: .warning,
            evidence: finding.evidence
        )
    }
}
