package import Indicators

extension Indicator {
    /// Whether it has values that move up and down, and of which one way is better: what the rules that only inform speak
    /// of.
    ///
    /// A milestone has no values, a budget line counts up by itself, and what is to stay level is neither better nor worse
    /// for going one way.
    package var hasDirectedValues: Bool { !isMilestone && budget == nil && !staysLevel }
}
