internal import Alerting
internal import Indicators

/// The fields of the forms of one alert, with what was typed before and what is wrong with it.
struct HandlingFields {
    let account: EpisodeAccount
    let tried: HandlingForms.Tried?
    let plan: PagePlan

    func html(_ kind: PageAddress.HandlingForm) -> HTML {
        switch kind {
        case .acknowledge:
            HTML(joining: [
                consequences(kind), ends, area(.why, plan.say("Waarom (mag leeg blijven)", "Why (may be left empty)")),
            ])
        case .explain:
            HTML(
                joining: [consequences(kind)]
                    + Explanation.Part.allCases.map { part in
                        area(part.field, HandlingWords(zone: plan.zone, phrases: plan.phrases).name(of: part))
                    }
            )
        }
    }

    /// What follows from sending the form, before somebody sends it.
    private func consequences(_ kind: PageAddress.HandlingForm) -> HTML {
        let words =
            switch kind {
            case .acknowledge:
                plan.say(
                    "Als u de melding oppakt, ziet iedereen dat u ermee bezig bent. Over deze melding komt dan alleen nog "
                        + "bericht als ze erger wordt, is verbeterd of voorbij is, of als de tijd om is die u kiest. Het "
                        + "stoplicht verandert niet en de melding blijft open. Wordt ze erger, dan is ze niet langer opgepakt.",
                    "If you take the alert up, everybody sees that you are at it. After that it is told only where it becomes "
                        + "worse, is corrected or is over, or when the time that you choose is over. Its light does not change, "
                        + "and the alert stays open. Where it becomes worse, it is not taken up any longer."
                )
            case .explain:
                plan.say(
                    "Wat u invult, staat met uw naam op deze pagina, in de mails over deze melding en in de rapportage. Wat u "
                        + "leeg laat, verandert niet.",
                    "What you fill in stands with your name on this page, in the mails about this alert and in the report. "
                        + "What you leave empty does not change."
                )
            }
        return "<p>\(words)</p>\n"
    }

    /// What is wrong, above the fields.
    var complaint: HTML {
        guard let tried else { return "" }
        let fault = FaultWords(plan: plan).html(tried.fault, id: id("fout"))
        return tried.fault == .changedMeanwhile ? "\(fault)\(standing)" : fault
    }

    /// What holds now, in the place of what the form was filled in on.
    private var standing: HTML {
        let words = HandlingWords(zone: plan.zone, phrases: plan.phrases)
        return HTML.list(words.lines(of: account.episode.handling))
    }

    private func id(_ name: String) -> String { "\(account.anchor)-\(name)" }

    private func id(_ field: HandlingEntry.Field) -> String { id(field.rawValue) }

    /// Ties the field that has to be mended to what is wrong with it.
    private func marks(_ field: HandlingEntry.Field) -> HTML {
        guard tried?.fault.field == field else { return "" }
        return " aria-invalid=\"true\" aria-describedby=\"\(id("fout"))\""
    }

    private func area(_ field: HandlingEntry.Field, _ label: String) -> HTML {
        """
        <p><label for="\(id(field))">\(label)</label>
        <textarea id="\(id(field))" name="\(field.rawValue)" rows="3" \
        maxlength="\("\(HandlingEntry.longest)")"\(marks(field))>\(typed(field))</textarea></p>

        """
    }

    private func typed(_ field: HandlingEntry.Field) -> HTML {
        .lines(text(field).split(whereSeparator: \.isNewline).map(String.init))
    }

    /// What was typed, else what was answered before.
    private func text(_ field: HandlingEntry.Field) -> String {
        if let tried { return tried.entry.fields[field] ?? "" }
        let part = Explanation.Part.allCases.first { $0.field == field }
        return part.flatMap { account.episode.handling.explanation[$0]?.text } ?? ""
    }

    private var ends: HTML {
        let chosen = tried?.entry.fields[.end] ?? HandlingEnd.resolved.rawValue
        let choices = HandlingEnd.allCases.map { end -> HTML in
            let mark: HTML = end.rawValue == chosen ? " checked" : ""
            let place = id("\(HandlingEntry.Field.end.rawValue)-\(end.rawValue)")
            return """
                <p><input type="radio" id="\(place)" name="\(HandlingEntry.Field.end.rawValue)" \
                value="\(end.rawValue)"\(mark)\(marks(.end))> <label for="\(place)">\(words(end))</label></p>

                """
        }
        return """
            <fieldset>
            <legend>\(plan.say("Tot wanneer?", "Until when?"))</legend>
            \(HTML(joining: choices))<p><label for="\(id(.day))">\(plan.say("De dag", "The day"))</label>
            <input type="date" id="\(id(.day))" name="\(HandlingEntry.Field.day.rawValue)" \
            value="\(tried?.entry.fields[.day] ?? "")"\(marks(.day))></p>
            </fieldset>

            """
    }

    private func words(_ end: HandlingEnd) -> String {
        switch end {
        case .resolved: plan.say("tot de melding is opgelost", "until the alert is resolved")
        case .nextMeasurement: plan.say("tot de volgende meting", "until the next measurement")
        case .day: plan.say("tot een dag, hieronder", "until a day, below")
        }
    }
}
