/// A rule's finding in full: what it says, and the numbers under it.
package struct Explanation: Hashable, Sendable {
    package let summary: String
    package let details: [String]

    package init(_ summary: String, details: [String]) {
        self.summary = summary
        self.details = details
    }
}
