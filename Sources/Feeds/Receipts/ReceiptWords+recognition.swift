internal import Indicators

/// The words about what a file was taken for.
extension ReceiptWords {
    /// What it was taken for, and by which titles.
    ///
    /// `Aangezien voor een waardenbestand van Peilwacht, te zien aan de kolommen 'indicator', 'periode' en 'waarde'.`
    func takenFor(_ recognition: Recognition) -> String {
        let kind = name(recognition.kind)
        let marks = recognition.marks.map { "'\(Printable.quotable($0, limit: 60))'" }
        guard !marks.isEmpty else { return phrases.say("Aangezien voor \(kind).", "Taken for \(kind).") }
        let others = recognition.otherMarks
        let more = others > 0 ? [phrases.say("nog \(others) andere", "\(others) more")] : []
        let list = phrases.list(marks + more)
        let columns =
            marks.count + others == 1
            ? phrases.say("de kolom", "the column") : phrases.say("de kolommen", "the columns")
        return phrases.say(
            "Aangezien voor \(kind), te zien aan \(columns) \(list).",
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

    var firstLines: String { phrases.say("Het bestand begint zo:", "The file begins so:") }
}
