package import Indicators

// MARK: Numbers
extension MilestoneEvidence {
    package func figures(of facts: FindingFacts, in phrases: Phrases) -> [Figure] {
        let moved =
            movedDays > 0
            ? phrases.say(
                " (\(movedSpan(in: phrases)) later dan eerst gepland)",
                " (\(movedSpan(in: phrases)) later than first planned)"
            ) : ""
        let first = movedDays > 0 ? firstPlanned.map(phrases.date) : nil
        let plan = occasion == nil ? phrases.say("Gepland", "Planned") : phrases.say("Uiterlijk", "At the latest")
        let planned = first == nil ? plan : phrases.say("Nu gepland", "Planned now")
        return [
            Figure(phrases.say("Stand", "Status"), standing(in: phrases)),
            Figure(phrases.say("Eerder gereed gemeld", "Reported done before"), doneOn.map(phrases.date)),
            Figure(phrases.say("Toelichting", "Note"), note?.oneLine(limit: 500)),
            Figure(phrases.say("Keer", "Time"), occasion.map { $0.written(phrases.say("t/m", "to"), phrases.period) }),
            Figure(phrases.say("Eerst gepland", "First planned"), first),
            Figure(planned, due.map { phrases.date($0) + moved }),
        ]
        .compactMap(\.self)
    }

    /// `uitgesteld, gemeld op 10 juli 2025`.
    private func standing(in phrases: Phrases) -> String {
        guard let reportedOn else { return phrases.say("nog niets gemeld", "nothing reported yet") }
        return "\(word(in: phrases)), \(phrases.say("gemeld op", "reported on")) \(phrases.date(reportedOn))"
    }

    /// The word of the last report; one that only says that it is not done has no word of its own.
    func word(in phrases: Phrases) -> String {
        guard let status else { return phrases.say("niet gereed", "not done") }
        return phrases.say(status.rawValue, status.english)
    }

    /// What is the matter, to stand behind a title.
    func line(_ severity: Severity, in phrases: Phrases) -> String {
        switch reason {
        case .pastDate:
            let day = due.map(phrases.date) ?? phrases.say("de geplande datum", "its date")
            let what =
                switch severity {
                case .critical: phrases.say("niet gereed op \(day)", "not done by \(day)")
                case .warning:
                    phrases.say("niet gereed gemeld", "not reported done")
                        + " (\(planned("gepland", "planned", in: phrases)) \(day))"
                }
            return what + missedInLine(in: phrases)
        case .awaitingReport:
            return phrases.say("wacht op bericht", "waits for a report") + day(in: phrases)
        case .dateNear:
            return phrases.say("nog niet gereed gemeld", "not reported done yet") + day(in: phrases)
        case .dateMoved:
            let span = movedSpan(in: phrases)
            return phrases.say("\(span) opgeschoven", "moved by \(span)")
        case .reportedStopped: return word(in: phrases)
        case .done, .onSchedule, .notStarted, .statusUnknown, .reportedDelayed, .reportedPostponed, .notYetReached,
            .noValue:
            return word(in: phrases) + day(in: phrases)
        }
    }

    private func day(in phrases: Phrases) -> String {
        guard let day = due.map(phrases.date) else { return "" }
        return movedDays > 0
            ? phrases.say(" (verwacht \(day))", " (expected \(day))")
            : " (\(planned("gepland", "planned", in: phrases)) \(day))"
    }

    package func explanation(of finding: Finding, unit: MeasureUnit, in phrases: Phrases) -> Explanation {
        let reported = reportedOn.map { day in
            "\(phrases.say("gemeld op", "reported on")) \(phrases.date(day)): \(word(in: phrases))"
        }
        let planned = firstPlanned.map { day in
            "\(phrases.say("eerst gepland op", "first planned by")) \(phrases.date(day))"
        }
        let moved =
            movedDays > 0
            ? phrases.say(
                ", \(phrases.days(movedDays)) later dan eerst gepland",
                ", \(phrases.days(movedDays)) later than first planned"
            ) : ""
        let due = due.map { day in
            "\(phrases.say("moet gereed zijn op", "has to be done by")) \(phrases.date(day))\(moved)"
        }
        let report = reportDue.map { day in
            "\(phrases.say("bericht daarover uiterlijk", "report of it due by")) \(phrases.date(day))"
        }
        let done = doneOn.map { day in
            phrases.say("eerder gereed gemeld op \(phrases.date(day))", "reported done before, on \(phrases.date(day))")
        }
        let time = occasion.map { time in
            phrases.say("keert terug; nu over ", "recurs; now for ")
                + time.written(phrases.say("t/m", "to"), phrases.period)
        }
        return Explanation(
            reason,
            finding.severity,
            in: phrases,
            details: [reported, done, time, planned, due, report].compactMap(\.self) + turnsBeside(in: phrases)
        )
    }

    /// `ook de ronde van 2025: de datum is voorbij (past-date)`.
    private func turnsBeside(in phrases: Phrases) -> [String] {
        (beside?.turns ?? []).map { other in
            let turn = other.occasion.written(phrases.say("t/m", "to"), phrases.period)
            return phrases.say(
                "ook de ronde van \(turn): \(phrases.explained(other.reason))",
                "also the round of \(turn): \(phrases.explained(other.reason))"
            )
        }
    }
}
