import AlertSamples
import Assessment
import Indicators
import Testing

/// Targets that are measured from an earlier value, and targets between two cells.
@Suite struct TargetBaselineTests {
    private static let rule = TargetRule(tolerance: .percentOfTarget(ExactDecimal(10)))

    private static func finding(
        _ values: [String: String],
        _ cells: [(String, String, String?)],
        better: Better = .lower,
        margin: Tolerance? = nil
    ) throws -> Finding {
        let targets = try cells.map { try Sample.target($0.0, $0.1, goal: $0.2) }
        return rule.finding(
            for: try Sample.series(
                values,
                targets: targets,
                Sample.indicator(kind: .percent, better: better, margin: margin)
            )
        )
    }

    @Test(arguments: ["daling", "stijging", "niet gestegen", "gelijkblijvend", "halvering", "+5"])
    func `a first value of its own is where the series starts from`(word: String) throws {
        let first = try Self.finding(["2025": "40"], [(word, "2026", nil)])
        #expect(first.state == .unknown && first.reason == .isBaseline)
        #expect(first.comparisons.map(\.verdict) == [.startingPoint])
        #expect(first.severity == nil && first.failedComparisons == [])
    }

    @Test(
        arguments: [
            ("daling", "39", .inOrder, .targetMet), ("daling", "40", .deviates(.warning), .targetMissed),
            ("daling", "45", .deviates(.critical), .targetMissed), ("niet gestegen", "40", .inOrder, .targetMet),
            ("gelijkblijvend", "40,0", .inOrder, .targetMet), ("halvering", "20", .inOrder, .targetMet),
            ("halvering", "21", .deviates(.warning), .targetMissed),
        ] as [(String, String, Finding.State, Reason)]
    )
    func `the next value is judged against it`(
        word: String,
        value: String,
        state: Finding.State,
        reason: Reason
    ) throws {
        let value = value.replacing(",", with: ".")
        let next = try Self.finding(["2025": "40", "2026": value], [(word, "2026", nil)])
        #expect(next.state == state)
        #expect(next.reason == reason)
    }

    @Test func `an explicit baseline that is missing leaves the target open, until it arrives`() throws {
        let cells: [(String, String, String?)] = [("-10% t.o.v. 2024", "2026", nil)]
        let without = try Self.finding(["2025": "40", "2026": "40"], cells)
        #expect(without.state == .unknown && without.reason == .baselineMissing)
        #expect(without.comparisons.map(\.bound) == [nil])
        let with = try Self.finding(["2024": "40", "2025": "40", "2026": "40"], cells)
        #expect(with.state == .deviates(.critical) && with.reason == .targetMissed)
        #expect(with.comparisons.compactMap(\.bound?.value.description) == ["36"])
        #expect(try Self.finding(["2024": "40", "2026": "36"], cells).reason == .targetMet)
    }

    @Test func `a starting point counts less than another target that is met or missed`() throws {
        let trend: (String, String, String?) = ("daling", "2026", "A-1")
        #expect(try Self.finding(["2025": "40"], [trend, ("<50", "2025", nil)]).reason == .targetMet)
        #expect(try Self.finding(["2025": "60"], [trend, ("<50", "2025", nil)]).state == .deviates(.critical))
    }

    @Test func `a series that starts anew has a new starting point`() throws {
        let cells: [(String, String, String?)] = [("daling", "2026", nil)]
        #expect(try Self.finding(["2026": "40"], cells).reason == .isBaseline)
        #expect(try Self.finding(["2025": "45", "2026": "40"], cells).reason == .targetMet)
    }

    // MARK: Level within a margin

    private static let twoPoints = Tolerance.amount(ExactDecimal(2))

    @Test(
        arguments: [
            (.lower, twoPoints, "42", .inOrder), (.lower, twoPoints, "38", .inOrder),
            // Worse: amber within the tolerance of the target, red beyond.
            (.lower, twoPoints, "42.1", .deviates(.warning)), (.lower, twoPoints, "44", .deviates(.warning)),
            (.lower, twoPoints, "44.1", .deviates(.critical)),
            // Better is worth a word, but never red, however far.
            (.lower, twoPoints, "37.9", .deviates(.warning)), (.lower, twoPoints, "1", .deviates(.warning)),
            (.higher, twoPoints, "42.1", .deviates(.warning)), (.higher, twoPoints, "99", .deviates(.warning)),
            (.higher, twoPoints, "35.9", .deviates(.critical)),
            // The same where nothing is allowed for.
            (.lower, nil, "39.9", .deviates(.warning)), (.lower, nil, "1", .deviates(.warning)),
            (.higher, nil, "99", .deviates(.warning)), (.lower, nil, "44.1", .deviates(.critical)),
        ] as [(Better, Tolerance?, String, Finding.State)]
    )
    func `what should stay level and gets better is never red`(
        better: Better,
        margin: Tolerance?,
        value: String,
        state: Finding.State
    ) throws {
        let finding = try Self.finding(
            ["2024": "40", "2025": value],
            [("gelijkblijvend t.o.v. 2024", "2025", nil)],
            better: better,
            margin: margin
        )
        #expect(finding.state == state)
    }

    @Test(arguments: [Better.lower, .higher])
    func `a value that has to be exactly so is red on either side`(better: Better) throws {
        for value in ["1", "99"] {
            let finding = try Self.finding(
                ["2025": value],
                [("=40", "2025", nil)],
                better: better,
                margin: Self.twoPoints
            )
            #expect(finding.state == .deviates(.critical))
        }
    }

    // MARK: Between two cells

    /// The path of Dronten's participation target with the years between: `>39%` in 2026, `70%` in 2028.
    private static func interpolated(_ value: String, _ year: Int) throws -> Finding {
        let cells = try [(">39%", "2026"), ("70%", "2028")].map { try Sample.target($0.0, $0.1) }
        let start = (period: try #require(Period.year(2024)), value: ExactDecimal(39))
        let path = cells + Interpolation.linear.between(cells, measured: start, better: .higher)
        let indicator = Sample.indicator(kind: .percent)
        return rule.finding(for: try Sample.series(["\(year)": value], targets: path, indicator))
    }

    @Test(
        arguments: [
            (2025, "39.1", "2025", .inOrder, .targetMet), (2025, "39", "2025", .deviates(.warning), .targetMissed),
            (2026, "39", "2026", .deviates(.warning), .targetMissed), (2027, "54.5", "2027", .inOrder, .targetMet),
            (2027, "54.4", "2027", .deviates(.warning), .targetMissed),
            (2027, "40", "2027", .deviates(.critical), .targetMissed),
            (2024, "39", "2025", .unknown, .isBaseline),
        ] as [(Int, String, String, Finding.State, Reason)]
    )
    func `a target between two cells is one of its own period`(
        year: Int,
        value: String,
        target: String,
        state: Finding.State,
        reason: Reason
    ) throws {
        let finding = try Self.interpolated(value, year)
        #expect(finding.state == state)
        #expect(finding.reason == reason)
        #expect(finding.comparisons.map(\.period.description) == [target])
        #expect(finding.comparisons.map(\.standing) == ["\(year)" == target ? .ownPeriod : .ahead])
    }
}
