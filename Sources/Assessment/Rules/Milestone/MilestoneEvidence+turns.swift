internal import Indicators

/// What is said of the turns of a milestone that recurs.
extension MilestoneEvidence {
    /// The turn that is told of; `nil` where there is none, and in what an earlier version kept.
    func turn(in phrases: Phrases, _ words: (Period) -> String) -> String? {
        beside == nil ? nil : occasion.map { $0.written(phrases.through, words) }
    }

    /// Which turn is not done, and since when.
    func lastDayOfTurn(_ severity: Severity, in phrases: Phrases) -> String? {
        guard let turn = turn(in: phrases, phrases.period), let day = occasion.map({ phrases.date($0.last.end) }) else {
            return nil
        }
        let standing =
            switch severity {
            case .critical: phrases.say("is niet gereed", "is not done")
            case .warning: phrases.say("is niet gereed gemeld", "is not reported done")
            }
        return phrases.say(
            "De ronde van \(turn) \(standing). De laatste dag was \(day).",
            "The round of \(turn) \(standing). The last day was \(day)."
        )
    }

    /// How it ended where nothing is reported, and nothing has to be yet.
    func nothingYet(in phrases: Phrases) -> String {
        guard let turn = turn(in: phrases, phrases.period), let day = due.map(phrases.date) else {
            return due == nil
                ? phrases.say("De mijlpaal heeft geen geplande datum.", "The milestone has no planned date.")
                : phrases.say("De mijlpaal heeft een latere geplande datum.", "The milestone has a later planned date.")
        }
        return phrases.say(
            "Over de ronde van \(turn) hoeft nog niets gemeld te zijn. De laatste dag is \(day).",
            "Of the round of \(turn) nothing has to be reported yet. The last day is \(day)."
        )
    }

    /// The same for the log.
    func nothingYet(_ title: String, in phrases: Phrases) -> String {
        guard turn(in: phrases, phrases.period) != nil, let due else {
            return due == nil
                ? phrases.say("\(title) heeft geen geplande datum.", "\(title) has no planned date.")
                : phrases.say("\(title) heeft een latere geplande datum.", "\(title) has a later planned date.")
        }
        return phrases.say(
            "\(title): nog niets te melden; uiterlijk \(due).",
            "\(title): nothing to report yet; at the latest \(due)."
        )
    }

    /// What is to be said of the other turns, each in a sentence; those that were missed in one.
    func besides(
        in phrases: Phrases,
        _ period: @escaping (Period) -> String,
        _ day: @escaping (CalendarDate) -> String
    ) -> String {
        guard let beside else { return "" }
        let missed = missed(beside, in: phrases, period).map { [$0] } ?? []
        let others = beside.turns.compactMap { sentence($0, in: phrases, period, day) }
        return (missed + others).map { " \($0)" }.joined()
    }

    /// The other turns that were missed, in one sentence.
    private func missed(
        _ beside: MilestoneTurnsBeside,
        in phrases: Phrases,
        _ period: (Period) -> String
    ) -> String? {
        let turns = beside.turns.filter { $0.reason == .pastDate }
            .map { $0.occasion.written(phrases.through, period) }
        guard let first = turns.first, let last = turns.last else { return nil }
        let isAlso = reason == .pastDate
        func sentence(_ dutch: String, _ english: String, isOne: Bool) -> String {
            phrases.say(
                "\(isAlso ? "Ook \(dutch)" : dutch.capitalizedFirst) \(isOne ? "is" : "zijn") niet gereed gemeld.",
                "\(english) \(isOne ? "is" : "are") not reported done\(isAlso ? " either" : "")."
            )
        }
        if beside.missed == 1 { return sentence("de ronde van \(last)", "The round of \(last)", isOne: true) }
        let names =
            beside.missed > 4
            ? "\(first) \(phrases.through) \(last)" : phrases.list(turns)
        return beside.missed > 4
            ? sentence("\(beside.missed) rondes van \(names)", "\(beside.missed) rounds of \(names)", isOne: false)
            : sentence("de rondes van \(names)", "The rounds of \(names)", isOne: false)
    }

    private func sentence(
        _ other: MilestoneTurn,
        in phrases: Phrases,
        _ period: (Period) -> String,
        _ day: (CalendarDate) -> String
    ) -> String? {
        let turn = other.occasion.written(phrases.through, period)
        let last = day(other.occasion.last.end)
        func say(_ dutch: String, _ english: String) -> String {
            phrases.say("De ronde van \(turn) \(dutch).", "The round of \(turn) \(english).")
        }
        return switch other.reason {
        case .pastDate, .notStarted, .statusUnknown, .noValue, .onSchedule: nil
        case .done: say("is gereed", "is done")
        case .reportedDelayed: say("is vertraagd", "is delayed")
        case .reportedPostponed: say("is uitgesteld", "is postponed")
        case .reportedStopped: say("is gestopt", "is stopped")
        case .awaitingReport:
            phrases.say(
                "Het bericht over de ronde van \(turn) wordt nog verwacht.",
                "The report of the round of \(turn) is still awaited."
            )
        case .dateNear:
            say("is nog niet gereed gemeld; uiterlijk \(last)", "is not reported done yet; at the latest \(last)")
        case .dateMoved: say("wordt later dan gepland verwacht", "is expected later than planned")
        case .notYetReached: say("is nog niet gereed", "is not done yet")
        }
    }

    /// The other turns that were missed, behind a title: `; ook de ronde van 2026 niet`.
    func missedInLine(in phrases: Phrases) -> String {
        guard let beside, beside.missed > 0, reason == .pastDate else { return "" }
        let turns = beside.turns.filter { $0.reason == .pastDate }
            .map { $0.occasion.written(phrases.through, phrases.period) }
        guard beside.missed <= 4 else {
            return phrases.say("; ook \(beside.missed) eerdere rondes niet", "; nor \(beside.missed) earlier rounds")
        }
        let names = phrases.list(turns)
        return turns.count == 1
            ? phrases.say("; ook de ronde van \(names) niet", "; nor the round of \(names)")
            : phrases.say("; ook de rondes van \(names) niet", "; nor the rounds of \(names)")
    }
}

extension Phrases {
    fileprivate var through: String { say("t/m", "to") }
}

extension String {
    fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
