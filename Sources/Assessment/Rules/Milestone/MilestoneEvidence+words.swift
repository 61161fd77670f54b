package import Indicators

extension MilestoneEvidence {
    package func statement(of facts: FindingFacts, in phrases: Phrases) -> Statement {
        let line = line(facts.severity, in: phrases)
        return Statement(
            message: message(of: facts, in: phrases) + undone(in: phrases, \.description)
                + besides(in: phrases, \.description, \.description),
            verdict: verdict(facts.severity, in: phrases) + undone(in: phrases, phrases.date)
                + besides(in: phrases, phrases.period, phrases.date),
            tail: " \(line)\(undoneInLine(in: phrases))",
            line: line + undoneInLine(in: phrases)
        )
    }

    package func endStatement(of facts: FindingFacts, in phrases: Phrases) -> Statement {
        let mark = reason == .done ? phrases.say(" gereed", " done") : phrases.resolvedMark
        return Statement(
            message: endMessage(facts.about.title, in: phrases),
            verdict: endVerdict(in: phrases),
            tail: mark,
            line: line(facts.severity, in: phrases)
        )
    }

    // MARK: The verdict

    private func verdict(_ severity: Severity, in phrases: Phrases) -> String {
        switch reason {
        case .pastDate: lastDayOfTurn(severity, in: phrases) ?? pastDate(severity, in: phrases)
        case .awaitingReport: awaiting(in: phrases)
        case .dateNear:
            occasion == nil
                ? phrases.say(
                    "De geplande datum komt dichterbij. De mijlpaal is nog niet gereed gemeld.",
                    "The planned date is near. The milestone is not reported done yet."
                )
                : phrases.say(
                    "De laatste dag komt dichterbij. De mijlpaal is voor deze keer nog niet gereed gemeld.",
                    "The last day is near. The milestone is not reported done yet this time."
                )
        case .reportedDelayed: phrases.say("De mijlpaal is vertraagd.", "The milestone is delayed.")
        case .reportedPostponed: phrases.say("De mijlpaal is uitgesteld.", "The milestone is postponed.")
        case .reportedStopped: phrases.say("De mijlpaal is gestopt.", "The milestone is stopped.")
        case .dateMoved:
            phrases.say(
                "De verwachte datum is later dan eerst gepland.",
                "The expected date is later than first planned."
            )
        case .notYetReached: phrases.say("De mijlpaal is nog niet gereed.", "The milestone is not done yet.")
        case .done, .onSchedule, .notStarted, .statusUnknown, .noValue: endVerdict(in: phrases)
        }
    }

    private func awaiting(in phrases: Phrases) -> String {
        let day = reportDue.map(phrases.date) ?? phrases.say("later", "later")
        return phrases.say(
            "De \(dateName(phrases)) is voorbij. Of de mijlpaal gereed is, is nog niet gemeld; dat kan nog tot en met \(day).",
            "The \(dateName(phrases)) has passed. Whether the milestone is done can still be reported until \(day)."
        )
    }

    private func pastDate(_ severity: Severity, in phrases: Phrases) -> String {
        switch severity {
        case .critical:
            phrases.say(
                "De \(dateName(phrases)) is voorbij. De mijlpaal is niet gereed.",
                "The \(dateName(phrases)) has passed. The milestone is not done."
            )
        case .warning:
            phrases.say(
                "De \(dateName(phrases)) is voorbij. De mijlpaal is nog niet gereed gemeld.",
                "The \(dateName(phrases)) has passed. The milestone is not reported done yet."
            )
        }
    }

    /// What recurs has no planned date of its own, but a last day of the time that it is meant for.
    func dateName(_ phrases: Phrases) -> String {
        occasion == nil ? phrases.say("geplande datum", "planned date") : phrases.say("laatste dag", "last day")
    }

    /// `gepland op`, or `uiterlijk` of what recurs.
    func planned(_ dutch: String, _ english: String, in phrases: Phrases) -> String {
        occasion == nil ? phrases.say(dutch, english) : phrases.say("uiterlijk", "at the latest")
    }

    private func endVerdict(in phrases: Phrases) -> String {
        switch reason {
        case .done:
            turn(in: phrases, phrases.period).map {
                phrases.say("De ronde van \($0) is gereed.", "The round of \($0) is done.")
            }
                ?? phrases.say("De mijlpaal is gereed.", "The milestone is done.")
        case .onSchedule: phrases.say("De mijlpaal ligt op schema.", "The milestone is on schedule.")
        case .notStarted:
            phrases.say(
                "De mijlpaal is nog niet gestart. Dat is volgens planning.",
                "The milestone has not started, as planned."
            )
        case .noValue: nothingYet(in: phrases)
        case .statusUnknown, .pastDate, .awaitingReport, .dateNear, .reportedDelayed, .reportedPostponed,
            .reportedStopped, .dateMoved, .notYetReached:
            phrases.closed
        }
    }

