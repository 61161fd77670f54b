import AlertSamples
import Indicators
import Testing

@testable import Assessment

/// From when a forecast counts, and until when it is told: calibration, section 3, row budget.
@Suite struct BudgetMaterialityTests {
    private static let shares = [0.08, 0.16, 0.24, 0.33, 0.42, 0.5, 0.6, 0.7, 0.75, 0.82, 0.9, 1]

    /// Three whole earlier years that ran by these shares, in euros.
    private static func earlier(_ years: Int = 3) -> [String: String] {
        var values: [String: String] = [:]
        for year in (2026 - years)..<2026 {
            for (index, share) in shares.enumerated() {
                values["\(year)-\((index + 1).padded(to: 2))"] = "\(Int((share * 1_000_000).rounded()))"
            }
        }
        return values
    }

    private static func line(_ months: [String], years: Int = 3, told: Finding? = nil) throws -> SeriesSubject {
        var line = try Sample.line(
            earlier(years).merging(Sample.months(months)) { $1 },
            budget: "1000000",
            unit: .euro
        )
        if let told {
            line.openAlerts[BudgetEvidence.rule] = EarlierAlert(
                openedAt: Instant(seconds: 0),
                evidence: told.evidence
            )
        }
        return line
    }

    /// What happens to the alert month by month: the indices at which it opens and resolves.
    private static func events(_ months: [String]) throws -> [String] {
        var (told, events) = (Finding?.none, [String]())
        for count in 1...months.count {
            let finding = Sample.judged(try line(Array(months.prefix(count)), told: told))
            switch finding.state {
            case .deviates:
                if told == nil { events.append("open \(count - 1)") }
                told = finding
            case .inOrder:
                if told != nil { events.append("resolve \(count - 1)") }
                told = nil
            case .unknown, .informs: break
            }
        }
        return events
    }

    @Test func `the reference case: additive forecast`() throws {
        let months = ["90000", "180000", "290000", "420000", "505000", "610000", "690000", "760000", "800000"]
        #expect(try Self.events(months) == ["open 4", "resolve 8"])
        let june = Sample.judged(try Self.line(Array(months.prefix(6))))
        #expect(june.state == .deviates(.critical) && june.budget?.forecast.description == "1110000")
        #expect(june.budget?.isAdditive == true && june.budget?.additiveForecast?.description == "1220000")
    }

    @Test(
        arguments: [
            // Nine percent is amber in the second month, 7,5% is none; eleven percent is red at once, ten is not.
            (["420000"], .unknown, .unconfirmed), (["420000", "510000"], .deviates(.warning), .budgetDisadvantage),
            (["400000", "495000"], .inOrder, .withinBudget),
            (["330000", "531000"], .deviates(.critical), .budgetDisadvantage),
            (["330000", "520000"], .unknown, .unconfirmed),
            (["240000", "330000"], .deviates(.warning), .budgetAdvantage),
        ] as [([String], Finding.State, Reason)]
    )
    func `with three earlier years two months above 7,5 percent count, or one above ten`(
        months: [String],
        state: Finding.State,
        reason: Reason
    ) throws {
        let finding = Sample.judged(try Self.line(["80000", "160000", "240000"] + months))
        #expect(finding.state == state)
        #expect(finding.reason == reason)
    }

    @Test func `what was told is told until it is within five percent, to the same side and of the same year`() throws {
        let months = ["80000", "160000", "240000", "420000", "510000"]
        let told = Sample.judged(try Self.line(months))
        #expect(told.state == .deviates(.warning))
        let less = months + ["560000"]
        #expect(Sample.judged(try Self.line(less)).state == .inOrder)
        #expect(Sample.judged(try Self.line(less, told: told)).state == .deviates(.warning))
        #expect(Sample.judged(try Self.line(months + ["550000"], told: told)).state == .inOrder)
        #expect(Sample.judged(try Self.line(months + ["440000"], told: told)).state == .inOrder)
        var nextYear = try Self.line(less, told: told)
        nextYear.openAlerts[BudgetEvidence.rule] = EarlierAlert(
            openedAt: Instant(seconds: 0),
            evidence: Evidence(BudgetEvidence(.disadvantage))
        )
        #expect(Sample.judged(nextYear).state == .inOrder)
    }

    @Test func `the factor is a setting, and follows the percentage that is set`() throws {
        let months = ["80000", "160000", "240000", "390000", "480000"]
        #expect(Sample.judged(try Self.line(months)).reason == .withinBudget)
        var parameters = BudgetParameters()
        parameters.opensAt = ExactDecimal(1)
        #expect(Sample.judged(try Self.line(months), parameters).reason == .budgetDisadvantage)
        parameters = BudgetParameters()
        parameters.percent = ExactDecimal(3)
        #expect(Sample.judged(try Self.line(months), parameters).reason == .budgetDisadvantage)
        let line = Sample.indicator(kind: .euro, better: .lower, cadence: Sample.monthly, budget: Sample.costs)
        #expect(BudgetRule(BudgetParameters()).fingerprint(of: line) == ["costs cumulative", "5", "25000", "10", "4"])
        parameters.opensAt = ExactDecimal(2)
        let texts = BudgetRule(parameters).fingerprint(of: line)
        #expect(texts == ["costs cumulative", "opens 2", "3", "25000", "10", "4"])
        #expect(BudgetRule.settings(texts, in: Phrases(.nl)).count == 8)
    }

    @Test func `with two earlier years the year runs on as it began`() throws {
        let finding = Sample.judged(try Self.line(["80000", "160000", "240000", "340000"], years: 2))
        #expect(finding.budget?.forecast.description == "1030303" && finding.budget?.isAdditive == nil)
        let three = Sample.judged(try Self.line(["80000", "160000", "240000", "340000"]))
        #expect(three.budget?.forecast.description == "1010000")
    }
}
