package import Indicators

/// The answers that Dutch planning and control asks for beside an amber or red light.
package struct Explanation: Hashable, Sendable {
    /// What is asked.
    package enum Part: String, Hashable, Sendable, CaseIterable {
        /// Oorzaak.
        case cause
        /// Gevolg.
        case consequence
        /// Bijsturing: the measure that is taken.
        case measure
    }

    /// One answer, with who gave it and when.
    package struct Answer: Hashable, Sendable {
        /// Empty where it may not be told.
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

    /// The answer to one part.
    package subscript(part: Part) -> Answer? {
        get {
            switch part {
            case .cause: cause
            case .consequence: consequence
            case .measure: measure
            }
        }
        set {
            switch part {
            case .cause: cause = newValue
            case .consequence: consequence = newValue
            case .measure: measure = newValue
            }
        }
    }

    /// What nobody has answered yet.
    package var missing: [Part] { Part.allCases.filter { self[$0] == nil } }
}
