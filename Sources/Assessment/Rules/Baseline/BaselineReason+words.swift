package import Indicators

extension BaselineReason {
    package func words(in phrases: Phrases) -> String {
        switch self {
        case .awaited: phrases.say("de nulmeting ontbreekt nog", "the baseline is still missing")
        case .targetToBeSet: phrases.say("de streefwaarde moet nog worden vastgesteld", "the target is still to be set")
        case .known: phrases.say("de nulmeting is bekend", "the baseline is known")
        case .later: phrases.say("de nulmeting komt later", "the baseline comes later")
        case .notNeeded: phrases.say("geen nulmeting nodig", "no baseline needed")
        }
    }
}

extension BaselineEvidence {
    package static func title(in phrases: Phrases) -> String { phrases.say("nulmeting", "baseline") }
}
