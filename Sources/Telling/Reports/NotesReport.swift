package import Indicators

/// Where the documents contradict themselves, and what the settings leave open, as compilers write it.
package struct NotesReport: Sendable {
    private let notes: [ConfigurationNote]
    private let phrases: Phrases

    package init(_ notes: [ConfigurationNote], phrases: Phrases) {
        self.notes = notes
        self.phrases = phrases
    }

    /// A line for each note: `FILE:LINE:COLUMN: note: …`.
    package var text: String {
        notes.map { note in
            "\(note.file):\(note.line):\(note.column): note: \(words(note.contradiction))".shownSafely(limit: 600)
                + "\n"
        }
        .joined()
    }

    private func words(_ contradiction: Contradiction) -> String {
        switch contradiction {
        case .goalAgainstTable(let goal, let indicator, let period, let asked, let table):
            return phrases.say(
                "doel \(goal) vraagt '\(asked)' van '\(indicator)' in \(period), en de tabel '\(table)'; beide worden bewaakt",
                "the goal \(goal) asks '\(asked)' of '\(indicator)' in \(period), and the table '\(table)'; both are watched"
            )
        case .derivedAgainstParts(let indicator, let period, let stated, let operation, let made):
            let (stated, made) = (stated.written(decimalSign: ","), made.written(decimalSign: ","))
            return phrases.say(
                "'\(indicator)' is \(stated) in \(period), en de delen geven \(made) (\(phrases.name(of: operation))); beide "
                    + "staan er zoals het document ze heeft",
                "'\(indicator)' is \(stated) in \(period), and the \(phrases.name(of: operation)) of its parts is \(made); "
                    + "both stand as the document has them"
            )
        case .levelWithoutMargin(let indicator):
            return phrases.say(
                "'\(indicator)' moet gelijk blijven en heeft geen 'margin', zodat elke verandering telt; geef er een op",
                "'\(indicator)' has to stay level and has no 'margin', so that every change counts; name one"
            )
        case .targetAtLevel(let indicator, let target, let targetPeriod, let level, let period):
            let level = level.written(decimalSign: ",")
            return phrases.say(
                "de streefwaarde '\(target)' van '\(indicator)' voor \(targetPeriod) is de laatst gemeten waarde "
                    + "(\(level) in \(period)): ook als er niets verandert, mist door toeval ongeveer de helft van de "
                    + "metingen hem; 'profile: strict' meldt alleen wat ver daarbuiten ligt of aanhoudt",
                "the target '\(target)' of '\(indicator)' for \(targetPeriod) is the value measured last (\(level) in "
                    + "\(period)): about half of all values miss it by chance alone, also where nothing changes; "
                    + "'profile: strict' tells only of what lies far beyond or lasts"
            )
        case .targetAgainstDirection(let indicator, let target, let period, let better):
            return phrases.say(
                "de streefwaarde '\(target)' van '\(indicator)' voor \(period) vraagt om de andere kant dan 'better: "
                    + "\(better.rawValue)'; een waarde die beter is, is dan rood: kijk of het teken klopt",
                "the target '\(target)' of '\(indicator)' for \(period) asks for the other direction than 'better: "
                    + "\(better.rawValue)'; a value that is better is red then: see whether the sign is right"
            )
        case .unknownMunicipality(let code):
            return phrases.say(
                "er is geen gemeente met de code \(code), nu niet en eerder niet: kijk de code na",
                "there is no municipality with the code \(code), now or before: see whether the code is right"
            )
        case .municipalityNamedOtherwise(let code, let name, let known):
            return phrases.say(
                "\(code) is bij het CBS '\(known)', en hier '\(name)': kijk code en naam na",
                "\(code) is '\(known)' to CBS, and '\(name)' here: see whether code and name are right"
            )
        case .subscribedTwice(let address, let first, let second):
            return phrases.say(
                "'\(first)' en '\(second)' mailen allebei \(address) over hetzelfde: wie dat leest, krijgt het dubbel",
                "'\(first)' and '\(second)' both mail \(address) about the same: its reader gets it twice"
            )
        case .mailMayTravelOpen:
            return phrases.say(
                "'tls: if-offered': biedt de mailserver geen STARTTLS, dan reist mail leesbaar over het netwerk; haal de regel "
                    + "weg als de mailserver TLS kan",
                "'tls: if-offered': where the relay offers no STARTTLS, mail travels readable over the network; remove the line "
                    + "if the relay knows TLS"
            )
        case .failuresToldToNobody:
            return phrases.say(
                "mails die niet bezorgd kunnen worden, worden aan niemand verteld; geef een abonnement met een 'digest' "
                    + "'operations: true'",
                "mails that cannot be delivered are told to nobody; give a subscription with a 'digest' "
                    + "'operations: true'"
            )
        case .stated(let text): return text
        }
    }
}