    // MARK: The sentence of the log

    private func message(of facts: FindingFacts, in phrases: Phrases) -> String {
        let title = subject(facts.about.title, in: phrases)
        let reported = reportedOn.map { phrases.say(" (gemeld op \($0))", " (reported on \($0))") } ?? ""
        switch reason {
        case .pastDate: return pastDate(of: facts, in: phrases)
        case .awaitingReport: return awaiting(title, in: phrases)
        case .dateNear:
            let yet = phrases.say("is nog niet gereed gemeld", "is not reported done yet")
            return "\(title) \(yet)\(planned(in: phrases))\(reported)."
        case .dateMoved:
            return "\(title) \(phrases.say("schuift op", "moves"))\(planned(in: phrases))\(reported)."
        case .reportedStopped: return "\(title) is \(phrases.say("gestopt", "stopped"))\(reported)."
        case .reportedPostponed, .reportedDelayed:
            return "\(title) is \(word(in: phrases))\(planned(in: phrases))\(reported)."
        case .notYetReached:
            return "\(title) is \(phrases.say("nog niet gereed", "not done yet"))\(planned(in: phrases))."
        case .done, .onSchedule, .notStarted, .statusUnknown, .noValue:
            return endMessage(facts.about.title, in: phrases)
        }
    }

    private func pastDate(of facts: FindingFacts, in phrases: Phrases) -> String {
        let day = due?.description ?? phrases.say("de geplande datum", "its planned date")
        let late =
            switch facts.severity {
            case .critical: phrases.say("had op \(day) gereed moeten zijn", "should have been done by \(day)")
            case .warning:
                phrases.say("is niet gereed gemeld", "is not reported done")
                    + "; \(planned("gepland op", "planned for", in: phrases)) \(day)"
            }
        let last = reportedOn.map { day in
            phrases.say(
                "Laatste bericht (\(day)): \(word(in: phrases)).",
                "Last report (\(day)): \(word(in: phrases))."
            )
        }
        let nothing = phrases.say("Er is nog niets gemeld.", "Nothing has been reported yet.")
        return "\(subject(facts.about.title, in: phrases)) \(late)\(moved(in: phrases)). \(last ?? nothing)"
    }

    private func awaiting(_ title: String, in phrases: Phrases) -> String {
        let day = due?.description ?? phrases.say("een eerdere dag", "an earlier day")
        let until = reportDue.map { phrases.say(", uiterlijk \($0)", ", due by \($0)") } ?? ""
        let was =
            occasion == nil
            ? phrases.say("was gepland op", "was planned for")
            : phrases.say("moest gereed zijn op", "had to be done by")
        return phrases.say(
            "\(title) \(was) \(day)\(moved(in: phrases)); het bericht daarover wordt nog verwacht\(until).",
            "\(title) \(was) \(day)\(moved(in: phrases)); the report of it is still awaited\(until)."
        )
    }

    /// The title, with the time that is meant of what recurs: `Voortgang aan de raad (2026)`.
    private func subject(_ title: String, in phrases: Phrases) -> String {
        occasion.map { "\(title) (\($0.written(phrases.say("t/m", "to"), \.description)))" } ?? title
    }

    /// `; gepland op 2025-12-31`, or `; nu verwacht op 2026-12-31, 365 dagen later dan eerst gepland`.
    private func planned(in phrases: Phrases) -> String {
        guard let due else { return "" }
        guard movedDays > 0 else { return "; \(planned("gepland op", "planned for", in: phrases)) \(due)" }
        return phrases.say("; nu verwacht op \(due)", "; now expected on \(due)") + moved(in: phrases)
    }

    private func moved(in phrases: Phrases) -> String {
        guard movedDays > 0 else { return "" }
        let span = movedSpan(in: phrases)
        return phrases.say(", \(span) later dan eerst gepland", ", \(span) later than first planned")
    }

    /// `2 jaar`, `ruim 7 maanden`.
    func movedSpan(in phrases: Phrases) -> String {
        guard tellsSpans == true, let firstPlanned, let due else { return phrases.days(movedDays) }
        return phrases.span(from: firstPlanned, to: due)
    }

    private func endMessage(_ title: String, in phrases: Phrases) -> String {
        let title = subject(title, in: phrases)
        return switch reason {
        case .done: phrases.say("\(title) is gereed.", "\(title) is done.")
        case .onSchedule: phrases.say("\(title) ligt op schema.", "\(title) is on schedule.")
        case .notStarted:
            phrases.say(
                "\(title) is nog niet gestart; dat is volgens planning.",
                "\(title) has not started, as planned."
            )
        case .noValue: nothingYet(title, in: phrases)
        case .statusUnknown, .pastDate, .awaitingReport, .dateNear, .reportedDelayed, .reportedPostponed,
            .reportedStopped, .dateMoved, .notYetReached:
            "\(title): \(phrases.closed)"
        }
    }
}
