package import Alerting
package import Assessment
package import Indicators

/// What is said of an alert: what its rule says, or, where it lapsed, the words for that.
package enum AlertStatement {
    /// The statement.
    ///
    /// - Parameters:
    ///   - facts: the facts of the alert.
    ///   - isClosed: whether it has ended; then what is told is how.
    ///   - phrases: the language.
    /// - Returns: the statement in all its forms.
    package static func of(_ facts: FindingFacts, isClosed: Bool, in phrases: Phrases) -> Statement {
        let evidence = facts.evidence.value
        if isClosed, facts.isHidden, facts.lapse == nil { return evidence.endStatement(of: facts, in: phrases) }
        guard isClosed else { return evidence.statement(of: facts, in: phrases) }
        return switch facts.lapse {
        case .edited, .undecidable: edited(facts, in: phrases)
        case .revised: revised(facts, in: phrases)
        case .withdrawn: withdrawn(facts, in: phrases)
        case .valueWithdrawn: takenBack(facts, in: phrases)
        case .clockWasWrong: mistimed(facts, in: phrases)
        case nil: evidence.endStatement(of: facts, in: phrases)
        }
    }

    /// The sentence of an event for the alert log.
    ///
    /// `Wmo-maatwerk is 112 per 1000 in 2026; streefwaarde < 108 per 1000 (2026) niet gehaald.`
    ///
    /// Behind it stands what people did with the alert, where the event is of that.
    package static func message(
        _ kind: AlertEventKind,
        _ facts: FindingFacts,
        note: HandlingNote? = nil,
        in phrases: Phrases
    ) -> String {
        switch kind {
        case .resolved: of(facts, isClosed: true, in: phrases).message
        case .corrected where facts.lapse == nil: corrected(facts, in: phrases)
        case .corrected: of(facts, isClosed: true, in: phrases).message
        case .opened where facts.correction?.beginsAlert == true: corrected(facts, in: phrases)
        case .opened, .worsened, .eased, .escalated, .relaxed, .changed, .released:
            of(facts, isClosed: false, in: phrases).message
        case .targetChanged: edited(facts, in: phrases).message
        case .acknowledged, .silenced, .reminded, .explained:
            of(facts, isClosed: false, in: phrases).message + (note.map { " " + handled($0, in: phrases) } ?? "")
        }
    }

    /// What people did with an alert, or why it is told again, in one sentence.
    private static func handled(_ note: HandlingNote, in phrases: Phrases) -> String {
        let by = note.by?.oneLine(limit: 100) ?? ""
        let reason = note.why.flatMap { $0.isEmpty ? nil : $0 }
        let why = reason.map { ": \($0.oneLine(limit: 300))" } ?? ""
        return switch note.matter {
        case .acknowledged: phrases.say("Opgepakt door \(by)\(why).", "Taken up by \(by)\(why).")
        case .silenced: phrases.say("Stil gezet door \(by)\(why).", "Silenced by \(by)\(why).")
        case .explained: phrases.say("Toelichting ingevuld door \(by).", "Explained by \(by).")
        case .reminded(let reminder): HandlingWords.sentence(of: reminder, in: phrases)
        }
    }

    /// The sentences of an open alert, with what was put right of it.
    static func corrected(_ facts: FindingFacts, in phrases: Phrases) -> String {
        let message = of(facts, isClosed: false, in: phrases).message
        guard let correction = facts.correction else { return message }
        let words = CorrectionWords(phrases: phrases)
        return "\(facts.about.title): \(words.sentence(correction, of: facts.about)). \(message)"
    }

    /// The same where the title stands beside it, with dates and periods as people write them.
    static func besideTitle(_ facts: FindingFacts, in phrases: Phrases) -> String {
        // Of what may not be told there is nothing to say but that there is an alert.
        guard !facts.isHidden else { return corrected(facts, in: phrases) }
        let sentence = of(facts, isClosed: false, in: phrases).line.capitalisedFirst + "."
        guard let correction = facts.correction else { return sentence }
        let corrected = CorrectionWords(phrases: phrases).sentence(correction, of: facts.about).capitalisedFirst
        return "\(corrected). \(sentence)"
    }

    /// The statement of an edit that ended the alert, or that it went on by.
    static func edited(_ facts: FindingFacts, in phrases: Phrases) -> Statement {
        let edit = facts.edit ?? JudgementEdit(cause: .edited, wasOpen: true)
        return EditWords(phrases: phrases).statement(of: edit, facts, isOpen: !facts.rests)
    }

    private static func revised(_ facts: FindingFacts, in phrases: Phrases) -> Statement {
        let lapses = phrases.say("melding vervalt na herziening", "alert lapses after revision")
        let value = facts.evidence.value.tellsValue ? " \(phrases.shortValue(of: facts))" : ""
        return Statement(
            message: "\(phrases.subject(of: facts)) "
                + phrases.say(
                    "na herziening; de eerdere melding klopte niet.",
                    "after a revision; the earlier alert was not right."
                ),
            verdict: phrases.say(
                "Met de herziene waarde is er geen afwijking.",
                "With the revised value nothing deviates."
            ),
            tail: "\(value) (\(lapses))",
            line: "\(phrases.value(of: facts)); \(lapses)"
        )
    }

    private static func takenBack(_ facts: FindingFacts, in phrases: Phrases) -> Statement {
        guard facts.evidence.value.tellsValue else { return reportTakenBack(facts, in: phrases) }
        let value = phrases.shortValue(of: facts)
        let words = CorrectionWords(phrases: phrases)
        let by = facts.correction.flatMap(words.order).map { " \($0)" } ?? ""
        let lapses = phrases.say("waarde ingetrokken\(by); melding vervalt", "value withdrawn\(by); alert lapses")
        let whole = phrases.value(of: facts)
        let what =
            facts.correction.map { words.sentence($0, of: facts.about) }
            ?? phrases.say("de waarde \(whole) is ingetrokken", "the value \(whole) was withdrawn")
        return Statement(
            message: "\(facts.about.title): \(what). "
                + phrases.say("De eerdere melding klopte niet.", "The earlier alert was not right."),
            verdict: phrases.say(
                "Deze waarde is ingetrokken. Wat erover is gemeld, klopte niet.",
                "This value was withdrawn. What was told of it was not right."
            ),
            tail: " \(value) (\(lapses))",
            line: "\(phrases.value(of: facts)); \(lapses)"
        )
    }

    /// Of a milestone not a value is told, but what was reported.
    private static func reportTakenBack(_ facts: FindingFacts, in phrases: Phrases) -> Statement {
        let day = facts.period.map { phrases.say(" over \(phrases.period($0))", " for \(phrases.period($0))") } ?? ""
        let what = phrases.say("wat\(day) is gemeld, is ingetrokken", "what was reported\(day) was withdrawn")
        let whole = facts.correction.map { CorrectionWords(phrases: phrases).sentence($0, of: facts.about) } ?? what
        let wrong = phrases.say("De eerdere melding klopte niet", "The earlier alert was not right")
        return Statement(
            message: "\(facts.about.title): \(whole). \(wrong).",
            verdict: phrases.say(
                "W\(what.dropFirst()). De melding klopte niet.",
                "W\(what.dropFirst()). The alert was not right."
            ),
            tail: " (\(what))",
            line: what
        )
    }

    private static func mistimed(_ facts: FindingFacts, in phrases: Phrases) -> Statement {
        let cause = phrases.say("de klok van de computer liep voor", "the computer's clock ran ahead")
        let lapses = phrases.say("melding vervalt; \(cause)", "alert lapses; \(cause)")
        return Statement(
            message: "\(facts.about.title): "
                + phrases.say("\(cause); de eerdere melding klopte niet.", "\(cause); the earlier alert was not right."),
            verdict: phrases.say(
                "De eerdere melding klopte niet: \(cause).",
                "The earlier alert was not right: \(cause)."
            ),
            tail: " (\(lapses))",
            line: lapses
        )
    }

    private static func withdrawn(_ facts: FindingFacts, in phrases: Phrases) -> Statement {
        let line = phrases.say("wordt niet meer gevolgd", "is no longer watched")
        return Statement(
            message: "\(facts.about.title) \(line); \(phrases.say("de melding is gesloten.", "the alert is closed."))",
            verdict: phrases.say(
                "Deze indicator wordt niet meer gevolgd. Of de streefwaarde is gehaald, is niet bekend.",
                "This indicator is no longer watched. Whether the target is met is not known."
            ),
            tail: " \(line)",
            line: line
        )
    }
}

extension FindingFacts {
    /// The light to show: an end is green only where the figures are known to be in order.
    package func light(isClosed: Bool) -> Light {
        guard !isHidden else { return .grey }
        guard isClosed else { return severity == .critical ? .red : .amber }
        return switch lapse {
        case .revised: .green
        case .withdrawn, .valueWithdrawn, .edited, .undecidable: .grey
        case .clockWasWrong: evidence.value.endLight
        case nil: evidence.value.endLight
        }
    }
}
