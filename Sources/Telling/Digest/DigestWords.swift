internal import Alerting
internal import Assessment
internal import Indicators

/// Every text of a digest, in both languages side by side.
///
/// Values, targets and units stay as the documents write them, with a decimal comma, in either language.
struct DigestWords: Sendable {
    let phrases: Phrases

    func say(_ dutch: @autoclosure () -> String, _ english: @autoclosure () -> String) -> String {
        phrases.say(dutch(), english())
    }

    /// What is not listed.
    func andMore(_ count: Int) -> String {
        say(
            "En nog \(alerts(count)). De beheerder kan ze laten zien.",
            "\(alerts(count)) more. The administrator can show them."
        )
    }

    /// What is still open of what was so before anyone watched.
    func openingState(_ items: [Digest.Item]) -> String {
        let all = items.flatMap(\.counted)
        let (count, red) = (all.count, all.count { $0.facts.severity == .critical })
        return say(
            "Uit de beginstand: nog \(alerts(count))\(ofThemRed(red)).",
            "Of the opening state: \(alerts(count)) still\(ofThemRed(red))."
        )
    }

    private func ofThemRed(_ count: Int) -> String {
        let number = phrases.count(count)
        return count > 0 ? say(", waarvan \(number) rood", ", \(number) of them red") : ""
    }

    /// How many of a list are not named.
    func more(_ count: Int) -> String { say("nog \(count)", "\(count) more") }

    /// The layer of a performance indicator.
    func layer(_ about: IndicatorFacts) -> String? { about.layer.map { say($0.dutch, $0.rawValue) } }

    func alerts(_ count: Int) -> String {
        let number = phrases.count(count)
        return count == 1 ? say("1 melding", "1 alert") : say("\(number) meldingen", "\(number) alerts")
    }
}

// MARK: Headings
extension DigestWords {
    func heading(_ occasion: Digest.Occasion, on date: String) -> String {
        switch occasion {
        case .scheduled: say("Overzicht van \(date)", "Digest of \(date)")
        case .atOnce: say("Direct bericht van \(date)", "Urgent message of \(date)")
        case .preview: say("Voorbeeld van het overzicht van \(date)", "Preview of the digest of \(date)")
        }
    }

    func heading(_ section: Digest.Section, hasGrey: Bool) -> String {
        switch section {
        case .new: say("Nieuw", "New")
        case .worsened: say("Erger geworden", "Worsened")
        case .changed: say("Veranderd", "Changed")
        case .eased: say("Verbeterd", "Improved")
        case .corrected: say("Gecorrigeerd", "Corrected")
        case .resolved: hasGrey ? say("Opgelost of gesloten", "Resolved or closed") : say("Opgelost", "Resolved")
        case .edited: say("Instellingen gewijzigd", "Settings changed")
        case .stillOpen: say("Nog open", "Still open")
        }
    }

    func introduction(_ section: Digest.Section, count: Int) -> String? {
        let isOne = count == 1
        switch section {
        case .new: return nil
        case .worsened:
            let dutch =
                isOne ? "Deze melding liep al. Ze is nu ernstiger." : "Deze meldingen liepen al. Ze zijn nu ernstiger."
            return say(dutch, "Open already, and now more serious.")
        case .changed:
            let dutch = isOne ? "Deze melding liep al. De" : "Deze meldingen liepen al. De"
            return say("\(dutch) stand is veranderd.", "Open already; how it stands has changed.")
        case .eased:
            let dutch = isOne ? "Deze melding liep al. Ze is" : "Deze meldingen liepen al. Ze zijn"
            return say(
                "\(dutch) nu minder ernstig, maar nog niet opgelost.",
                "Open already; now less serious, not resolved yet."
            )
        case .corrected:
            return say(
                isOne
                    ? "Deze melding klopte niet en vervalt."
                    : "Deze meldingen klopten niet en vervallen.",
                isOne
                    ? "This alert was not right and no longer holds."
                    : "These alerts were not right and no longer hold."
            )
        case .resolved:
            return say(
                "Voor deze \(isOne ? "melding" : "meldingen") hoeft u niets meer te doen.",
                "Nothing more needs to be done here."
            )
        case .edited:
            return say(
                "Dit komt door een wijziging in de instellingen, niet door nieuwe cijfers.",
                "This follows from a change of the settings, not from new figures."
            )
        case .stillOpen:
            let dutch = isOne ? "Deze melding is niet nieuw. Ze is" : "Deze meldingen zijn niet nieuw. Ze zijn"
            return say("\(dutch) nog niet opgelost.", "Not new, and not resolved yet.")
        }
    }

    /// The introduction of corrections, where an alert stands by the value that holds now.
    func corrected(hasEnded: Bool) -> String {
        hasEnded
            ? say(
                "Hier zijn waarden ingetrokken of herzien. Bij elke melding staat of ze vervalt of openblijft.",
                "Values were withdrawn or revised here. Each alert says whether it lapses or stays open."
            )
            : say(
                "Hier is een waarde ingetrokken. De melding blijft open, met wat nu geldt.",
                "A value was withdrawn here. The alert stays open, by what holds now."
            )
    }

    /// The introduction of changes, where an alert ended and another one began.
    func begunAgain(_ count: Int) -> String {
        count == 1
            ? say(
                "De vorige melding hierover is voorbij. Er loopt een nieuwe.",
                "The last alert of this has ended; there is a new one."
            )
            : say("De stand is veranderd. Bij elke melding staat hoe.", "How it stands has changed, as each one says.")
    }

    var failuresHeading: String { say("Mail die niet kon worden bezorgd", "Mail that could not be delivered") }

