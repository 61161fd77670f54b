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

    /// What is not listed, and where to see it.
    ///
    /// - Parameters:
    ///   - count: how many alerts.
    ///   - list: the address of the page of open alerts; `nil` where there is none.
    ///   - haveEnded: whether some of them are not open any more: those are on no list of open alerts.
    /// - Returns: sentences.
    func andMore(_ count: Int, on list: String?, haveEnded: Bool = false) -> String {
        guard let list, !haveEnded else {
            let command = command(haveEnded: haveEnded)
            return say(
                "En nog \(alerts(count)). De beheerder ziet ze met ‘\(command)’.",
                "\(alerts(count)) more. The administrator sees them with '\(command)'."
            )
        }
        return say(
            "En nog \(alerts(count)). Alle open meldingen staan op \(list)",
            "\(alerts(count)) more. All open alerts are at \(list)"
        )
    }

    /// The command that lists alerts.
    func command(haveEnded: Bool) -> String { haveEnded ? "peilwacht alerts --all" : "peilwacht alerts" }

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

    /// `3 meldingen`.
    func alerts(_ count: Int) -> String { alerts(count, phrases.count(count)) }

    /// `drie meldingen`.
    func alertsInWords(_ count: Int) -> String { alerts(count, number(count)) }

    private func alerts(_ count: Int, _ number: String) -> String {
        count == 1 ? say("\(number) melding", "\(number) alert") : say("\(number) meldingen", "\(number) alerts")
    }

    private static let dutchNumbers = [
        "geen", "één", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf", "twaalf",
    ]
    private static let englishNumbers = [
        "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    ]

    /// A number in words, up to twelve.
    func number(_ count: Int) -> String {
        guard (0...12).contains(count) else { return phrases.count(count) }
        return say(Self.dutchNumbers[count], Self.englishNumbers[count])
    }
}

// MARK: What is counted
extension DigestWords {
    var red: String { say("rood", "red") }
    var amber: String { say("oranje", "amber") }
    var resolved: String { say("opgelost", "resolved") }
    var lapsed: String { say("gesloten", "closed") }
    var late: String { say("te laat", "late") }

    /// What ended: `2 meldingen opgelost`, `2 meldingen: 1 opgelost, 1 gesloten`.
    func ended(_ tally: DigestTally) -> String {
        let alerts = alerts(tally.news)
        if tally.resolved == tally.news { return "\(alerts) \(resolved)" }
        if tally.lapsed == tally.news { return "\(alerts) \(lapsed)" }
        return "\(alerts): \(phrases.count(tally.resolved)) \(resolved), \(phrases.count(tally.lapsed)) \(lapsed)"
    }

    /// What edits of the configuration changed.
    func edits(_ count: Int) -> String {
        count == 1
            ? say("1 wijziging in de instellingen", "1 change of the settings")
            : say("\(count) wijzigingen in de instellingen", "\(count) changes of the settings")
    }

    func failures(_ count: Int) -> String {
        count == 1
            ? say("1 mail niet bezorgd", "1 mail not delivered")
            : say("\(count) mails niet bezorgd", "\(count) mails not delivered")
    }

    /// How much is still open, where it is not listed.
    func stillOpen(_ known: DigestTally.Open) -> String {
        say(
            "Nog open: \(alerts(known.count))\(ofThemRed(known.red)).",
            "Still open: \(alerts(known.count))\(ofThemRed(known.red))."
        )
    }
}

// MARK: Headings
extension DigestWords {
    func heading(_ place: DigestPlace, _ items: [Digest.Item]) -> String {
        switch place {
        case .attention: say("Vraagt uw aandacht", "Needs your attention")
        case .corrected: say("Gecorrigeerd", "Corrected")
        case .changed: say("Veranderd", "Changed")
        case .edited:
            items.allSatisfy(\.isEditOfTargets)
                ? say("Streefwaarden gewijzigd", "Targets changed") : say("Instellingen gewijzigd", "Settings changed")
        case .late: say("Gegevens te laat", "Late figures")
        case .good: say("Goed nieuws", "Good news")
        case .closed: say("Gesloten", "Closed")
        case .open: say("Nog open", "Still open")
        }
    }

