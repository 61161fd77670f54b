package import Indicators

extension EndingReason {
    package func words(in phrases: Phrases) -> String {
        switch self {
        case .goesOn: phrases.say("loopt door", "goes on")
        case .endsSoon: phrases.say("loopt binnenkort af", "ends soon")
        case .hasEnded: phrases.say("is afgelopen", "has ended")
        case .partEndsSoon: phrases.say("loopt binnenkort deels af", "ends in part soon")
        case .partHasEnded: phrases.say("is deels afgelopen", "has ended in part")
        case .uncertainSoon: phrases.say("binnenkort onzeker", "uncertain soon")
        case .uncertain: phrases.say("onzeker", "uncertain")
        case .receivedSince: phrases.say("er is daarna nog geld ontvangen", "money was received since")
        }
    }
}

extension EndingEvidence {
    package static func title(in phrases: Phrases) -> String { phrases.say("looptijd", "duration") }
}
