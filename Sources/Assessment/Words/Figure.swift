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
