/// What one rule says of a finding, in the forms that its readers need.
package struct Statement: Hashable, Sendable {
    /// A whole sentence with the title, for the alert log.
    package let message: String
    /// What is the matter or how it ended, where the title stands above it.
    package let verdict: String
    /// What follows the title in a subject, with the blank or colon before it.
    package let tail: String
    /// What follows the title in a list, without numbers that the reader has to look up elsewhere.
    package let line: String

    package init(message: String, verdict: String, tail: String, line: String) {
        self.message = message
        self.verdict = verdict
        self.tail = tail
        self.line = line
    }
}
