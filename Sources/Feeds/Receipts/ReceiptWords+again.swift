package import Indicators

/// The words about content that was taken in before, and about what was taken back.
extension ReceiptWords {
    func duplicate(_ tally: IntakeTally) -> String {
        let again = phrases.say(
            "Precies deze inhoud is al eerder ingenomen. Er is niets veranderd",
            "Exactly this content was taken in before. Nothing has changed"
        )
        guard !tally.lapsed.isEmpty || tally.faultCount > 0 else {
            return again + phrases.say("; u hoeft niets te doen.", "; there is nothing to do.")
        }
        return [again + ".", lapsed(tally), unreadable(tally)].compactMap(\.self).joined(separator: " ")
    }

    func takenAfterAll(_ tally: IntakeTally) -> String {
        let count = tally.changeCount
        let again = phrases.say(
            "Deze inhoud is al eerder ingenomen. \(count == 1 ? "1 rij" : "\(count) rijen") die toen niet "
                + "\(count == 1 ? "is" : "zijn") ingenomen, \(count == 1 ? "is" : "zijn") nu wel ingenomen.",
            "This content was taken in before. \(count == 1 ? "1 row that was" : "\(count) rows that were") not taken in "
                + "then \(count == 1 ? "is" : "are") taken in now."
        )
        return [again, lapsed(tally), unreadable(tally)].compactMap(\.self).joined(separator: " ")
    }

    private func lapsed(_ tally: IntakeTally) -> String? {
        let count = tally.lapsed.count
        guard count > 0 else { return nil }
        guard !tally.lapsed.items.contains(where: \.isWithdrawal) else {
            return phrases.say(
                "Let op: \(count == 1 ? "1 rij uit dit bestand geldt" : "\(count) rijen uit dit bestand gelden") niet meer.",
                "Note: \(count == 1 ? "1 row of this file is" : "\(count) rows of this file are") not in force any more."
            )
        }
        return phrases.say(
            "Let op: \(count == 1 ? "1 waarde uit dit bestand geldt" : "\(count) waarden uit dit bestand gelden") niet meer.",
            "Note: \(count == 1 ? "1 value of this file is" : "\(count) values of this file are") not in force any more."
        )
    }

    private func unreadable(_ tally: IntakeTally) -> String? {
        let count = tally.faultCount
        guard count > 0 else { return nil }
        return phrases.say(
            "\(count == 1 ? "1 rij kan" : "\(count) rijen kunnen") nu niet worden ingenomen. Hieronder staat waarom.",
            "\(count == 1 ? "1 row" : "\(count) rows") cannot be taken in now. Below is why."
        )
    }

    var lapsed: String { phrases.say("Geldt niet meer:", "Not in force any more:") }
    var withdrawn: String { phrases.say("Ingetrokken:", "Withdrawn:") }

    /// What to do where one of these rows should hold after all.
    func howToHoldAgain(_ values: [LapsedValue]) -> String {
        let brought = values.filter { !$0.isWithdrawal }
        return [
            brought.isEmpty ? nil : holdingAgain,
            brought.contains(where: \.isReplaced) ? undoing : nil,
            brought.count == values.count ? nil : withdrawingAgain,
        ]
        .compactMap(\.self).joined(separator: " ")
    }

    private var holdingAgain: String {
        phrases.say(
            "Wilt u dat een waarde uit dit bestand weer geldt? Lever die rij dan aan in een bestand dat anders is, "
                + "bijvoorbeeld met een toelichting erbij.",
            "Should a value of this file hold again? Then supply its row in a file that differs, for example with a note."
        )
    }

    private var undoing: String {
        phrases.say(
            "Of vraag de beheerder de levering in te trekken waardoor de waarde is vervangen: peilwacht undo, met de "
                + "eerste 12 tekens van de SHA-256.",
            "Or ask the administrator to take back the delivery by which it was replaced: peilwacht undo, with the "
                + "first 12 characters of the SHA-256."
        )
    }

    private var withdrawingAgain: String {
        phrases.say(
            "Wilt u de waarde die nu geldt ook intrekken? Lever die rij dan aan in een bestand dat anders is, bijvoorbeeld "
                + "met een andere toelichting. Of vraag het de beheerder: peilwacht withdraw, met de indicator en de periode.",
            "Should the value that holds now be withdrawn too? Then supply its row in a file that differs, for example with "
                + "another note. Or ask the administrator: peilwacht withdraw, with the indicator and the period."
        )
    }

