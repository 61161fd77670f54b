package import Indicators

extension SignificanceReason {
    package func words(in phrases: Phrases) -> String {
        switch self {
        case .above: phrases.say("significant boven de streefwaarde", "significantly above the target")
        case .below: phrases.say("significant onder de streefwaarde", "significantly below the target")
        case .notDistinguishable:
            phrases.say("niet te onderscheiden van de streefwaarde", "not distinguishable from the target")
        case .higherThanBefore:
            phrases.say("significant hoger dan de vorige meting", "significantly higher than the survey before")
        case .lowerThanBefore:
            phrases.say("significant lager dan de vorige meting", "significantly lower than the survey before")
        case .notDifferent:
            phrases.say("niet te onderscheiden van de vorige meting", "not distinguishable from the survey before")
        case .nothingToCompare:
            phrases.say("niets om mee te vergelijken", "nothing to compare with")
        case .noMargin: phrases.say("geen interval bekend", "no interval known")
        case .noValue: phrases.say("nog geen waarde", "no value yet")
        }
    }
}

extension SignificanceEvidence {
    package static func title(in phrases: Phrases) -> String { phrases.say("toeval", "chance") }
}
