internal import Indicators

/// What a cell was perhaps meant to say.
extension FaultDetail {
    /// Of a day where a period should stand.
    static func day(_ meant: Period, _ other: CalendarDate?, _ line: Int?, in phrases: Phrases) -> String {
        let against = other.map { day in
            let place = line.map { phrases.say(" op regel \($0)", " on line \($0)") } ?? ""
            return phrases.say(" Met \(day)\(place) is dat niet zo.", " With \(day)\(place) that is not so.")
        }
        let (dutch, english) = (meant.kind.dutch, meant.kind.rawValue)
        return phrases.say(
            "De indicator heeft waarden per \(dutch), dit is een dag. Bedoelt u \(meant), schrijf het dan zo; de dag van de "
                + "meting hoort in de kolom peildatum. Een dag telt alleen als \(dutch) waar elke dag in het bestand de eerste dag "
                + "van een \(dutch) is, of elke dag de laatste.\(against ?? "")",
            "The indicator has values for each \(english), this is a day. If you mean \(meant), write it so; the day of the "
                + "measurement belongs in the column reference_date. A day counts as a \(english) only where each day of the "
                + "file is the first of a \(english), or each the last.\(against ?? "")"
        )
    }

    /// Of a report that cannot be true together with the day on which its row expects the milestone.
    static func reported(
        _ status: MilestoneStatus,
        _ day: CalendarDate,
        _ expected: CalendarDate,
        in phrases: Phrases
    ) -> String {
        let (on, by) = (phrases.date(day), phrases.date(expected))
        guard status == .done else {
            return phrases.say(
                "Volgens deze rij was de mijlpaal op \(on) \(status.rawValue), maar werd hij verwacht op \(by). Dat was toen al "
                    + "voorbij. Verbeter de verwachte datum of de status.",
                "By this row the milestone was \(status.english) on \(on), but was expected on \(by), which had passed by then. "
                    + "Correct the expected date or the status."
            )
        }
        return phrases.say(
            "Volgens deze rij was de mijlpaal op \(on) gereed, maar wordt hij pas verwacht op \(by). Is hij gereed, laat verwacht "
                + "dan leeg. Is hij nog niet gereed, verbeter dan de status.",
            "By this row the milestone was done on \(on), but is expected on \(by) only. If it is done, leave expected empty. If it "
                + "is not done yet, correct the status."
        )
    }

    /// Of a part of one where a percentage should stand.
    static func fraction(_ meant: String, _ target: String, in phrases: Phrases) -> String {
        phrases.say(
            "De streefwaarde is \(target)%. Bedoelt u \(meant)%, schrijf dan \(meant). Klopt de waarde toch, zet dan 'bevestigd' "
                + "in de kolom status van deze rij en lever het bestand opnieuw aan.",
            "The target is \(target)%. If you mean \(meant)%, write \(meant). If the value is right all the same, write "
                + "'confirmed' in the column status of this row and supply the file again."
        )
    }
}
