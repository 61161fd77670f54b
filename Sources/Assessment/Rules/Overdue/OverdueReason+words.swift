package import Indicators

extension OverdueReason {
    package func words(in phrases: Phrases) -> String {
        switch self {
        case .overdue: phrases.say("te laat", "overdue")
        case .gap: phrases.say("er ontbreekt iets tussen wat er wel is", "something is missing between what is there")
        case .onTime: phrases.say("op tijd", "on time")
        case .toldWithDate:
            phrases.say("te laat, en gemeld bij de datum", "overdue, and told with its date")
        }
    }
}

extension OverdueEvidence {
    package static func title(in phrases: Phrases) -> String { phrases.say("levering", "delivery") }
}
