package import Indicators

extension RowFault {
    /// What is wrong, where, and what to do, in one to three sentences; the cell is quoted and escaped.
    package func sentence(_ language: Language = .nl) -> String {
        let phrases = Phrases(language)
        let shown = cell.map { phrases.quoted(reason.inWords($0, language)) }
        let words = wording.text(in: phrases)
            .split(separator: "{cell}", omittingEmptySubsequences: false).joined(separator: shown ?? "")
        let parts = [words, detail.flatMap { $0.sentence(of: reason, in: phrases) } ?? addition(in: phrases)]
            .compactMap { $0 }
        let place = place(in: phrases)
        return ((place.isEmpty ? "" : "\(place): ") + parts.joined(separator: " ")).capitalised
    }

    /// What the administrator can add, of a name that looks like none that is known.
    private func addition(in phrases: Phrases) -> String? {
        guard reason == .unknownIndicator, detail == nil, cell?.isEmpty == false else { return nil }
        return phrases.say(
            "Is het een nieuwe indicator, vraag dan de beheerder die toe te voegen.",
            "If it is a new indicator, ask the administrator to add it."
        )
    }

    /// What an amount differs from is a budget where its detail says so.
    private var wording: Wording {
        if case .budget? = detail { return .ofBudget }
        return Wording.of(reason)
    }

    /// `Regel 12, kolom waarde`; empty for the file as a whole.
    private func place(in phrases: Phrases) -> String {
        let line = line.map { line in
            switch sheet {
            case .cell(let cell): "\(phrases.say("Cel", "Cell")) \(cell)"
            case .row: "\(phrases.say("Rij", "Row")) \(line)"
            case nil: "\(phrases.say("Regel", "Line")) \(line)"
            }
        }
        let plain = column.flatMap(PlainColumn.init(named:))?.name(in: phrases)
        let milestone = column.flatMap(MilestoneColumn.init(named:))?.name(in: phrases)
        let column = (plain ?? milestone ?? column).map {
            "\(phrases.say("kolom", "column")) \(Printable.text($0, limit: 60))"
        }
        return [line, column].compactMap { $0 }.joined(separator: ", ")
    }
}

extension IntakeReason {
    /// What a row says, in the language of the receipt: of rows that differ it is known in Dutch words.
    func inWords(_ cell: String, _ language: Language) -> String {
        guard self == .conflictingRows, language == .en else { return cell }
        return MilestoneStatus(word: cell)?.english ?? cell
    }

    /// What the label means, for rows that are passed over without a place of their own.
    package func sentence(_ language: Language = .nl) -> String { RowFault(self).sentence(language) }
}

extension Phrases {
    /// The text of a cell in quotes, escaped.
    func quoted(_ cell: String) -> String {
        if cell.isEmpty { return say("(leeg)", "(empty)") }
        return "'\(Printable.quotable(cell, limit: 60))'"
    }
}

extension String {
    /// The text with its first letter as a capital.
    fileprivate var capitalised: String { prefix(1).uppercased() + dropFirst() }
}
