/// Why the rule `ending` says what it says.
package enum EndingReason: String, RuleReason {
    case goesOn = "goes-on"
    case endsSoon = "ends-soon"
    case hasEnded = "has-ended"
}
