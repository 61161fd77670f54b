package import Indicators

extension OverdueEvidence {
    package func statement(of facts: FindingFacts, in phrases: Phrases) -> Statement {
        let title = facts.about.title
        switch reason {
        case .overdue:
            let line = notReceived(of: facts, in: phrases)
            return Statement(
                message: phrases.say(
                    "De \(awaited(facts, phrases)) van \(title) over \(written(in: phrases)) is niet op tijd ontvangen"
                        + "\(sender(facts, phrases)).",
                    "The \(awaited(facts, phrases)) of \(title) for \(written(in: phrases)) was not received in time"
                        + "\(sender(facts, phrases))."
                ),
                verdict: late(facts, phrases),
                tail: ": \(line)",
                line: line
            )
        case .gap:
            let line = notReceived(of: facts, in: phrases)
            let known = newest.map { $0.description } ?? ""
            return Statement(
                message: phrases.say(
                    "De \(awaited(facts, phrases)) van \(title) over \(written(in: phrases)) ontbreekt; die over \(known) is er wel.",
                    "The \(awaited(facts, phrases)) of \(title) for \(written(in: phrases)) is missing; that for \(known) is there."
                ),
                verdict: gap(of: facts, in: phrases),
                tail: ": \(line)",
                line: line
            )
        case .onTime, .toldWithDate: return endStatement(of: facts, in: phrases)
        }
    }

    private func late(_ facts: FindingFacts, _ phrases: Phrases) -> String {
        guard !facts.about.isMilestone else {
            return phrases.say("De stand is niet op tijd gemeld.", "The status was not reported in time.")
        }
        let sender = sender(facts, phrases)
        return phrases.say(
            "De waarde is niet op tijd ontvangen\(sender).",
            "The value was not received in time\(sender)."
        )
    }

    /// ` van GGD Flevoland`, where the date that has passed is that of its feed.
    private func sender(_ facts: FindingFacts, _ phrases: Phrases) -> String {
        facts.about.supplier.map { phrases.say(" van ", " from ") + $0.oneLine(limit: 80) } ?? ""
    }

    private func gap(of facts: FindingFacts, in phrases: Phrases) -> String {
        let known = newest.map(phrases.period) ?? ""
        let isReport = facts.about.isMilestone
        let one = isReport ? "een eerder bericht" : "een eerdere waarde"
        let many = isReport ? "eerdere berichten" : "eerdere waarden"
        let english = isReport ? "report" : "value"
        return count == 1
            ? phrases.say(
                "Er ontbreekt \(one). \(isReport ? "Dat" : "Die") over \(known) is er wel.",
                "An earlier \(english) is missing. The one for \(known) is there."
            )
            : phrases.say(
                "Er ontbreken \(count) \(many). \(isReport ? "Dat" : "Die") over \(known) is er wel.",
                "\(count) earlier \(english)s are missing. The one for \(known) is there."
            )
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
        case .toldWithDate: return goingOn(facts, in: phrases)
        case .overdue, .gap:
            return Statement(
                message: "\(facts.about.title): \(phrases.closed)",
                verdict: phrases.closed,
                tail: phrases.resolvedMark,
                line: notReceived(of: facts, in: phrases)
            )
        }
    }

    /// The report is late still; the alert of the date says so from now on.
    private func goingOn(_ facts: FindingFacts, in phrases: Phrases) -> Statement {
        let line = phrases.say("gaat verder als melding over de datum", "goes on as the alert of the date")
        return Statement(
            message: phrases.say(
                "De stand van \(facts.about.title) over \(written(in: phrases)) is nog niet ontvangen. De melding gaat "
                    + "verder in die over de geplande datum.",
                "The status of \(facts.about.title) for \(written(in: phrases)) has not been received yet. The alert goes "
                    + "on in that of the planned date."
            ),
            verdict: phrases.say(
                "De melding gaat verder in die over de geplande datum.",
                "The alert goes on in that of the planned date."
            ),
            tail: ": \(line)",
            line: line
        )
    }

    package func figures(of facts: FindingFacts, in phrases: Phrases) -> [Figure] {
        guard facts.lapse == nil else { return phrases.valueFigure(of: facts) }
        switch reason {
        case .overdue, .gap, .toldWithDate:
            let missing = missing(of: facts, in: phrases)
            let supplier = facts.about.supplier?.oneLine(limit: 120)
            return [
                Figure(label: phrases.say("Niet ontvangen", "Not received"), value: missing),
                Figure(phrases.say("Leverancier", "Supplier"), supplier),
            ]
            .compactMap(\.self)
        case .onTime:
            let period = facts.period.map { "\(phrases.say("over", "for")) \(phrases.period($0))" }
            let latest =
                facts.about.isMilestone
                ? phrases.say("Laatste bericht", "Latest report") : phrases.say("Laatste waarde", "Latest value")
            return [Figure(latest, period)].compactMap(\.self)
        }
    }

    package func explanation(of finding: Finding, unit: MeasureUnit, in phrases: Phrases) -> Explanation {
        let periods = zip(periods, dueDates).map { period, date in
            let (period, day) = (phrases.period(period), phrases.date(date))
            return phrases.say("\(period) had er uiterlijk op \(day) moeten zijn", "\(period) was due \(day)")
        }
        let left = count - periods.count
        let more = left > 0 ? [phrases.say("en nog \(left) daartussen", "and \(left) more between them")] : []
        let next = next.map { next in
            let (period, day) = (phrases.period(next.period), phrases.date(next.date))
            return phrases.say("volgende: \(period), uiterlijk \(day)", "next: \(period), due \(day)")
        }
        return Explanation(reason, in: phrases, details: periods + more + (next.map { [$0] } ?? []))
    }

    /// What is awaited: the value of a measure, the report of a milestone.
    private func awaited(_ facts: FindingFacts, _ phrases: Phrases) -> String {
        facts.about.isMilestone ? phrases.say("stand", "status") : phrases.say("waarde", "value")
    }
}

