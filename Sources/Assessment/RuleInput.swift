package import Indicators

/// What a rule needs beside the history of the series that it judges.
package enum RuleInput: Hashable, Sendable {
    /// Another series of the same area: of another indicator, or of one breakdown.
    case series(SeriesReference)
    /// The same indicator and breakdown in these areas.
    ///
    /// A change there marks the series of every area that the configuration names; a district that files alone name is
    /// judged with the new values when it is marked itself.
    case areas([AreaCode])
    /// The rule's own open alert on the series.
    case openAlert
}
