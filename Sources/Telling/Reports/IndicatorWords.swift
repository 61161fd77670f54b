internal import Assessment
internal import Indicators

/// Says what is measured, and where it comes from.
struct IndicatorWords: Sendable {
    let phrases: Phrases

    /// `eenheid: per 1000, lager is beter; programma dronten-2026, pakket 6N`.
    func unit(of indicator: Indicator) -> SeriesAccount.Fact {
        let (programme, package) = (indicator.programme, indicator.package)
        let better =
            switch indicator.better {
            case .lower: phrases.say("lager is beter", "lower is better")
            case .higher: phrases.say("hoger is beter", "higher is better")
            }
        let about = phrases.say(
            "\(better); programma \(programme), pakket \(package)",
            "\(better); programme \(programme), package \(package)"
        )
        return SeriesAccount.Fact(name: phrases.say("eenheid", "unit"), words: "\(indicator.unit), \(about)")
    }

    /// Document, passage, source, owner, when it is delivered, and which layer it is of: what of these is known.
    func origin(of indicator: Indicator, document: String?) -> [SeriesAccount.Fact] {
        let facts: [(name: String, words: String?)] = [
            ("document", document),
            (phrases.say("passage", "passage"), indicator.heading),
            (phrases.say("bron", "source"), indicator.source),
            (phrases.say("portefeuillehouder", "owner"), indicator.owner),
            // Days are plain to see in each date; working days and days of the calendar are not.
            (
                phrases.say("levering", "delivery"),
                indicator.cadence.due.days == nil ? indicator.cadence.words(in: phrases) : nil
            ),
            (
                phrases.say("laag", "layer"),
                indicator.layer.map { phrases.say($0.dutch, $0.rawValue) }
            ),
        ]
        return facts.compactMap { fact in
            fact.words.map { SeriesAccount.Fact(name: fact.name, words: $0) }
        }
    }

    /// That an alert was open already when the indicator came under watch.
    func opening(_ date: CalendarDate) -> String {
        let day = phrases.date(date)
        return phrases.say(
            "beginstand: er is een melding open die er al was toen de indicator onder toezicht kwam (\(day))",
            "opening state: an alert is open that was there already when the indicator came under watch (\(day))"
        )
    }

    /// Of what a value is made, and how it is rounded.
    func derivation(_ derivation: Derivation) -> String {
        let parts = phrases.list(derivation.references.map(\.description))
        let decimals = derivation.decimals
        return phrases.say(
            "berekend: \(phrases.name(of: derivation.operation)) van \(parts), naar boven afgerond vanaf de helft op "
                + (decimals == 1 ? "1 decimaal" : "\(decimals) decimalen"),
            "derived: \(phrases.name(of: derivation.operation)) of \(parts), rounded half up to \(decimals) decimal(s)"
        )
    }
}
