package import Indicators

/// That somebody had the values shown that are hidden from others.
package struct DisclosureNote: Hashable, Sendable {
    /// The system user.
    package let by: String
    /// What was asked, as a command.
    package let command: String
    package let at: Instant

    package init(by: String, command: String, at: Instant) {
        self.by = by
        self.command = command
        self.at = at
    }
}
