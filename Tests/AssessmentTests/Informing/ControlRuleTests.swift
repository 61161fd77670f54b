import Indicators
import Testing

@testable import Assessment

@Suite("The rule spc")
struct ControlRuleTests {
    private static let shifted = ["12", "13", "11", "14", "12", "13", "11", "12", "8", "9", "7", "9", "8", "9", "7"]

    private static func series(
        _ values: [String],
        _ better: Better = .higher,
        targets: [IndicatorTarget] = [],
        breaks: [SeriesBreak] = [],
        rebases: [SeriesBreak] = []
    ) throws -> SeriesSubject {
        let indicator = Sample.indicator(.perThousand, better, .month, breaks: breaks, rebases: rebases)
        return try Sample.run(values, from: "2024-01", indicator, targets: targets)
    }

    @Test func `seven values on the wrong side of the average are told`() throws {
        let finding = ControlRule().finding(for: try Self.series(Self.shifted), on: CalendarDate(dayNumber: 0))
        #expect(finding.state == .informs && finding.light == nil && finding.reason == Reason(ControlReason.concern))
        let evidence = try #require(finding.evidence.of(ControlEvidence.self))
        #expect(
            evidence.lines(.perThousand) == [
                "zeven waarden op rij liggen onder het gemiddelde van 10,3 per 1000; dat is waarschijnlijk geen toeval; dat is "
                    + "ongunstig",
                "15 waarden, januari 2024 t/m maart 2025: gemiddeld 10,3 per 1000, grenzen 5,6 per 1000 en 15,1 per 1000",
            ]
        )
        #expect(try ControlRule().evidence(for: Self.series(Self.shifted, .lower)).reason == .improvement)
    }

    @Test(
        "What may be said by how many values there are",
        arguments: [
            (0, .noValue), (1, .tooFewValues), (5, .tooFewValues), (6, .trialLimits), (12, .trialLimits),
            (13, .commonCause),
        ] as [(Int, ControlReason)]
    )
    func ladder(count: Int, reason: ControlReason) throws {
        let values = (0..<count).map { ["10", "12", "11", "9"][$0 % 4] }
        #expect(try ControlRule().evidence(for: Self.series(values)).reason == reason)
    }

    @Test func `a trial is drawn, and nothing is concluded from it`() throws {
        // The last of nine lies far out.
        let values = ["10", "12", "11", "9", "10", "12", "11", "9", "40"]
        let finding = ControlRule().finding(for: try Self.series(values), on: CalendarDate(dayNumber: 0))
        let evidence = try #require(finding.evidence.of(ControlEvidence.self))
        #expect(finding.state == .inOrder && evidence.reason == .trialLimits && evidence.limits != nil)
        #expect(evidence.lines(.perThousand)[0].hasSuffix("; deze grenzen zijn voorlopig (9 van de 13 waarden)"))
        let few = try ControlRule().evidence(for: Self.series(["1", "2"]))
        #expect(few.lines(.perThousand) == ["2 waarden: te weinig voor grenzen (voorlopig vanaf 6, vast vanaf 13)"])
    }

    @Test func `a rebase begins limits anew, and is named`() throws {
        let values =
            (0..<13).map { ["10", "12", "11", "9"][$0 % 4] } + (0..<13).map { ["20", "22", "21", "19"][$0 % 4] }
        let whole = try ControlRule().evidence(for: Self.series(values, .lower))
        #expect(whole.reason == .concern)
        let rebased = try ControlRule().evidence(
            for: Self.series(values, .lower, rebases: [Sample.broken("2025-02-01", "nieuwe werkwijze")])
        )
        #expect(rebased.reason == .commonCause && rebased.count == 13)
        #expect(rebased.lines(.perThousand).last == "alleen waarden vanaf 1 februari 2025: nieuwe werkwijze")
        let broken = try ControlRule().evidence(for: Self.series(values, .lower, breaks: [Sample.broken("2025-02-01")]))
        #expect(broken.count == 13)
    }

    @Test func `a process that runs between its limits meets its target every time, or never, or at times`() throws {
        let values = (0..<13).map { ["10", "12", "11", "9"][$0 % 4] }
        func line(_ target: String) throws -> String? {
            let targets = [try Sample.target(target, "2025-01")]
            return try ControlRule().evidence(for: Self.series(values, .lower, targets: targets)).lines(.perThousand)
                .first { $0.hasPrefix("streefwaarde") }
        }
        #expect(try line("<20") == "streefwaarde < 20 per 1000 wordt zo steeds gehaald")
        #expect(try line("<2") == "streefwaarde < 2 per 1000 wordt zo niet gehaald")
        #expect(try line("<11") == "streefwaarde < 11 per 1000 wordt zo nu eens wel en dan weer niet gehaald")
    }

    @Test func `values that are all alike have no limits`() throws {
        let evidence = try ControlRule().evidence(for: Self.series(Array(repeating: "5", count: 13)))
        #expect(evidence.reason == .noVariation && evidence.statusJSON == nil)
        #expect(evidence.lines(.perThousand) == ["13 waarden en allemaal gelijk: grenzen zijn er dan niet"])
    }

    @Test func `it judges what is measured several times a year`() {
        for (kind, applies) in [
            (PeriodKind.year, false), (.schoolYear, false), (.halfYear, false), (.quarter, true), (.month, true),
            (.week, true), (.day, true),
        ] {
            #expect(ControlRule().applies(to: Sample.indicator(.count, .lower, kind)) == applies)
        }
    }
}
