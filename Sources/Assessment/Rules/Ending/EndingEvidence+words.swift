package import Indicators

extension EndingEvidence {
    package func statement(of facts: FindingFacts, in phrases: Phrases) -> Statement {
        let title = facts.about.title
        let unit = facts.about.unit
        switch reason {
        case .endsSoon:
            let verdict = phrases.say("Dit geld houdt op.", "This money comes to an end.")
            return statement("\(title) ", phrases.say("eindigt op", "ends on"), verdict, phrases)
        case .hasEnded:
            let verdict = phrases.say("Dit geld is opgehouden.", "This money has come to an end.")
            let line = phrases.say("geëindigd op", "ended on") + " \(phrases.date(date))"
            return Statement(
                message: phrases.say("\(title) is geëindigd op \(date).", "\(title) has ended on \(date)."),
                verdict: verdict,
                tail: " \(line)",
                line: line
            )
        case .partEndsSoon:
            let rest = phrases.say("; begroot voor daarna: ", "; budgeted for later: ") + perYear(unit, phrases)
            let verdict = phrases.say("Dit geld houdt in deze vorm op.", "This money comes to an end as it is.")
            let words = phrases.say("eindigt in deze vorm op", "ends as it is on")
            return statement("\(title) ", words, verdict, phrases, rest)
        case .uncertainSoon, .uncertain: return uncertain(title, in: phrases)
        case .goesOn, .partHasEnded, .receivedSince: return endStatement(of: facts, in: phrases)
        }
    }

    /// A sentence and a line that end with the last day.
    private func statement(
        _ title: String,
        _ words: String,
        _ verdict: String,
        _ phrases: Phrases,
        _ rest: String = ""
    ) -> Statement {
        let line = "\(words) \(phrases.date(date))\(rest)"
        return Statement(message: "\(title)\(words) \(date)\(rest).", verdict: verdict, tail: " \(line)", line: line)
    }

    private func uncertain(_ title: String, in phrases: Phrases) -> Statement {
        let from = date.adding(days: 1)
        let line = phrases.say("onzeker vanaf \(phrases.date(from))", "uncertain from \(phrases.date(from))")
        return Statement(
            message: phrases.say("\(title) is vanaf \(from) onzeker.", "\(title) is uncertain from \(from) on."),
            verdict: reason == .uncertain
                ? phrases.say(
                    "Of dit geld doorgaat, is onzeker. Er is sindsdien nog niets gemeld.",
                    "Whether this money goes on is uncertain. Nothing has been reported since."
                )
                : phrases.say(
                    "Of dit geld daarna doorgaat, is onzeker.",
                    "Whether this money goes on after it is uncertain."
                ),
            tail: " \(line)",
            line: line
        )
    }

    package func endStatement(of facts: FindingFacts, in phrases: Phrases) -> Statement {
        let title = facts.about.title
        let day = phrases.date(date)
        switch reason {
        case .goesOn:
            return Statement(
                message: phrases.say(
                    "De einddatum van \(title) is aangepast; de melding is gesloten.",
                    "The end date of \(title) has been changed; the alert is closed."
                ),
                verdict: phrases.say("De einddatum is aangepast.", "The end date has been changed."),
                tail: phrases.resolvedMark,
                line: phrases.say("einddatum aangepast", "end date changed")
            )
        case .receivedSince: return received(title, in: phrases)
        case .partHasEnded: return partHasEnded(title, facts.about.unit, in: phrases)
        case .endsSoon, .hasEnded, .partEndsSoon, .uncertainSoon, .uncertain:
            return Statement(
                message: "\(title): \(phrases.closed)",
                verdict: phrases.closed,
                tail: phrases.resolvedMark,
                line: phrases.say("einddatum \(day)", "end date \(day)")
            )
        }
    }

    private func received(_ title: String, in phrases: Phrases) -> Statement {
        let period = receivedFor.map(phrases.period) ?? phrases.say("een latere periode", "a later period")
        let line = phrases.say("geld ontvangen over \(period)", "money received for \(period)")
        return Statement(
            message: phrases.say(
                "\(title) gaat door: er is geld ontvangen over \(period).",
                "\(title) goes on: money was received for \(period)."
            ),
            verdict: phrases.say(
                "Dit geld gaat door: er is geld ontvangen over \(period).",
                "This money goes on: some was received for \(period)."
            ),
            tail: phrases.resolvedMark,
            line: line
        )
    }

    private func partHasEnded(_ title: String, _ unit: MeasureUnit, in phrases: Phrases) -> Statement {
        let rest = perYear(unit, phrases)
        let ended = phrases.say("is in deze vorm geëindigd op", "has ended as it was on")
        return Statement(
            message: "\(title) \(ended) \(date); "
                + phrases.say("begroot voor daarna: \(rest).", "budgeted for later: \(rest)."),
            verdict: phrases.say(
                "Dit geld is in deze vorm opgehouden. Voor daarna is \(rest) begroot.",
                "This money has come to an end as it was. For later \(rest) is budgeted."
            ),
            tail: phrases.say(" in deze vorm geëindigd", " ended as it was"),
            line: phrases.say("begroot voor daarna: \(rest)", "budgeted for later: \(rest)")
        )
    }

    /// `€ 515.000 per jaar`.
    private func perYear(_ unit: MeasureUnit, _ phrases: Phrases) -> String {
        let amount = remaining.map(unit.written) ?? phrases.say("onbekend", "unknown")
        return "\(amount) \(phrases.say("per jaar", "a year"))"
    }

    package func figures(of facts: FindingFacts, in phrases: Phrases) -> [Figure] {
        let label =
            switch reason {
            case .uncertainSoon, .uncertain: phrases.say("Zeker tot en met", "Certain until")
            case .goesOn, .endsSoon, .hasEnded, .partEndsSoon, .partHasEnded, .receivedSince:
                phrases.say("Laatste dag", "Last day")
            }
        let rest = remaining == nil ? nil : perYear(facts.about.unit, phrases)
        return [
            Figure(label, phrases.date(date)), Figure(phrases.say("Begroot voor daarna", "Budgeted for later"), rest),
        ]
        .compactMap(\.self)
    }

    package func explanation(of finding: Finding, unit: MeasureUnit, in phrases: Phrases) -> Explanation {
        let warned =
            warnedFrom.map { from in
                phrases.say(", waarschuwing vanaf \(phrases.date(from))", ", warned from \(phrases.date(from))")
            } ?? ""
        let rest = remaining.map { phrases.say("begroot voor daarna: ", "budgeted for later: ") + unit.written($0) }
        let received = receivedFor.map { period in
            phrases.say(
                "geld ontvangen over \(phrases.period(period))",
                "money received for \(phrases.period(period))"
            )
        }
        let day = phrases.date(date)
        let last =
            switch reason {
            case .uncertainSoon, .uncertain: phrases.say("zeker tot en met \(day)", "certain until \(day)")
            case .goesOn, .endsSoon, .hasEnded, .partEndsSoon, .partHasEnded, .receivedSince:
                phrases.say("eindigt op \(day)", "ends \(day)")
            }
        return Explanation(
            reason,
            finding.severity,
            in: phrases,
            details: [last + warned, rest, received].compactMap(\.self)
        )
    }
}
