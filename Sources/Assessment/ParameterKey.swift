package import Indicators

/// One key under `rules: NAME`: how it is written, what it means and where it goes.
package struct ParameterKey<Parameters: RuleParameters>: Sendable {
    /// What the value is, and where it is kept.
    package enum Place: Sendable {
        case percentage(any WritableKeyPath<Parameters, ExactDecimal> & Sendable)
        case euros(any WritableKeyPath<Parameters, ExactDecimal> & Sendable)
        case tolerance(any WritableKeyPath<Parameters, Tolerance> & Sendable)
        case wholeNumber(ClosedRange<Int>, any WritableKeyPath<Parameters, Int> & Sendable)
        /// A number with a decimal comma, of at least 1.
        case factor(any WritableKeyPath<Parameters, ExactDecimal> & Sendable)
        /// One of these words.
        case word([String], any WritableKeyPath<Parameters, String> & Sendable)
        case flag(any WritableKeyPath<Parameters, Bool> & Sendable)
    }

    package let name: String
    package let place: Place
    /// The default as one writes it, for the reference; a test holds it against the parameters' own.
    package let fallback: String
    package let meaning: String

    package init(_ name: String, _ place: Place, default fallback: String, _ meaning: String) {
        self.name = name
        self.place = place
        self.fallback = fallback
        self.meaning = meaning
    }
}
