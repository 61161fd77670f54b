import Assessment
import Foundation
import Indicators
import Testing

/// How a value moves to a target, by the cases of the methods (section 2.6).
@Suite struct PaceTests {
    /// A case of `pace` in methods-cases.json: base and year, value and year, target and year, as written there.
    struct Case: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let base: (String, Int)
        let value: (String, Int)
        let target: (String, Int)
        let better: Better
        let category: Pace.Category
        let ratio: Double?
        let path: String

        init(
            _ id: String,
            _ base: (String, Int),
            _ value: (String, Int),
            _ target: (String, Int),
            _ better: Better,
            _ category: Pace.Category,
            ratio: Double?,
            path: String
        ) {
            testDescription = id
            self.base = base
            self.value = value
            self.target = target
            self.better = better
            self.category = category
            self.ratio = ratio
            self.path = path
        }
    }

    static let cases = [
        Case(
            "on_track_increase",
            ("62", 2020),
            ("65", 2023),
            ("70", 2028),
            .higher,
            .significant,
            ratio: 1,
            path: "65"
        ),
        Case(
            "moderate_increase",
            ("62", 2020),
            ("64", 2023),
            ("70", 2028),
            .higher,
            .moderate,
            ratio: 0.666666666667,
            path: "65"
        ),
        Case(
            "away_increase",
            ("62", 2020),
            ("61", 2023),
            ("70", 2028),
            .higher,
            .away,
            ratio: -0.333333333333,
            path: "65"
        ),
        Case(
            "moderate_decrease",
            ("12", 2020),
            ("11", 2023),
            ("8", 2028),
            .lower,
            .moderate,
            ratio: 0.666666666667,
            path: "10.5"
        ),
        Case("away_decrease", ("12", 2020), ("12.6", 2023), ("8", 2028), .lower, .away, ratio: -0.4, path: "10.5"),
        Case(
            "exactly_95_percent_linear",
            ("100", 2020),
            ("109.5", 2030),
            ("110", 2030),
            .higher,
            .significant,
            ratio: 0.95,
            path: "110"
        ),
        Case(
            "target_met_early_increase",
            ("62", 2020),
            ("71", 2023),
            ("70", 2028),
            .higher,
            .targetMet,
            ratio: 3,
            path: "65"
        ),
        Case(
            "target_met_at_base_and_still_met",
            ("72", 2020),
            ("71", 2023),
            ("70", 2028),
            .higher,
            .targetMet,
            ratio: 1.33333333333,
            path: "71.25"
        ),
        Case("base_equals_target", ("70", 2020), ("69", 2023), ("70", 2028), .higher, .away, ratio: nil, path: "70"),
        Case("base_zero", ("0", 2020), ("150", 2023), ("400", 2028), .higher, .significant, ratio: 1, path: "150"),
        Case(
            "negative_values",
            ("-5", 2020),
            ("-3", 2023),
            ("-1", 2028),
            .higher,
            .significant,
            ratio: 1.33333333333,
            path: "-3.5"
        ),
        Case("ratio_over_100", ("62", 2020), ("68", 2023), ("70", 2028), .higher, .significant, ratio: 2, path: "65"),
    ]

    private static func pace(_ example: Case) throws -> Pace {
        Pace(
            base: try Sample.number(example.base.0),
            value: try Sample.number(example.value.0),
            elapsed: example.value.1 - example.base.1,
            total: example.target.1 - example.base.1,
            target: Bound(
                comparator: example.better.comparatorOfBareNumber,
                value: try Sample.number(example.target.0)
            )
        )
    }

    @Test(arguments: cases)
    func `the recommended cases of the methods`(example: Case) throws {
        let pace = try Self.pace(example)
        #expect(pace.category() == example.category)
        #expect(pace.expected(decimals: 2) == ExactDecimal(example.path))
        if let ratio = example.ratio {
            #expect(abs((pace.ratio?.double ?? 99) - ratio) < 1e-9)
        } else {
            #expect(pace.ratio == nil)
        }
    }

    @Test func `without a way to go, or before it began, nothing can be said of the pace`() throws {
        let bound = Bound(comparator: .below, value: ExactDecimal(70))
        let still = Pace(base: ExactDecimal(70), value: ExactDecimal(70), elapsed: 3, total: 8, target: bound)
        #expect(still.category() == .notAssessable)
        let none = Pace(base: ExactDecimal(80), value: ExactDecimal(80), elapsed: 0, total: 8, target: bound)
        #expect(none.category() == .notAssessable)
    }

    @Test func `these are all the cases with a target that the methods have`() {
        #expect(Self.cases.count == 12)
    }
}
