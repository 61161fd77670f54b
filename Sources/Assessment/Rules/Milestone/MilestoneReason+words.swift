package import Indicators

extension MilestoneReason {
    package func words(in phrases: Phrases) -> String {
        switch self {
        case .done: phrases.say("gereed", "done")
        case .onSchedule: phrases.say("op schema", "on schedule")
        case .notStarted: phrases.say("niet gestart", "not started")
        case .statusUnknown: phrases.say("de stand is onbekend", "its status is unknown")
        case .pastDate: phrases.say("de datum is voorbij", "its date has passed")
        case .reportedDelayed: phrases.say("vertraagd, volgens het bericht", "reported as delayed")
        case .reportedPostponed: phrases.say("uitgesteld, volgens het bericht", "reported as postponed")
        case .reportedStopped: phrases.say("gestopt, volgens het bericht", "reported as stopped")
        case .awaitingReport: phrases.say("het bericht moet nog komen", "its report is still to come")
        case .dateNear: phrases.say("de datum is dichtbij", "its date is near")
        case .dateMoved: phrases.say("de datum is verschoven", "its date has moved")
        case .notYetReached: phrases.say("nog niet gereed", "not done yet")
        case .noValue: phrases.say("nog niets gemeld", "nothing reported yet")
        }
    }
}

extension MilestoneEvidence {
    package static func title(in phrases: Phrases) -> String { phrases.say("mijlpaal", "milestone") }
}
