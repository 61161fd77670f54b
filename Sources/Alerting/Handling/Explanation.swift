package import Indicators

/// The answers that Dutch planning and control asks for beside an amber or red light.
package struct Explanation: Hashable, Sendable {
    /// One answer, with who gave it and when.
    package struct Answer: Hashable, Sendable {
        package let text: String
        package let by: String
        package let at: Instant

        package init(text: String, by: String, at: Instant) {
            self.text = text
            self.by = by
            self.at = at
        }
    }

    /// Oorzaak; `nil` where nobody has given it yet.
    package var cause: Answer?
    /// Gevolg.
    package var consequence: Answer?
    /// Bijsturing: the measure that is taken.
    package var measure: Answer?

    package init(cause: Answer? = nil, consequence: Answer? = nil, measure: Answer? = nil) {
        self.cause = cause
        self.consequence = consequence
        self.measure = measure
    }
}
