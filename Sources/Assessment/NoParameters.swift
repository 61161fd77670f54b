/// The parameters of a rule that has none.
package struct NoParameters: RuleParameters {
    package init() {}

    package static var keys: [ParameterKey<NoParameters>] { [] }
}
