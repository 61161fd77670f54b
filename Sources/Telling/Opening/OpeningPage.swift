package import Alerting
internal import Assessment
package import Indicators

/// The mail about an opening state: how many indicators have each light, and in one line each what deviates or is missing.
package enum OpeningPage {
    /// So many deviations are named; the mail is to be read in a minute.
    private static let mostLines = 15
    private static let lights: [Light] = [.red, .amber, .grey, .green]

    /// The page.
    ///
    /// - Parameters:
    ///   - opening: what is told.
    ///   - sender: who it is from.
    ///   - zone: the zone of its dates.
    ///   - language: the language of its texts.
    /// - Returns: the page, in the form of a digest.
    package static func make(
        _ opening: OpeningState,
        sender: MailSender,
        zone: LocalZone,
        language: Language
    ) -> DigestPage {
        let words = DigestWords(phrases: Phrases(language))
        let entries = DigestEntries(words: words, zone: zone)
        return DigestPage(
            language: language,
            subject: subject(opening, words),
            occasion: "",
            heading: words.say("Peilwacht kijkt mee", "Peilwacht keeps watch"),
            lead: lead(opening, words, on: words.phrases.date(zone.local(opening.composedAt).date)),
            sections: [table(opening, words), deviations(opening, entries, words)],
            about: about(opening, words, zone),
            words: words,
            sender: sender
        )
    }

    /// `Peilwacht kijkt mee: 84 indicatoren, 5 rood, 12 oranje`.
    private static func subject(_ opening: OpeningState, _ words: DigestWords) -> String {
        let counts = [Light.red, .amber].compactMap { light in
            opening.lights[light].map { "\($0) \(words.phrases.light(light).lowercased())" }
        }
        let start = words.say("Peilwacht kijkt mee: ", "Peilwacht keeps watch: ")
        return start + ([indicators(opening.count, words)] + counts).joined(separator: ", ")
    }

    private static func indicators(_ count: Int, _ words: DigestWords) -> String {
        count == 1
            ? words.say("1 indicator", "1 indicator")
            : "\(words.phrases.count(count)) \(words.say("indicatoren", "indicators"))"
    }

    private static func lead(_ opening: OpeningState, _ words: DigestWords, on day: String) -> [String] {
        let isOne = opening.count == 1
        let indicators = indicators(opening.count, words)
        return [
            words.say(
                "Vanaf \(day) houdt Peilwacht \(isOne ? "deze indicator" : "deze \(indicators)") voor u bij. Hieronder staat de "
                    + "beginstand: zo \(isOne ? "staat hij" : "staan ze") er nu voor. Wat afwijkt of ontbreekt, was al zo voordat "
                    + "Peilwacht \(isOne ? "hem" : "ze") voor u bijhield.",
                "From \(day) Peilwacht watches \(isOne ? "this indicator" : "these \(indicators)") for you. Below is the opening "
                    + "state: how \(isOne ? "it stands" : "they stand") now. What deviates or is missing was so before Peilwacht "
                    + "watched \(isOne ? "it" : "them") for you."
            ),
            words.say(
                "Hierna krijgt u alleen bericht als er iets verandert: iets nieuws, iets dat erger of beter wordt, of iets "
                    + "dat is opgelost.",
                "From now on you hear of changes only: something new, something that becomes worse or better, or "
                    + "something that is resolved."
            ),
        ]
    }

    private static func table(_ opening: OpeningState, _ words: DigestWords) -> DigestPage.Section {
        let columns = lights.map { words.phrases.light($0) }
        func cells(_ counts: [Light: Int]) -> [String] { lights.map { words.phrases.count(counts[$0] ?? 0) } }
        let rows = opening.rows.map { (title: $0.title.oneLine(limit: 120), cells: cells($0.lights)) }
        let sum = (title: words.say("Samen", "Together"), cells: cells(opening.lights))
        return DigestPage.Section(
            heading: words.say("De stoplichten", "The lights"),
            introduction: nil,
            table: DigestPage.Table(columns: [""] + columns, rows: rows.count > 1 ? rows + [sum] : rows)
        )
    }

    private static func deviations(
        _ opening: OpeningState,
        _ entries: DigestEntries,
        _ words: DigestWords
    ) -> DigestPage.Section {
        let left = opening.items.dropFirst(mostLines).reduce(0) { $0 + $1.weight }
        let count = opening.items.reduce(0) { $0 + $1.weight }
        return DigestPage.Section(
            heading: words.say("Wat nu afwijkt of ontbreekt", "What deviates or is missing now")
                + " (\(words.phrases.count(count)))",
            introduction: words.say(
                "De tabel telt indicatoren: elk één keer, met het stoplicht van het hele gebied. Deze lijst telt meldingen. "
                    + "Een indicator kan er meer dan één hebben, ook van een wijk of een groep, en ook als hij zelf grijs of "
                    + "groen is: dan ontbreekt er iets, of wijkt alleen een deel af.",
                "The table counts indicators: each once, with the light of the whole area. This list counts alerts. An "
                    + "indicator can have several, also of a neighbourhood or a group, and also where it is grey or green "
                    + "itself: then something is missing, or only a part deviates."
            ),
            lines: opening.items.prefix(mostLines).map(entries.openingLine)
                + (left > 0 ? [words.andMore(left, on: entries.alerts)] : [])
        )
    }

    private static func about(_ opening: OpeningState, _ words: DigestWords, _ zone: LocalZone) -> [String] {
        let digests = opening.subscriptions.map { subscription in
            Digest(
                subscription: subscription,
                occasion: .atOnce,
                composedAt: opening.composedAt,
                items: opening.items
            )
        }
        return DigestClosing(words: words, zone: zone).sentences(for: digests, legend: words.legendOfIndicators)
    }
}