    func introduction(_ place: DigestPlace, count: Int) -> String? {
        let isOne = count == 1
        switch place {
        case .attention, .changed, .late: return nil
        case .corrected:
            return say(
                isOne
                    ? "Deze melding klopte niet en vervalt."
                    : "Deze meldingen klopten niet en vervallen.",
                isOne
                    ? "This alert was not right and no longer holds."
                    : "These alerts were not right and no longer hold."
            )
        case .good, .closed:
            return say(
                "Voor deze \(isOne ? "melding" : "meldingen") hoeft u niets meer te doen.",
                "Nothing more needs to be done here."
            )
        case .edited:
            return say(
                "Dit komt door een wijziging in de instellingen, niet door nieuwe cijfers.",
                "This follows from a change of the settings, not from new figures."
            )
        case .open:
            return say(
                "\(isOne ? "Deze melding is" : "Deze meldingen zijn") niet nieuw, en nog niet opgelost.",
                "Not new, and not resolved yet."
            )
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

    var failuresHeading: String { say("Mail die niet kon worden bezorgd", "Mail that could not be delivered") }

    func failuresIntroduction(_ count: Int) -> String {
        say(
            "\(count == 1 ? "Deze mail is" : "Deze mails zijn") niet aangekomen. ‘peilwacht queue’ laat zien wat er wacht of "
                + "mislukte, en probeert het opnieuw of geeft het op.",
            "Not arrived. 'peilwacht queue' shows what waits or failed, and tries it again or drops it."
        )
    }
}

// MARK: The opening
extension DigestWords {
    /// What kind of mail it is, above the heading.
    func occasion(_ occasion: Digest.Occasion, _ moments: [PlanningMoment], on date: String) -> String {
        let names = phrases.list(moments.map { $0.name.oneLine(limit: 80) })
        let of = names.isEmpty ? date : say("\(date), voor: \(names)", "\(date), for: \(names)")
        return switch occasion {
        case .scheduled: say("Overzicht van \(of)", "Digest of \(of)")
        case .atOnce: say("Direct bericht van \(date)", "Urgent message of \(date)")
        case .preview: say("Voorbeeld van het overzicht van \(date)", "Preview of the digest of \(date)")
        }
    }

    func explanation(of occasion: Digest.Occasion) -> String? {
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

    /// Of a digest without any alert.
    var nothingToTell: String {
        say(
            "Er is niets te melden: geen nieuwe meldingen en geen meldingen die nog open staan.",
            "There is nothing to tell: no new alerts and none that is still open."
        )
    }

    /// What was looked at, with how many of it have each light.
    func lookedAt(_ lights: [Light: Int]) -> String {
        let count = lights.values.reduce(0, +)
        let indicators =
            count == 1
            ? say("1 indicator", "1 indicator")
            : "\(phrases.count(count)) \(say("indicatoren", "indicators"))"
        let counts = DigestStrip(lights: lights, self).cells.map { "\($0.count) \($0.word)" }
        let sum = counts.isEmpty ? "" : ": \(phrases.list(counts))"
        let grey = lights[.grey] ?? 0
        let why = say(
            " Wat grijs is, is niet te beoordelen, bijvoorbeeld omdat er nog geen waarde of geen streefwaarde is.",
            " What is grey cannot be judged, for example since there is no value yet, or no target."
        )
        return say("Peilwacht keek naar \(indicators)\(sum).", "Peilwacht looked at \(indicators)\(sum).")
            + (grey > 0 ? why : "")
    }

    /// Why there are not as many lights as alerts.
    var lightsAreNotAlerts: String {
        say(
            "Dit zijn stoplichten van indicatoren. De aantallen daarboven zijn meldingen. Een indicator kan meer meldingen hebben, "
                + "ook van een wijk of groep, en ook als hij zelf groen of grijs is. En soms heeft een rode of oranje indicator "
                + "geen melding.",
            "Those are lights of indicators; the numbers above are alerts. An indicator can have several, also of a "
                + "neighbourhood or a group or where it is green or grey itself, and at times a red or amber one has none."
        )
    }

    /// That a digest comes later than its hour.
    func isLate(planned: String) -> String {
        say(
            "Dit overzicht had \(planned) moeten komen. Het is later gemaakt.",
            "This digest was due at \(planned). It was made later."
        )
    }
}

// MARK: One alert
extension DigestWords {
    /// The label of what else is told of the same series.
    func beside(_ item: Digest.Item) -> String {
        guard item.isClosed else { return say("Ook", "Also") }
        return item.light == .green ? say("Opgelost", "Resolved") : say("Gesloten", "Closed")
    }

    /// Which way an open alert went; `nil` where it did not.
    func course(_ item: Digest.Item) -> String? {
        if item.hasBegunAgain {
            return say(
                "de vorige melding hierover is voorbij, er loopt een nieuwe",
                "the last alert of this has ended, there is a new one"
            )
        }
        return switch item.section {
        case .worsened: say("erger geworden", "worsened")
        case .eased: say("minder erg, nog niet opgelost", "improved, not resolved yet")
        case .changed: say("de stand is veranderd", "how it stands has changed")
        case .new, .reminded, .corrected, .resolved, .edited, .stillOpen: nil
        }
    }

    func repetition(_ number: Int) -> String {
        say("dit is de \(number)e keer", "for the \(ordinal(number)) time")
    }

    /// `2nd`, in English.
    func ordinal(_ number: Int) -> String {
        let isTeen = (11...13).contains(number % 100)
        let suffix = isTeen ? nil : [1: "st", 2: "nd", 3: "rd"][number % 10]
        return "\(number)\(suffix ?? "th")"
    }
}
