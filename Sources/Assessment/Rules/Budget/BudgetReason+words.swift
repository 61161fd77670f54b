package import Indicators

extension BudgetReason {
    package func words(in phrases: Phrases) -> String {
        switch self {
        case .withinBudget: phrases.say("binnen de begroting", "within the budget")
        case .advantage: phrases.say("voordeel", "advantage")
        case .disadvantage: phrases.say("nadeel", "disadvantage")
        case .unconfirmed:
            phrases.say("een afwijking die nog niet is bevestigd", "a deviation that is not confirmed yet")
        case .tooEarly: phrases.say("te vroeg in het jaar", "too early in the year")
        case .noBudget: phrases.say("geen begroting", "no budget")
        case .yearNotOver: phrases.say("het jaar is nog niet voorbij", "the year is not over")
        case .periodsMissing:
            phrases.say("eerdere perioden van het jaar ontbreken", "earlier periods of the year are missing")
        case .noValue: phrases.say("nog geen waarde", "no value yet")
        case .inputMissing: phrases.say("een onderdeel ontbreekt", "a part of it is missing")
        case .notComputable: phrases.say("niet te berekenen", "cannot be computed")
        }
    }
}

extension BudgetEvidence {
    package static func title(in phrases: Phrases) -> String { phrases.say("begroting", "budget") }
}
