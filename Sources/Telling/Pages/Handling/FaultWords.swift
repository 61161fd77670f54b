internal import Indicators

/// Says what is wrong with what somebody filled in, and what to do.
struct FaultWords {
    let plan: PagePlan

    /// A paragraph that the field in question is tied to by its id.
    func html(_ fault: HandlingEntry.Fault, id: String) -> HTML {
        let words = plan.say("Er is niets vastgelegd.", "Nothing was kept.")
        return "<p class=\"error\" id=\"\(id)\"><strong>\(words)</strong> \(sentence(fault))</p>\n"
    }

    private func sentence(_ fault: HandlingEntry.Fault) -> String {
        switch fault {
        case .unknownEnd: plan.say("Kies tot wanneer u de melding oppakt.", "Choose until when you take it up.")
        case .dayMissing: plan.say("Vul de dag in.", "Fill in the day.")
        case .dayNotReadable:
            plan.say("Schrijf de dag als 2026-12-01.", "Write the day as 2026-12-01.")
        case .dayNotAhead: plan.say("Kies een dag na vandaag.", "Choose a day after today.")
        case .tooLong:
            plan.say(
                "Een tekst is langer dan \(HandlingEntry.longest) tekens. Maak die korter.",
                "A text is longer than \(HandlingEntry.longest) characters. Make it shorter."
            )
        case .nothingAnswered:
            plan.say(
                "Vul minstens één antwoord in, of wijzig er een.",
                "Fill in one answer at least, or change one."
            )
        case .changedMeanwhile:
            plan.say(
                "Iemand anders heeft deze melding intussen ook opgepakt of toegelicht. Hieronder staat wat nu geldt. Uw tekst "
                    + "staat nog in het formulier: verstuur het opnieuw om die te laten gelden.",
                "Somebody else has taken up or explained this alert meanwhile. Below stands what holds now. Your text is still "
                    + "in the form: send it again to have it hold."
            )
        case .tooOld:
            plan.say(
                "Deze pagina stond te lang open. Uw tekst staat nog in het formulier: verstuur het opnieuw.",
                "This page was open for too long. Your text is still in the form: send it again."
            )
        case .alertEnded:
            plan.say(
                "Deze melding is niet meer open: ze is intussen opgelost of gesloten. Hieronder staat hoe het nu is.",
                "This alert is not open any more: it was resolved or closed meanwhile. Below is how it stands now."
            )
        case .notKept:
            plan.say(
                "Aan wat u invulde lag het niet: Peilwacht kon het nu niet vastleggen. Probeer het over een minuut opnieuw. "
                    + "Blijft dit zo, vraag dan de beheerder om hulp.",
                "What you filled in was not the reason: Peilwacht could not keep it just now. Try again in a minute. If it "
                    + "stays like this, ask the administrator for help."
            )
        }
    }
}
