package import Indicators

/// What the configuration says of an indicator, as far as its judgement depends on it and people have words for it.
///
/// The store keeps it beside the fingerprint, so that an edit can be told with what held before.
package struct JudgementTerms: Hashable, Sendable, Codable {
    /// One target as the document writes it.
    package struct Target: Hashable, Sendable, Codable {
        /// The number of the goal that says it; `nil` for the yearly path.
        package let goal: String?
        package let period: Period
        /// The series it is meant for, where that is not every one of the indicator.
        package let scope: String?
        /// The target where there is room for one: `< 45`, `< 25,3%`; else as written.
        package let text: String

        package init(goal: String?, period: Period, scope: String? = nil, text: String) {
            self.goal = goal
            self.period = period
            self.scope = scope
            self.text = text
        }
    }

    package let unit: String
    /// The word of the contract for the direction that is better.
    package let better: String
    package let targets: [Target]
    /// What counts for the judgement of each rule, by the name of the rule.
    package let rules: [String: [String]]

    package init(unit: String, better: String, targets: [Target], rules: [String: [String]] = [:]) {
        self.unit = unit
        self.better = better
        self.targets = targets
        self.rules = rules
    }

    /// The terms of an indicator.
    package init(_ indicator: Indicator, targets: [IndicatorTarget], rules: RuleSet) {
        unit = indicator.unit.symbol
        better = indicator.better.rawValue
        self.targets = targets.map { Target($0, of: indicator) }
        self.rules = rules.terms(of: indicator)
    }
}

extension JudgementTerms.Target {
    fileprivate init(_ target: IndicatorTarget, of indicator: Indicator) {
        self.init(
            goal: target.goal,
            period: target.period,
            scope: target.scope == .all ? nil : target.scope.description,
            text: Self.text(target.notation, of: indicator)
        )
    }

    /// A target that is measured from another value stays as the document writes it.
    private static func text(_ notation: TargetNotation, of indicator: Indicator) -> String {
        guard let requirement = notation.requirement, !requirement.needsBaseline,
            let bound = requirement.bound(better: indicator.better, baseline: nil, margin: nil)
        else { return notation.description }
        guard indicator.unit != .milestone else { return bound.written(unit: indicator.unit) }
        let number = bound.value.written(decimalSign: ",")
        return "\(bound.comparator.sign) \(number)\(indicator.unit == .percent ? "%" : "")"
    }
}
