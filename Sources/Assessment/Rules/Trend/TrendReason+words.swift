package import Indicators

extension TrendReason {
    package func words(in phrases: Phrases) -> String {
        switch self {
        case .rising: phrases.say("stijgend", "rising")
        case .falling: phrases.say("dalend", "falling")
        case .likelyRising: phrases.say("waarschijnlijk stijgend", "likely rising")
        case .likelyFalling: phrases.say("waarschijnlijk dalend", "likely falling")
        case .pointsUp: phrases.say("wijst omhoog, indicatief", "points up, indicative")
        case .pointsDown: phrases.say("wijst omlaag, indicatief", "points down, indicative")
        case .noClearTrend: phrases.say("geen duidelijke trend", "no clear trend")
        case .tooFewValues: phrases.say("te weinig waarden", "too few values")
        case .leftToControl: phrases.say("beoordeeld door de regel spc", "judged by the rule spc")
        case .noValue: phrases.say("nog geen waarde", "no value yet")
        }
    }
}

extension TrendEvidence {
    package static func title(in phrases: Phrases) -> String { phrases.say("trend", "trend") }
}
