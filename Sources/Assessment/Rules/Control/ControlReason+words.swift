package import Indicators

extension ControlReason {
    package func words(in phrases: Phrases) -> String {
        switch self {
        case .concern: phrases.say("waarschijnlijk geen toeval, ongunstig", "probably no chance, unfavourable")
        case .improvement: phrases.say("waarschijnlijk geen toeval, gunstig", "probably no chance, favourable")
        case .commonCause: phrases.say("schommelt zoals eerder", "varies as before")
        case .trialLimits: phrases.say("voorlopige grenzen", "trial limits")
        case .noVariation: phrases.say("alle waarden zijn gelijk", "all values are alike")
        case .tooFewValues: phrases.say("te weinig waarden", "too few values")
        case .noValue: phrases.say("nog geen waarde", "no value yet")
        }
    }
}

extension ControlEvidence {
    package static func title(in phrases: Phrases) -> String { phrases.say("schommeling", "variation") }
}