// MARK: Which periods
extension OverdueEvidence {
    /// So many are named one by one.
    private static let mostNamed = 12

    /// `2026-Q1, 2026-Q2`; of more in a row the first and the last.
    private func written(in phrases: Phrases) -> String {
        guard count > 2 else { return periods.map(\.description).joined(separator: ", ") }
        return inFew(periods.map(\.description), phrases, range: phrases.say("t/m", "to")) {
            $0.joined(separator: ", ")
        }
    }

    /// In words, every one that there is room for.
    private func missing(of facts: FindingFacts, in phrases: Phrases) -> String {
        let named =
            count <= Self.mostNamed
            ? phrases.list(periods.map(phrases.period))
            : inFew(periods.map(phrases.period), phrases, range: phrases.say("t/m", "to"), list: phrases.list)
        let what = missed(facts, phrases)
        let article = phrases.say(count == 1 && facts.about.isMilestone ? "het" : "de", "the")
        return "\(article) \(what) \(phrases.say("over", "for")) \(named)"
    }

    private func notReceived(of facts: FindingFacts, in phrases: Phrases) -> String {
        let named = periods.map(phrases.period)
        let which =
            count > 2
            ? inFew(named, phrases, range: phrases.say("t/m", "to"), list: phrases.list) : phrases.list(named)
        let what = missed(facts, phrases)
        let sender = sender(facts, phrases)
        return phrases.say(
            "\(what) over \(which) niet ontvangen\(sender)",
            "\(what) for \(which) not received\(sender)"
        )
    }

    /// What is missing: values of a measure, reports of a milestone.
    private func missed(_ facts: FindingFacts, _ phrases: Phrases) -> String {
        let isOne = count == 1
        return facts.about.isMilestone
            ? phrases.say(isOne ? "bericht" : "berichten", isOne ? "report" : "reports")
            : phrases.say(isOne ? "waarde" : "waarden", isOne ? "value" : "values")
    }

    /// The first and the last with all between; where some between them are there, each of a few, else how many.
    private func inFew(_ names: [String], _ phrases: Phrases, range: String, list: ([String]) -> String) -> String {
        guard let first = names.first, let last = names.last else { return "" }
        if isUnbroken { return "\(first) \(range) \(last)" }
        if count <= 4 { return list(names) }
        return phrases.say(
            "\(count) perioden van \(first) \(range) \(last)",
            "\(count) periods from \(first) \(range) \(last)"
        )
    }

    /// Whether no period between the first and the last is there.
    private var isUnbroken: Bool {
        guard let first = periods.first, let last = periods.last else { return false }
        return first.steps(to: last) == count - 1
    }
}
