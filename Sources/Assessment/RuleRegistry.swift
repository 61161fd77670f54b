package import Indicators

/// The rules that there are.
package struct RuleRegistry: Sendable {
    /// In the order in which their findings are shown.
    package let rules: [any Rule.Type]

    package init(_ rules: [any Rule.Type]) {
        self.rules = rules
    }

    /// The rules of the program: one line each.
    package static let standard = RuleRegistry([
        TargetRule.self,
        MilestoneRule.self,
        BudgetRule.self,
        OverdueRule.self,
        BaselineRule.self,
        EndingRule.self,
        ForecastRule.self,
        SignificanceRule.self,
        TrendRule.self,
        ChangeRule.self,
        ControlRule.self,
        BenchmarkRule.self,
    ])

    /// The rule of this name.
    package func rule(_ name: RuleName) -> (any Rule.Type)? { rules.first { $0.name == name } }

    /// The names of the rules by which something may deviate, in their order: not of those that only inform.
    package var deciding: [RuleName] { rules.filter { !$0.onlyInforms }.map { $0.name } }

    /// The rules that have a key of their own in `status --json`.
    package var statusKeys: [RuleName] { rules.filter { Self.evidence(of: $0).hasStatusKey }.map { $0.name } }

    /// The type of a rule's evidence; `nil` for a rule that this program does not know.
    func evidence(of name: RuleName) -> (any RuleEvidence.Type)? {
        rule(name).map { Self.evidence(of: $0) }
    }

    private static func evidence<Judging: Rule>(of rule: Judging.Type) -> any RuleEvidence.Type {
        Judging.Evidence.self
    }

    /// What a rule is about, in words: `streefwaarde`; `nil` for a rule that this program does not know.
    package func title(of rule: RuleName, in phrases: Phrases) -> String? { evidence(of: rule)?.title(in: phrases) }

    /// What a rule says of its open alert on a series that it no longer judges; `nil` where it only falls silent.
    package func lapse(of told: Evidence) -> Evidence? {
        rule(told.rule).flatMap { Self.lapse(of: told, by: $0) }
    }

    /// What the texts say that a rule goes by, in words; empty where it has none for them.
    package func settings(of rule: RuleName, _ texts: [String], in phrases: Phrases) -> [Figure] {
        self.rule(rule)?.settings(texts, in: phrases) ?? []
    }

    private static func lapse<Judging: Rule>(of told: Evidence, by rule: Judging.Type) -> Evidence? {
        told.of(Judging.Evidence.self).flatMap(Judging.lapse).map(Evidence.init)
    }
}
