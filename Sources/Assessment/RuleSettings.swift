/// The parameters of every rule that the configuration says something about.
package struct RuleSettings: Sendable {
    private var parameters: [RuleName: any RuleParameters] = [:]

    /// The defaults of every rule.
    package init() {}

    /// The parameters of a rule.
    package subscript<Judging: Rule>(_ rule: Judging.Type) -> Judging.Parameters {
        get { parameters[Judging.name] as? Judging.Parameters ?? Judging.Parameters() }
        set { parameters[Judging.name] = newValue }
    }

    func make<Judging: Rule>(_ rule: Judging.Type) -> any Rule { Judging(self[rule]) }
}
