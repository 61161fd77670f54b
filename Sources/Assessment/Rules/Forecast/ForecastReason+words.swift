package import Indicators

extension ForecastReason {
    package func words(in phrases: Phrases) -> String {
        switch self {
        case .missExpected: phrases.say("naar verwachting niet gehaald", "expected to be missed")
        case .missPossible: phrases.say("mogelijk niet gehaald", "possibly missed")
        case .meetExpected: phrases.say("naar verwachting gehaald", "expected to be met")
        case .toldByTarget: phrases.say("de waarde van nu wijkt al af", "the value of now deviates already")
        case .nothingAhead: phrases.say("geen streefwaarde dichtbij", "no target near ahead")
        case .tooFewValues: phrases.say("te weinig waarden", "too few values")
        case .hasSeason: phrases.say("te vaak gemeten voor een rechte lijn", "measured too often for a straight line")
        case .noValue: phrases.say("nog geen waarde", "no value yet")
        }
    }
}

extension ForecastEvidence {
    package static func title(in phrases: Phrases) -> String { phrases.say("verwachting", "forecast") }
}
