import AlertSamples
import Indicators
import Testing

@testable import Assessment

/// What is promised beside what is booked, and a budget that the council changes.
@Suite struct BudgetCommitmentsTests {
    private static let withPromises = Budget(.costs, commitments: "verplicht")

    private static func line(
        _ values: [String: String],
        promised: [String: String],
        budget: String = "1200",
        better: Better = .lower,
        kind: Budget = withPromises
    ) throws -> SeriesSubject {
        var line = try Sample.line(values, budget: budget, better: better, kind: kind)
        let key = SeriesKey(indicator: "verplicht", area: "GM0303")
        line.neighbours[key] = SeriesHistory(
            key: key,
            observations: try promised.map { try Sample.observation($0.key, $0.value) }
        )
        return line
    }

    private static let even = Sample.months(["100", "200", "300", "400", "500", "600"])

    @Test(
        arguments: [
            // Within the forecast of 1.200 it changes nothing.
            ("500", "1200", .inOrder, .withinBudget), ("600", "1200", .inOrder, .withinBudget),
            // Beyond it, it is the least that the year comes to.
            ("640", "1240", .inOrder, .withinBudget), ("700", "1300", .deviates(.warning), .budgetDisadvantage),
            ("800", "1400", .deviates(.critical), .budgetDisadvantage),
        ] as [(String, String, Finding.State, Reason)]
    )
    func `realised and promised together are the floor of the outturn`(
        promised: String,
        forecast: String,
        state: Finding.State,
        reason: Reason
    ) throws {
        let finding = Sample.judged(try Self.line(Self.even, promised: ["2026-06": promised]))
        #expect(finding.state == state && finding.reason == reason)
        let standing = try #require(finding.budget)
        #expect(standing.forecast.description == forecast && standing.commitments?.description == promised)
        #expect((standing.isFloor == true) == (forecast != "1200"))
    }

    @Test func `costs written negative are promised negative`() throws {
        let line = try Self.line(
            ["2026-06": "-600"],
            promised: ["2026-06": "-800"],
            budget: "-1200",
            better: .higher
        )
        let finding = Sample.judged(line)
        #expect(finding.state == .deviates(.critical) && finding.budget?.forecast.description == "-1400")
    }

    @Test func `what exceeds the budget by what is promised is a fact: at once, also in the first months`() throws {
        let finding = Sample.judged(try Self.line(["2026-01": "100"], promised: ["2026-01": "1300"]))
        #expect(finding.state == .deviates(.critical) && finding.reason == .budgetDisadvantage)
        let little = Sample.judged(try Self.line(["2026-01": "100"], promised: ["2026-01": "1110"]))
        #expect(little.reason == .tooEarly)
    }

    @Test func `only the promises of the same period count, and none when the year is over`() throws {
        let other = Sample.judged(try Self.line(Self.even, promised: ["2026-05": "900"]))
        #expect(other.reason == .withinBudget && other.budget?.commitments == nil)
        #expect(other.budget?.lacksCommitments == true)
        let over = BudgetRule(BudgetParameters()).finding(
            for: try Self.line(["2026-12": "1200"], promised: ["2026-12": "900"]),
            on: try Sample.date("2027-01-01")
        )
        #expect(over.reason == .withinBudget && over.budget?.isFloor == nil && over.budget?.lacksCommitments == nil)
    }

    @Test func `what is booked once is never extrapolated, but counts with what is promised`() throws {
        let once = Budget(.costs, isForecast: false, commitments: "verplicht")
        func judged(_ promised: String) throws -> Finding {
            let line = try Self.line(["2026-04": "300"], promised: ["2026-04": promised], budget: "400", kind: once)
            return BudgetRule(BudgetParameters()).finding(for: line, on: try Sample.date("2026-05-15"))
        }
        #expect(try judged("90").reason == .yearNotOver)
        let finding = try judged("150")
        #expect(finding.state == .deviates(.critical) && finding.budget?.forecast.description == "450")
        #expect(finding.budget?.additiveForecast == nil)
    }

