package import Indicators

extension ChangeReason {
    package func words(in phrases: Phrases) -> String {
        switch self {
        case .worse: phrases.say("ongunstig veranderd", "changed for the worse")
        case .better: phrases.say("gunstig veranderd", "changed for the better")
        case .hardly: phrases.say("weinig veranderd", "hardly changed")
        case .tooFewValues: phrases.say("te weinig waarden", "too few values")
        case .noValue: phrases.say("nog geen waarde", "no value yet")
        }
    }
}

extension ChangeEvidence {
    package static func title(in phrases: Phrases) -> String { phrases.say("verandering", "change") }
}
