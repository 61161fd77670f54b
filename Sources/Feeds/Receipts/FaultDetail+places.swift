internal import Indicators

/// What a receipt says of the places of a file in which something is looked for.
extension FaultDetail {
    /// Of the one period of all values, which is of another kind than the indicator has.
    static func namedPeriod(
        _ place: PeriodPlace,
        _ indicator: IndicatorID,
        _ expected: PeriodKind,
        _ found: PeriodKind,
        in phrases: Phrases
    ) -> String {
        let rule = phrases.say(
            "De indicator \(indicator) heeft waarden per \(expected.dutch), dit is een \(found.dutch).",
            "The indicator \(indicator) has values for each \(expected.rawValue), this is a \(found.rawValue)."
        )
        return [stands(place, in: phrases), rule, wayOut(place, expected, found, in: phrases)].joined(separator: " ")
    }

    private static let longestTitle = 160

    private static func stands(_ place: PeriodPlace, in phrases: Phrases) -> String {
        switch place {
        case .title(let text):
            let shown = "'\(Printable.quotable(text, limit: longestTitle))'"
            return phrases.say("Die staat in de titel \(shown).", "It stands in the title \(shown).")
        case .fileName(let name):
            let shown = phrases.quoted(name)
            return phrases.say(
                "Die staat in de naam van het bestand, \(shown).",
                "It stands in the name of the file, \(shown)."
            )
        case .profile: return phrases.say("Die staat in het profiel (period).", "It stands in the profile (period).")
        }
    }

    /// A day tells when was counted; any other kind is what the figures are about, and no wording of it helps.
    private static func wayOut(
        _ place: PeriodPlace,
        _ expected: PeriodKind,
        _ found: PeriodKind,
        in phrases: Phrases
    ) -> String {
        guard found == .day else {
            return phrases.say(
                "Gaan de cijfers echt over een \(found.dutch), dan horen ze niet bij deze indicator: vraag de beheerder het profiel "
                    + "na te zien.",
                "If the figures are about a \(found.rawValue) indeed, they do not belong to this indicator: ask the administrator "
                    + "to look at the profile."
            )
        }
        let asking = phrases.say(
            "de beheerder in het profiel zetten over welke periode de cijfers gaan (period).",
            "the administrator say in the profile which period the figures are about (period)."
        )
        switch place {
        case .title:
            return phrases.say(
                "Zet in de titel een \(expected.dutch), of laat \(asking)",
                "Write a \(expected.rawValue) in the title, or have \(asking)"
            )
        case .fileName:
            return phrases.say(
                "Zet in de naam een \(expected.dutch), of laat \(asking)",
                "Write a \(expected.rawValue) in the name, or have \(asking)"
            )
        case .profile: return phrases.say("Laat \(asking)", "Have \(asking)")
        }
    }

    /// Of the sheets of a workbook beside the one that was read.
    static func sheets(_ others: [String], _ likely: String?, isOwnForm: Bool, in phrases: Phrases) -> String? {
        guard !others.isEmpty else {
            return phrases.say(
                "Begin het blad met de kolommen indicator, periode en waarde.",
                "Begin the sheet with the columns indicator, period and value."
            )
        }
        let shown = phrases.list(others.prefix(mostSheets).map { phrases.quoted($0) })
        let more = others.count > mostSheets ? ", …" : ""
        let seen = phrases.say(
            others.count == 1 ? "Het andere blad is \(shown)." : "De andere bladen zijn \(shown)\(more).",
            others.count == 1 ? "The other sheet is \(shown)." : "The other sheets are \(shown)\(more)."
        )
        guard let likely else {
            return "\(seen) "
                + phrases.say("Ook daar staat geen tabel die wordt herkend.", "No table is recognised there either.")
        }
        return "\(seen) \(figures(on: phrases.quoted(likely), isOwnForm: isOwnForm, in: phrases))"
    }

    private static let mostSheets = 8

    private static func figures(on sheet: String, isOwnForm: Bool, in phrases: Phrases) -> String {
        let stands = phrases.say(
            "De cijfers staan waarschijnlijk op \(sheet).",
            "The figures are probably on \(sheet)."
        )
        let wayOut =
            isOwnForm
            ? phrases.say("Zet dat blad vooraan in de werkmap.", "Make that the first sheet of the workbook.")
            : phrases.say(
                "Vraag de beheerder dat blad in een profiel te noemen (sheet): peilwacht feeds suggest maakt er een.",
                "Ask the administrator to name that sheet in a profile (sheet): peilwacht feeds suggest makes one."
            )
        return "\(stands) \(wayOut)"
    }
}