    func continued(_ at: String) -> String {
        phrases.say(
            "In dit bestand is verder geschreven nadat het was verwerkt (\(at)). Dit ontvangstbewijs gaat over de nieuwe "
                + "inhoud: die is een nieuwe levering.",
            "Somebody went on writing in this file after it had been processed (\(at)). This receipt is about the new "
                + "content, which is a new delivery."
        )
    }

    /// What was taken back, and what holds since.
    ///
    /// `wmo-maatwerk/GM0303, 2026: 480 is ingetrokken; 47 geldt weer.`
    func line(_ value: WithdrawnValue) -> String {
        let old = shown(value.old)
        let now =
            value.holds.map { phrases.say("\(shown($0)) geldt weer", "\(shown($0)) holds again") }
            ?? phrases.say("er geldt geen waarde", "no value holds")
        return place(value.series, value.period)
            + phrases.say("\(old) is ingetrokken; \(now).", "\(old) is withdrawn; \(now).")
    }

    /// What became of a value of an earlier delivery.
    ///
    /// `wmo-maatwerk/GM0303, 2026: 47 is vervangen; nu geldt 50 (uit b.csv, …).`
    func line(_ value: LapsedValue, at: String) -> String {
        let said = shown(value.said)
        let now =
            value.holds.map { phrases.say("nu geldt \(shown($0))", "\(shown($0)) holds now") }
            ?? phrases.say("er geldt geen waarde", "no value holds")
        let start = place(value.series, value.period)
        if value.isWithdrawal { return start + lapse(said, now, value.cause, at: at) }
        switch value.cause {
        case .replaced(let file, let hash, _):
            let from = "\(Printable.text(file, limit: 100)), \(at), SHA-256 \(hash.prefix(12))"
            return start
                + phrases.say(
                    "\(said) is vervangen; \(now) (uit \(from)).",
                    "\(said) was replaced; \(now) (from \(from))."
                )
        case .withdrawn(let by, let why, _):
            let (by, why) = (Printable.text(by, limit: 100), Printable.text(why, limit: 300))
            return start
                + phrases.say(
                    "\(said) is ingetrokken door \(by) op \(at) (reden: \(why)); \(now).",
                    "\(said) was withdrawn by \(by) on \(at) (reason: \(why)); \(now)."
                )
        }
    }

    /// What became of a withdrawal of an earlier delivery.
    private func lapse(_ said: String, _ now: String, _ cause: LapsedValue.Cause, at: String) -> String {
        switch cause {
        case .replaced(let file, let hash, _):
            let from = "\(Printable.text(file, limit: 100)), \(at), SHA-256 \(hash.prefix(12))"
            return phrases.say(
                "\(said) is ingetrokken, maar \(now) (uit \(from)).",
                "\(said) was withdrawn, but \(now) (from \(from))."
            )
        case .withdrawn(let by, let why, _):
            let (by, why) = (Printable.text(by, limit: 100), Printable.text(why, limit: 300))
            return phrases.say(
                "de intrekking van \(said) is ongedaan gemaakt door \(by) op \(at) (reden: \(why)); \(now).",
                "the withdrawal of \(said) was undone by \(by) on \(at) (reason: \(why)); \(now)."
            )
        }
    }

    var vanished: String {
        phrases.say(
            "Stond in een eerdere levering van deze soort, en niet meer in dit bestand. De waarde blijft gelden; moet dat niet, "
                + "trek haar dan in:",
            "Stood in an earlier delivery of this feed, and not in this file any more. The value stays in force; where it "
                + "should not, withdraw it:"
        )
    }

    /// `wmo-maatwerk/GM0303, 2024: 480`.
    func line(_ row: VanishedRow) -> String { place(row.series, row.period) + shown(row.said) }

    func place(_ series: SeriesKey, _ period: Period) -> String {
        "\(Printable.text(series.description, limit: 200)), \(phrases.period(period)): "
    }

    func shown(_ said: WithdrawnValue.Said) -> String {
        said.isHidden ? hidden : milestoneOrNumber(said.report, said.value)
    }

    /// What stands in the place of a value that may not be told.
    var hidden: String { phrases.say("(niet getoond)", "(not shown)") }
}

extension WithdrawnValue {
    /// What was taken back and what holds since, in one sentence.
    package func sentence(in phrases: Phrases) -> String { ReceiptWords(phrases.language).line(self) }
}

extension LapsedValue {
    /// Whether another file brought another value.
    var isReplaced: Bool {
        switch cause {
        case .replaced: true
        case .withdrawn: false
        }
    }

    /// When it was replaced or taken back, in milliseconds since 1970.
    var at: Int64 {
        switch cause {
        case .replaced(_, _, let at), .withdrawn(_, _, let at): at
        }
    }
}