    func failuresIntroduction(_ count: Int) -> String {
        say(
            "\(count == 1 ? "Deze mail is" : "Deze mails zijn") niet aangekomen. ‘peilwacht queue’ laat zien wat er wacht of mislukte, en probeert het opnieuw of geeft het op.",
            "Not arrived. 'peilwacht queue' shows what waits or failed, and tries it again or drops it."
        )
    }

    var aboutHeading: String { say("Over deze mail", "About this mail") }
}

// MARK: The opening
extension DigestWords {
    var nothingToTell: String {
        say(
            "Er is niets te melden: geen nieuwe meldingen en geen meldingen die nog open staan.",
            "There is nothing to tell: no new alerts and none that is still open."
        )
    }

    func occasion(_ occasion: Digest.Occasion) -> String? {
        switch occasion {
        case .scheduled: nil
        case .atOnce:
            say(
                "U krijgt dit bericht direct, buiten het vaste overzicht om.",
                "You get this at once, apart from the digest."
            )
        case .preview: say("Dit is een voorbeeld. Het is niet verstuurd.", "This is a preview. It was not sent.")
        }
    }

    func summary(_ tally: DigestTally) -> String {
        let news =
            tally.news == 0
            ? say("Er is niets nieuws.", "Nothing new.")
            : "\(say("Nieuw of veranderd", "New or changed")): \(alerts(tally.news)) (\(counts(tally)))."
        let edited =
            tally.edited > 0
            ? " \(say("Door instellingen gewijzigd", "Changed by settings")): \(edits(tally.edited))." : ""
        guard tally.stillOpen > 0 else { return news + edited }
        let open = alerts(tally.stillOpen) + ofThemRed(tally.stillOpenRed)
        return "\(news)\(edited) \(say("Nog open", "Still open")): \(open)."
    }

    /// What edits of the configuration changed.
    func edits(_ count: Int) -> String {
        count == 1
            ? say("1 wijziging in de instellingen", "1 change of the settings")
            : say("\(count) wijzigingen in de instellingen", "\(count) changes of the settings")
    }

    /// `1 rood, 2 oranje, 1 opgelost`.
    func counts(_ tally: DigestTally) -> String {
        let parts = [
            (tally.red, say("rood", "red")), (tally.amber, say("oranje", "amber")),
            (tally.resolved, say("opgelost", "resolved")), (tally.lapsed, say("vervallen", "lapsed")),
            (tally.hidden, phrases.hiddenValue),
        ]
        return parts.filter { $0.0 > 0 }.map { "\(phrases.count($0.0)) \($0.1)" }.joined(separator: ", ")
    }
}

// MARK: One alert
extension DigestWords {
    /// The label of what else is told of the same series.
    func beside(_ item: Digest.Item) -> String {
        guard item.isClosed else { return say("Ook", "Also") }
        return item.light == .green ? say("Opgelost", "Resolved") : say("Gesloten", "Closed")
    }

    func repetition(_ number: Int) -> String {
        say("dit is de \(number)e keer", "for the \(ordinal(number)) time")
    }

    private func ordinal(_ number: Int) -> String {
        let isTeen = (11...13).contains(number % 100)
        let suffix = isTeen ? nil : [1: "st", 2: "nd", 3: "rd"][number % 10]
        return "\(number)\(suffix ?? "th")"
    }
}

// MARK: The subject
extension DigestWords {
    /// `; nog open: 2 rood`.
    func stillOpen(_ tally: DigestTally) -> String {
        let count =
            switch (tally.openRed, tally.openAmber) {
            case (0, 0): "\(phrases.count(tally.openHidden)) \(phrases.hiddenValue)"
            case (0, let amber): "\(phrases.count(amber)) \(say("oranje", "amber"))"
            case (let red, _): "\(phrases.count(red)) \(say("rood", "red"))"
            }
        return "; \(say("nog open", "still open")): \(count)"
    }

    func failures(_ count: Int) -> String {
        count == 1
            ? say("1 mail niet bezorgd", "1 mail not delivered")
            : say("\(count) mails niet bezorgd", "\(count) mails not delivered")
    }
}

// MARK: The closing part
extension DigestWords {
    func reason(_ scope: String) -> String {
        say(
            "U krijgt deze mail omdat u bent aangemeld voor \(scope).",
            "You get this mail because you are subscribed to \(scope)."
        )
    }

    func automatic(at moment: String) -> String {
        say(
            "Peilwacht heeft deze mail automatisch gemaakt op \(moment).",
            "Peilwacht made this mail automatically on \(moment)."
        )
    }

    /// When somebody without fixed hours hears of an edit.
    var editsInNextMail: String {
        say(
            "Een wijziging in de instellingen leest u in de eerste mail daarna.",
            "A change of the settings stands in the first mail after it."
        )
    }

    var contact: String {
        say(
            "Hebt u een vraag, of wilt u deze mail niet meer krijgen? Mail de beheerder:",
            "A question, or no longer want this mail? Write to the administrator:"
        )
    }

    var legend: String {
        say(
            "Rood: een streefwaarde is niet gehaald en het verschil is groter dan de marge. Oranje: het verschil blijft binnen "
                + "de marge of kan toeval zijn, de waarde ligt niet op koers naar een streefwaarde die nog komt, of zal die "
                + "naar verwachting niet halen, of er ontbreekt iets. Groen: in orde of opgelost. Grijs: niet te beoordelen.",
            "Red: a target is missed by more than the margin. Amber: missed within the margin or by chance, not on course for "
                + "a target that lies ahead or expected to miss it, or something is missing. Green: in order, or resolved. "
                + "Grey: cannot be judged."
        )
    }
}
