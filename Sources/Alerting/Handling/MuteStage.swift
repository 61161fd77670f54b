/// What may hold the notices of an alert back, in the order in which it is asked.
package enum MuteStage: String, Hashable, Sendable, CaseIterable {
    /// The same is told of the whole that it is a part of, or by a rule that says more of the same series.
    case whole
    /// The same supplier is late with other values: all of them are told as one.
    case lateSource = "late-source"
    case silence
    case acknowledgement
}
