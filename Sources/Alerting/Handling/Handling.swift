/// What people did with an open episode (afhandeling): none of it changes what is judged.
package struct Handling: Hashable, Sendable {
    /// Who took it up, and until when it therefore needs nobody's attention; `nil` where nobody did, or that is over.
    package var acknowledgement: Acknowledgement?
    /// What was answered to the duty to explain; each answer may be missing.
    package var explanation: Explanation

    package init(acknowledgement: Acknowledgement? = nil, explanation: Explanation = Explanation()) {
        self.acknowledgement = acknowledgement
        self.explanation = explanation
    }

    /// Nobody did anything with it yet.
    package static let none = Handling()
}
