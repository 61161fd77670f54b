package import Indicators

/// Why nothing is told of a finding.
package enum HiddenReason: String, RuleReason {
    /// The value is about too few persons, or one that is would follow from it.
    case hidden
    /// The value may be told, but what was found rests on one that may not.
    case restsOnHidden = "rests-on-hidden"

    package func words(in phrases: Phrases) -> String {
        switch self {
        case .hidden: phrases.say("niet getoond: kleine aantallen", "not shown: small numbers")
        case .restsOnHidden:
            phrases.say("rust op een waarde die niet wordt getoond", "rests on a value that is not shown")
        }
    }
}
