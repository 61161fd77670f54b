package import Indicators

extension BenchmarkReason {
    package func words(in phrases: Phrases) -> String {
        switch self {
        case .worstQuarter: phrases.say("in het ongunstigste kwart", "in the least favourable quarter")
        case .bestQuarter: phrases.say("in het gunstigste kwart", "in the most favourable quarter")
        case .middle: phrases.say("in de middelste helft", "in the middle half")
        case .besideCountry: phrases.say("naast het land", "beside the country")
        case .tooFewMembers: phrases.say("te weinig om mee te vergelijken", "too few to compare with")
        case .noValue: phrases.say("nog geen waarde", "no value yet")
        case .partOfMunicipality: phrases.say("een deel van een gemeente", "a part of a municipality")
        }
    }
}

extension BenchmarkEvidence {
    package static func title(in phrases: Phrases) -> String { phrases.say("vergelijking", "benchmark") }
}
