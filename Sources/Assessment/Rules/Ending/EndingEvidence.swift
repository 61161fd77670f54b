package import Indicators

/// What a finding of the rule `ending` rests on: the last day.
package struct EndingEvidence: RuleEvidence {
    package static let rule = RuleName("ending")

    package let reason: EndingReason
    /// The last day.
    package let date: CalendarDate
    /// The first day of the warning; `nil` where a store of an earlier version does not tell.
    package let warnedFrom: CalendarDate?

    package init(reason: EndingReason, date: CalendarDate, warnedFrom: CalendarDate?) {
        self.reason = reason
        self.date = date
        self.warnedFrom = warnedFrom
    }

    package var gravity: Int {
        switch reason {
        case .hasEnded: 2
        case .endsSoon, .goesOn: 1
        }
    }

    package var endLight: Light {
        switch reason {
        case .goesOn: .green
        case .endsSoon, .hasEnded: .grey
        }
    }
}

extension EndingEvidence {
    package func statement(of facts: FindingFacts, in phrases: Phrases) -> Statement {
        let title = facts.about.title
        let day = phrases.date(date)
        switch reason {
        case .endsSoon:
            let line = phrases.say("eindigt op \(day)", "ends on \(day)")
            return Statement(
                message: phrases.say("\(title) eindigt op \(date).", "\(title) ends on \(date)."),
                verdict: phrases.say("Dit geld houdt op.", "This money comes to an end."),
                tail: " \(line)",
                line: line
            )
        case .hasEnded:
            let line = phrases.say("geëindigd op \(day)", "ended on \(day)")
            return Statement(
                message: phrases.say("\(title) is geëindigd op \(date).", "\(title) has ended on \(date)."),
                verdict: phrases.say("Dit geld is opgehouden.", "This money has come to an end."),
                tail: " \(line)",
                line: line
            )
        case .goesOn: return endStatement(of: facts, in: phrases)
        }
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
        case .endsSoon, .hasEnded:
            return Statement(
                message: "\(title): \(phrases.closed)",
                verdict: phrases.closed,
                tail: phrases.resolvedMark,
                line: phrases.say("einddatum \(day)", "end date \(day)")
            )
        }
    }

    package func figures(of facts: FindingFacts, in phrases: Phrases) -> [Figure] {
        [Figure(label: phrases.say("Laatste dag", "Last day"), value: phrases.date(date))]
    }

    package func explanation(of finding: Finding, unit: MeasureUnit, in phrases: Phrases) -> Explanation {
        let severity = finding.severity.map { ", \($0.rawValue)" } ?? ""
        let warned = warnedFrom.map { phrases.say(", waarschuwing vanaf \($0)", ", warned from \($0)") } ?? ""
        return Explanation(
            "\(reason.rawValue)\(severity)",
            details: [phrases.say("eindigt op \(date)", "ends \(date)") + warned]
        )
    }
}
