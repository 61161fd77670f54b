/// The words about what became of a file as a whole, and about what to do.
extension ReceiptWords {
    func heading(_ outcome: Receipt.Outcome, isDryRun: Bool) -> String {
        switch outcome {
        case .taken: say("INGENOMEN", "TAKEN IN")
        case .nothingTaken: say("NIETS NIEUWS", "NOTHING NEW")
        case .refused where isDryRun: say("PROEF, WORDT NIET INGENOMEN", "DRY RUN, WOULD NOT BE TAKEN IN")
        case .refused: say("NIET INGENOMEN", "NOT TAKEN IN")
        case .duplicate where isDryRun: say("PROEF, AL EERDER INGENOMEN", "DRY RUN, TAKEN IN BEFORE")
        case .duplicate: say("AL EERDER INGENOMEN", "TAKEN IN BEFORE")
        case .dryRun: say("PROEF", "DRY RUN")
        }
    }

    /// Of a file of which nothing was taken in: that, who can do what, and where the file is now if that matters.
    func refused(_ receipt: Receipt) -> String {
        let nothing =
            receipt.isDryRun
            ? say("Van dit bestand wordt niets ingenomen.", "Nothing of this file would be taken in.")
            : say("Van dit bestand is niets ingenomen.", "Nothing of this file was taken in.")
        let trial = receipt.isDryRun ? trial : nil
        return [nothing, whatToDo(receipt), trial].compactMap(\.self).joined(separator: " ")
    }

    var trial: String { say("Dit was een proef: er is niets veranderd.", "This was a dry run: nothing has changed.") }

    private func whatToDo(_ receipt: Receipt) -> String {
        if receipt.isAboutPersons { return whereabouts(receipt) }
        let isOne = receipt.tally.faultCount == 1
        let (point, english) = (isOne ? "het punt" : "de punten", isOne ? "the point" : "the points")
        // What was only tried was not supplied yet.
        let (again, englishAgain) =
            receipt.isDryRun
            ? ("lever het bestand dan aan", "then supply the file")
            : ("lever het bestand opnieuw aan", "supply the file again")
        switch receipt.tally.remedy {
        case .supplier?, nil:
            return say(
                "Verbeter \(point) hieronder en \(again).",
                "Correct \(english) below and \(englishAgain)."
            )
        case .either?:
            return say(
                "Verbeter \(point) hieronder, of vraag de beheerder om hulp, en \(again).",
                "Correct \(english) below, or ask the administrator for help, and \(englishAgain)."
            )
        case .administrator?:
            return say(
                "Aan het bestand hoeft u niets te veranderen: \(point) hieronder kan alleen de beheerder oplossen. Vraag "
                    + "dat, en \(again) als het klaar is.",
                "You need not change the file: only the administrator can solve \(english) below. Ask for that, and "
                    + "\(englishAgain) when it is done."
            )
        case .nobody?: return say("Hieronder staat waarom.", "The reason stands below.")
        }
    }

    /// Where a file with personal data is now, which a person has to know.
    private func whereabouts(_ receipt: Receipt) -> String {
        receipt.staysInPlace
            ? say(
                "Het staat nog waar het stond, en Peilwacht heeft van de inhoud niets bewaard. Wis het daar als het er niet "
                    + "hoort te staan.",
                "It is still where it was, and Peilwacht has kept nothing of what is in it. Delete it there if it should not "
                    + "be there."
            )
            : say(
                "Het is apart gezet. Laat de beheerder het daar wissen.",
                "It was put aside. Have the administrator delete it there."
            )
    }

    /// What to do about rows that were set aside.
    func mending(_ tally: IntakeTally) -> String {
        switch tally.remedy {
        case .supplier?, .nobody?, nil:
            say("Verbeter deze rijen en lever ze opnieuw aan.", "Correct these rows and supply them again.")
        case .either?:
            say(
                "Verbeter deze rijen, of vraag de beheerder om hulp, en lever ze opnieuw aan.",
                "Correct these rows, or ask the administrator for help, and supply them again."
            )
        case .administrator?:
            say(
                "Vraag de beheerder om wat hieronder staat op te lossen, en lever deze rijen daarna opnieuw aan.",
                "Ask the administrator to solve what stands below, and then supply these rows again."
            )
        }
    }
}