    @Test func `it is told as what it is`() throws {
        let finding = Sample.judged(try Self.line(Self.even, promised: ["2026-06": "800"]))
        let facts = Sample.facts(finding)
        let statement = finding.evidence.value.statement(of: facts, in: Phrases(.nl))
        #expect(
            statement.message
                == "Wmo: verwacht ten minste € 1.400.000 bij een begroting van € 1.200.000; nadeel € 200.000 (16,7%)."
        )
        #expect(statement.verdict == "Wat is gerealiseerd en verplicht, is samen al meer dan de begroting.")
        let figures = finding.evidence.value.figures(of: facts, in: Phrases(.nl))
        #expect(figures.contains(Figure(label: "Verplichtingen", value: "€ 800.000")))
        #expect(figures.contains(Figure(label: "Verwacht over het jaar", value: "ten minste € 1.400.000")))
        let details = finding.evidence.value.explanation(of: finding, unit: .thousandEuro, in: Phrases(.nl)).details
        #expect(details.contains("verplichtingen € 800.000; samen € 1.400.000"))
        #expect(
            details.contains("verwacht over het jaar ten minste € 1.400.000: wat is gerealiseerd en verplicht"),
            "\(details)"
        )
    }

    // MARK: Changes of the budget

    private static func changed(_ amounts: (String, BudgetChange.Amount)...) throws -> Budget {
        Budget(
            .costs,
            changes: try amounts.map {
                BudgetChange(date: try Sample.date($0.0), amount: $0.1, what: "Voorjaarsnota")
            }
        )
    }

    @Test(
        arguments: [
            ("2026-06-30", "1200", nil), ("2026-07-01", "1500", "2026-07-01"), ("2026-09-30", "1500", "2026-07-01"),
            ("2026-10-01", "1450", "2026-10-01"), ("2027-03-01", "1450", "2026-10-01"),
        ] as [(String, String, String?)]
    )
    func `the budget is the one of the day`(day: String, budget: String, change: String?) throws {
        let kind = try Self.changed(
            ("2026-07-01", .total(ExactDecimal(1500))),
            ("2026-10-01", .difference(ExactDecimal(-50))),
            ("2027-01-01", .total(ExactDecimal(1)))
        )
        let line = try Sample.line(Self.even, kind: kind)
        let finding = BudgetRule(BudgetParameters()).finding(for: line, on: try Sample.date(day))
        #expect(finding.budget?.budget.description == budget)
        #expect(finding.budget?.change?.date.description == change)
        #expect(finding.budget?.originalBudget?.description == (change == nil ? nil : "1200"))
        #expect(finding.comparisons.first?.bound?.value.description == budget)
    }

    @Test func `a change may make of a deviation none, on its day`() throws {
        let line = try Sample.line(
            Sample.months(["125", "250", "375", "500", "625", "750"]),
            kind: try Self.changed(("2026-07-15", .total(ExactDecimal(1500))))
        )
        let rule = BudgetRule(BudgetParameters())
        #expect(rule.finding(for: line, on: try Sample.date("2026-07-14")).state == .deviates(.critical))
        #expect(rule.finding(for: line, on: try Sample.date("2026-07-15")).state == .inOrder)
        #expect(rule.nextChange(for: line, after: try Sample.date("2026-07-10"))?.description == "2026-07-15")
        #expect(rule.nextChange(for: line, after: try Sample.date("2026-07-15")) == nil)
    }

    @Test func `it is told with its day`() throws {
        let line = try Sample.line(
            Sample.months(["150", "300", "450", "600", "750", "900"]),
            kind: try Self.changed(("2026-07-01", .difference(ExactDecimal(300))))
        )
        let finding = BudgetRule(BudgetParameters()).finding(for: line, on: try Sample.date("2026-07-15"))
        let facts = Sample.facts(finding)
        #expect(
            finding.evidence.value.statement(of: facts, in: Phrases(.nl)).message
                == "Wmo: verwacht € 1.800.000 bij een begroting van € 1.500.000 na wijziging van 1 juli 2026; "
                + "nadeel € 300.000 (20,0%)."
        )
        let figures = finding.evidence.value.figures(of: facts, in: Phrases(.nl))
        #expect(
            figures.first
                == Figure(label: "Begroting", value: "€ 1.500.000 na wijziging van 1 juli 2026 (Voorjaarsnota)")
        )
        let details = finding.evidence.value.explanation(of: finding, unit: .thousandEuro, in: Phrases(.nl)).details
        #expect(
            details.contains("begroting na wijziging van 1 juli 2026 (Voorjaarsnota); eerst € 1.200.000"),
            "\(details)"
        )
    }

    @Test func `both are among what the line is judged by`() throws {
        let kind = Budget(
            .costs,
            commitments: "verplicht",
            changes: [BudgetChange(date: try Sample.date("2026-07-01"), amount: .difference(ExactDecimal(300)))]
        )
        let indicator = Sample.indicator(kind: .euro, better: .lower, cadence: Sample.monthly, budget: kind)
        let texts = BudgetRule(BudgetParameters()).fingerprint(of: indicator)
        #expect(
            texts == [
                "costs cumulative", "commitments verplicht", "change 2026-07-01 + 300", "5", "25000", "10", "4",
            ]
        )
        let settings = BudgetRule.settings(texts, in: Phrases(.nl))
        #expect(settings.contains(Figure(label: "begrotingswijziging van 2026-07-01", value: "+300")))
        #expect(settings.contains(Figure(label: "verplichtingen", value: "verplicht")))
        #expect(
            BudgetRule(BudgetParameters()).inputs(for: indicator)
                == [.openAlert, .series(SeriesReference("verplicht"))]
        )
    }
}
