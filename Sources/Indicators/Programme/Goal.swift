/// What a municipality says it wants to reach (doel).
package struct Goal: Hashable, Sendable {
    /// The number within the programme: `6N-7`.
    package let id: String
    /// The document's own sentence.
    package let text: String
    /// The passage of the document it comes from.
    package let heading: String?
    package let targets: [IndicatorTarget]
    /// Why nothing measures the goal yet; `nil` where it has targets.
    package let unmeasured: String?

    package init(
        id: String,
        text: String,
        heading: String? = nil,
        targets: [IndicatorTarget],
        unmeasured: String? = nil
    ) {
        self.id = id
        self.text = text
        self.heading = heading
        self.targets = targets
        self.unmeasured = unmeasured
    }
}
