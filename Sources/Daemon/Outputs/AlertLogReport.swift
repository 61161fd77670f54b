/// What was done to the alert log.
package struct AlertLogReport: Hashable, Sendable {
    /// The lines written.
    package var written = 0
    /// The bytes of a torn line that were cut off.
    package var cutOff = 0
    /// Where the log is kept that was written anew; `nil` where it was not.
    package var keptAside: String?
    /// Whether it had more than the store knows: an earlier store was put back.
    package var isAhead = false

    package init() {}
}
