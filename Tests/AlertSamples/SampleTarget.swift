package import Assessment
package import Indicators

/// A target as a test writes it: `< 108 per 1000` of 2025.
package struct SampleTarget: Hashable, Sendable {
    package let bound: String
    package let period: String
    package let goal: String?
    package let notation: String?

    package init(_ bound: String, _ period: String, goal: String? = nil, notation: String? = nil) {
        self.bound = bound
        self.period = period
        self.goal = goal
        self.notation = notation
    }

    /// The value held against it, with the verdict that the reason and the period of the value ask for.
    package func comparison(_ reason: Reason, _ severity: Severity, of told: Period?) -> TargetComparison {
        let asked = Period(period) ?? Self.anyPeriod
        let isAhead = told.map { asked != $0 && asked.end > $0.end } ?? false
        let target = IndicatorTarget(
            indicator: "sample",
            goal: goal,
            period: asked,
            notation: Self.notation(notation ?? bound)
        )
        return TargetComparison(
            target: target,
            standing: isAhead ? .ahead : .ownPeriod,
            bound: parsedBound,
            verdict: Self.verdict(reason, severity, isAhead: isAhead)
        )
    }

    private static func verdict(_ reason: Reason, _ severity: Severity, isAhead: Bool) -> TargetComparison.Verdict {
        switch reason {
        case .targetMet, .atTargetLevel, .revised: .met
        case .onCourse: .onCourse
        case .behindCourse: .behind
        case .wrongWay: .wrongWay
        case .notYetReached: .notYetReached
        case .betterThanLevel: .betterThanLevel
        case .isBaseline: .startingPoint
        case .baselineMissing: .baselineMissing
        case _ where isAhead: .notYetReached
        default: .missed(severity)
        }
    }

    private var parsedBound: Bound {
        guard bound != "gereed" else { return Bound(comparator: .equal, value: ExactDecimal(1)) }
        let comparator = Comparator.allCases.first { bound.hasPrefix($0.sign) } ?? .equal
        let numbers = bound.split { !"-0123456789,".contains($0) }.compactMap { ExactDecimal($0, decimalSign: ",") }
        return Bound(
            comparator: comparator,
            value: numbers.first ?? .zero,
            margin: bound.contains("±") ? numbers.last : nil
        )
    }

    private static func notation(_ text: String) -> TargetNotation {
        // A bound with a blank behind its sign is written without it in the documents.
        guard let notation = (try? TargetNotation(text)) ?? (try? TargetNotation("gereed")) else {
            preconditionFailure("A milestone is a notation.")
        }
        return notation
    }

    private static let anyPeriod: Period = {
        guard let period = Period.year(2025) else { preconditionFailure("2025 is a year.") }
        return period
    }()
}
