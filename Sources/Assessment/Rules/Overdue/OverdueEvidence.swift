package import Indicators

/// What a finding of the rule `overdue` rests on: the periods that are awaited.
package struct OverdueEvidence: RuleEvidence {
    package static let rule = RuleName("overdue")

    /// The periods whose value is overdue; empty where all is in time.
    package let periods: [Period]
    /// The next period that is awaited; `nil` where none is, or a store of an earlier version does not tell.
    package let next: DuePeriod?
    /// The last days on which the overdue values were in time, in the order of the periods; empty where a store of an
    /// earlier version does not tell.
    package let dueDates: [CalendarDate]

    package init(overdue: [DuePeriod], next: DuePeriod?) {
        periods = overdue.map(\.period)
        dueDates = overdue.map(\.date)
        self.next = next
    }

    package var reason: OverdueReason { periods.isEmpty ? .onTime : .overdue }

    package var endLight: Light {
        switch reason {
        case .onTime: .green
        case .overdue: .grey
        }
    }

    package var tellsValue: Bool { true }
}

extension OverdueEvidence {
    package func statement(of facts: FindingFacts, in phrases: Phrases) -> Statement {
        switch reason {
        case .overdue:
            let line = notReceived(in: phrases)
            let title = facts.about.title
            return Statement(
                message: phrases.say(
                    "De \(awaited(facts, phrases)) van \(title) over \(written) is niet op tijd ontvangen.",
                    "The \(awaited(facts, phrases)) of \(title) for \(written) was not received in time."
                ),
                verdict: facts.about.isMilestone
                    ? phrases.say("De stand is niet op tijd gemeld.", "The status was not reported in time.")
                    : phrases.say("De waarde is niet op tijd ontvangen.", "The value was not received in time."),
                tail: ": \(line)",
                line: line
            )
        case .onTime: return endStatement(of: facts, in: phrases)
        }
    }

    package func endStatement(of facts: FindingFacts, in phrases: Phrases) -> Statement {
        switch reason {
        case .onTime:
            let until = facts.period.map { " (\(phrases.say("t/m", "until")) \(phrases.period($0)))" } ?? ""
            let line = phrases.say("gegevens weer bij", "figures up to date") + until
            let title = facts.about.title
            return Statement(
                message: phrases.say(
                    "De \(awaited(facts, phrases)) van \(title) is ontvangen.",
                    "The \(awaited(facts, phrases)) of \(title) has been received."
                ),
                verdict: phrases.say("De gegevens zijn weer bij.", "The figures are up to date again."),
                tail: ": \(line)",
                line: line
            )
        case .overdue:
            return Statement(
                message: "\(facts.about.title): \(phrases.closed)",
                verdict: phrases.closed,
                tail: phrases.resolvedMark,
                line: notReceived(in: phrases)
            )
        }
    }

    package func figures(of facts: FindingFacts, in phrases: Phrases) -> [Figure] {
        guard facts.lapse == nil else { return phrases.valueFigure(of: facts) }
        switch reason {
        case .overdue:
            return [Figure(label: phrases.say("Niet ontvangen", "Not received"), value: missing(in: phrases))]
        case .onTime:
            let period = facts.period.map { "\(phrases.say("over", "for")) \(phrases.period($0))" }
            return [Figure(phrases.say("Laatste waarde", "Latest value"), period)].compactMap(\.self)
        }
    }

    package func explanation(of finding: Finding, unit: MeasureUnit, in phrases: Phrases) -> Explanation {
        let periods = zip(periods, dueDates).map { period, date in
            phrases.say("\(period) had er op \(date) moeten zijn", "\(period) was due \(date)")
        }
        let next = next.map {
            phrases.say("volgende: \($0.period), uiterlijk \($0.date)", "next: \($0.period), due \($0.date)")
        }
        return Explanation(reason.rawValue, details: periods + (next.map { [$0] } ?? []))
    }

    /// What is awaited: the value of a measure, the report of a milestone.
    private func awaited(_ facts: FindingFacts, _ phrases: Phrases) -> String {
        facts.about.isMilestone ? phrases.say("stand", "status") : phrases.say("waarde", "value")
    }

    /// `2026-Q1, 2026-Q2`, and of more the first and the last.
    private var written: String {
        let all = periods.map(\.description)
        return all.count > 2 ? "\(all[0]) t/m \(all[all.count - 1])" : all.joined(separator: ", ")
    }

    private func missing(in phrases: Phrases) -> String {
        let named = phrases.list(periods.map(phrases.period))
        return periods.count > 1
            ? phrases.say("de waarden over \(named)", "the values for \(named)")
            : phrases.say("de waarde over \(named)", "the value for \(named)")
    }

    private func notReceived(in phrases: Phrases) -> String {
        let named = periods.map(phrases.period)
        let which =
            named.count > 2
            ? "\(named[0]) \(phrases.say("t/m", "to")) \(named[named.count - 1])" : phrases.list(named)
        return periods.count > 1
            ? phrases.say("waarden over \(which) niet ontvangen", "values for \(which) not received")
            : phrases.say("waarde over \(which) niet ontvangen", "value for \(which) not received")
    }
}
