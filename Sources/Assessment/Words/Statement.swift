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

/// One thing known of an alert, with its label.
package struct Figure: Hashable, Sendable {
    package let label: String
    package let value: String

    package init(label: String, value: String) {
        self.label = label
        self.value = value
    }

    /// A figure; `nil` where its value is not known.
    package init?(_ label: String, _ value: String?) {
        guard let value, !value.isEmpty else { return nil }
        self.init(label: label, value: value)
    }
}

/// A rule's finding in full: what it says, and the numbers under it.
package struct Explanation: Hashable, Sendable {
    package let summary: String
    package let details: [String]

    package init(_ summary: String, details: [String]) {
        self.summary = summary
        self.details = details
    }
}
