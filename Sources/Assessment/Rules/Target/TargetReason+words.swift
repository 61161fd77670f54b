package import Indicators

extension TargetReason {
    package func words(in phrases: Phrases) -> String {
        switch self {
        case .met: phrases.say("streefwaarde gehaald", "target met")
        case .missed: phrases.say("streefwaarde niet gehaald", "target missed")
        case .meanMissed:
            phrases.say("het gemiddelde van twaalf maanden haalt het niet", "the mean of twelve months misses it")
        case .unsteady: phrases.say("wisselend gehaald en niet gehaald", "met and missed by turns")
        case .recovering: phrases.say("weer gehaald, nog niet lang genoeg", "met again, not yet for long enough")
        case .atLevel: phrases.say("ligt op de norm", "at the level of the target")
        case .onCourse: phrases.say("op koers", "on course")
        case .behind: phrases.say("niet op koers", "behind its course")
        case .wrongWay: phrases.say("gaat de verkeerde kant op", "goes the wrong way")
        case .notYetReached: phrases.say("nog te halen", "still to be reached")
        case .betterThanLevel:
            phrases.say("had gelijk moeten blijven en is beter geworden", "had to stay level and has become better")
        case .noTarget: phrases.say("geen streefwaarde", "no target")
        case .notAsked: phrases.say("over deze periode wordt niets gevraagd", "nothing is asked of this period")
        case .baselineMissing: phrases.say("de nulmeting ontbreekt", "the baseline is missing")
        case .isBaseline: phrases.say("dit is de nulmeting", "this is the baseline")
        case .noValue: phrases.say("nog geen waarde", "no value yet")
        case .inputMissing: phrases.say("een onderdeel ontbreekt", "a part of it is missing")
        case .notComputable: phrases.say("niet te berekenen", "cannot be computed")
        }
    }
}

extension TargetEvidence {
    package static func title(in phrases: Phrases) -> String { phrases.say("streefwaarde", "target") }
}
