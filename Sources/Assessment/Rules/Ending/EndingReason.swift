/// Why the rule `ending` says what it says.
package enum EndingReason: String, RuleReason {
    case goesOn = "goes-on"
    case endsSoon = "ends-soon"
    case hasEnded = "has-ended"
    /// It ends as it is; a budget of later years stays.
    case partEndsSoon = "part-ends-soon"
    /// It has ended as it was, and the budget of later years holds.
    case partHasEnded = "part-has-ended"
    /// From a day ahead on nobody knows whether it goes on.
    case uncertainSoon = "uncertain-soon"
    /// That day has come, and nothing was received since.
    case uncertain
    /// Money was received for a time after the last day: it has not ended.
    case receivedSince = "received-since"
}
