/// Which way an open alert has gone since it was told last.
///
/// Worse and better follow what was measured; where the standing changed and the value did not go that way, as when the
/// year of a target has come, neither is said.
package enum Course: Hashable, Sendable {
    case worse
    case better
    /// It stands graver than it did, and the value did not become worse.
    case graver
    /// It stands less grave than it did, and the value did not become better.
    case milder
}
