internal import Indicators

/// The words about what a file was taken for.
extension ReceiptWords {
    /// What it was taken for, and by which titles.
    ///
    /// `Herkend als een waardenbestand van Peilwacht, aan de kolommen 'indicator', 'periode' en 'waarde'.`
    func takenFor(_ recognition: Recognition) -> String {
        let kind = name(recognition.kind)
        let marks = recognition.marks.map { "'\(Printable.quotable($0, limit: 60))'" }
        guard !marks.isEmpty else { return phrases.say("Herkend als \(kind).", "Taken for \(kind).") }
        let others = recognition.otherMarks
        let more = others > 0 ? [phrases.say("nog \(others) andere", "\(others) more")] : []
        let list = phrases.list(marks + more)
        let columns =
            marks.count + others == 1
            ? phrases.say("de kolom", "the column") : phrases.say("de kolommen", "the columns")
        return phrases.say(
            "Herkend als \(kind), aan \(columns) \(list).",
            "Taken for \(kind), as seen by \(columns) \(list)."
        )
    }

    private func name(_ kind: Recognition.Kind) -> String {
        switch kind {
        case .own(.plain): phrases.say("een waardenbestand van Peilwacht", "a file of values as Peilwacht has them")
        case .own(.milestone):
            phrases.say("een bestand met meldingen van mijlpalen", "a file with reports of milestones")
        case .table(let form): form.words(in: phrases)
        }
    }

    /// By which profile it was read, and whether its name was what decided that.
    func feed(_ name: String, files: String?) -> String {
        let feed = phrases.say("Levering: ", "Feed: ") + Printable.text(name, limit: 80)
        guard let files else { return feed }
        let pattern = Printable.text(files, limit: 80)
        return feed
            + phrases.say(" (de naam van het bestand past bij \(pattern))", " (the name of the file fits \(pattern))")
    }

    /// Who supplied it, and how often that comes.
    ///
    /// `Leverancier: CBS (data@cbs.example). Levert per jaar, uiterlijk 90 dagen na afloop.`
    func delivery(_ profile: FeedProfile) -> [String] {
        let name = profile.supplier.map { supplier in
            let address = supplier.address.map { " (\(Printable.text($0, limit: 100)))" } ?? ""
            return phrases.say("Leverancier: ", "Supplier: ") + Printable.text(supplier.name, limit: 100) + address
                + "."
        }
        let parts = [name, profile.cadence.map(often)].compactMap(\.self)
        return parts.isEmpty ? [] : [parts.joined(separator: " ")]
    }

    private func often(_ cadence: Cadence) -> String {
        let kind = phrases.say(cadence.kind.dutch, cadence.kind.rawValue)
        let often = phrases.say("Levert per \(kind)", "Delivers for each \(kind)")
        // A feed without `due` is due at once.
        return cadence.due.days == 0 ? "\(often)." : "\(often), \(cadence.due.words(in: phrases))."
    }

    /// That days stand where the periods should, and how they were read.
    func dayRead(_ read: DayRead) -> String {
        let kind = phrases.say(read.period.kind.dutch, read.period.kind.rawValue)
        let isFirst = read.day == read.period.start
        let (edge, english) = isFirst ? ("eerste", "first") : ("laatste", "last")
        return phrases.say(
            "Als periode staan er dagen, elk de \(edge) van een \(kind): \(read.day) is gelezen als \(read.period).",
            "The periods are written as days, each the \(english) of a \(kind): \(read.day) was read as \(read.period)."
        )
    }

    var firstLines: String { phrases.say("Het bestand begint zo:", "The file begins so:") }
}
