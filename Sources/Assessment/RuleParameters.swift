/// The settings of one rule, as configured for all indicators; made without a configuration they are the defaults.
package protocol RuleParameters: Hashable, Sendable {
    init()

    /// The keys under `rules: NAME`, in the order of the reference.
    static var keys: [ParameterKey<Self>] { get }
}
