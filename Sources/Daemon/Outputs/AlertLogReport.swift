/// What was done to the alert log.
package struct AlertLogReport: Hashable, Sendable {
    /// The lines written.
    package var written = 0
    /// The bytes of a torn line that were cut off.
    package var cutOff = 0
    /// Where the damaged log is kept; `nil` where it was not damaged.
    package var keptAside: String?

    package init() {}
}
