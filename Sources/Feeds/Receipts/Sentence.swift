internal import Indicators

/// Pieces that sentences are made of.
enum Sentence {
    /// `a, b of c`, where `last` is the word before the last of them.
    static func list(_ words: [String], _ last: String) -> String {
        guard let end = words.last, words.count > 1 else { return words.first ?? "" }
        return "\(words.dropLast().joined(separator: ", ")) \(last) \(end)"
    }

    /// The text of a cell in quotes, escaped.
    static func quoted(_ cell: String, _ language: ReceiptLanguage) -> String {
        if cell.isEmpty { return language == .nl ? "(leeg)" : "(empty)" }
        return "'\(Printable.text(cell, limit: 60))'"
    }
}

extension RowFault {
    /// What is wrong, where, and what to do, in one to three sentences; the cell is quoted and escaped.
    package func sentence(_ language: ReceiptLanguage = .nl) -> String {
        let wording = Wording.of(reason)
        let shown = cell.map { Sentence.quoted(reason.inWords($0, language), language) }
        let words = (language == .nl ? wording.nl : wording.en)
            .split(separator: "{cell}", omittingEmptySubsequences: false).joined(separator: shown ?? "")
        let parts = [words, detail.flatMap { $0.sentence(of: reason, language) }].compactMap { $0 }
        let place = place(language)
        return place.isEmpty ? parts.joined(separator: " ").capitalised : "\(place): \(parts.joined(separator: " "))"
    }

    /// `Regel 12, kolom waarde`; empty for the file as a whole.
    private func place(_ language: ReceiptLanguage) -> String {
        let line = line.map { "\(language == .nl ? "Regel" : "Line") \($0)" }
        let plain = column.flatMap(PlainColumn.init(named:))?.name(language)
        let milestone = column.flatMap(MilestoneColumn.init(named:))?.name(language)
        let column = (plain ?? milestone ?? column).map {
            "\(language == .nl ? "kolom" : "column") \(Printable.text($0, limit: 60))"
        }
        return [line, column].compactMap { $0 }.joined(separator: ", ")
    }
}

extension IntakeReason {
    /// What a row says, in the language of the receipt: of rows that differ it is known in Dutch words.
    fileprivate func inWords(_ cell: String, _ language: ReceiptLanguage) -> String {
        guard self == .conflictingRows, language == .en else { return cell }
        return MilestoneStatus(word: cell)?.english ?? cell
    }

    /// What the label means, for rows that are passed over without a place of their own.
    package func sentence(_ language: ReceiptLanguage = .nl) -> String { RowFault(self).sentence(language) }
}

extension FaultDetail {
    fileprivate func sentence(of reason: IntakeReason, _ language: ReceiptLanguage) -> String? {
        switch self {
        case .looksLike(let look): look.sentence(language)
        case .otherRow(let line, let text):
            Self.otherRow(reason, line, Sentence.quoted(reason.inWords(text, language), language), language)
        default: language == .nl ? dutch : english
        }
    }

    private static func otherRow(
        _ reason: IntakeReason,
        _ line: Int,
        _ text: String,
        _ language: ReceiptLanguage
    ) -> String {
        switch (reason, language) {
        case (.conflictingRows, .nl): "Regel \(line) geeft voor dezelfde reeks en periode \(text)."
        case (.conflictingRows, .en): "Line \(line) gives \(text) for the same series and period."
        case (_, .nl): "Op regel \(line) staat \(text)."
        case (_, .en): "On line \(line) stands \(text)."
        }
    }

    private var dutch: String? {
        switch self {
        case .nearest(let name): "Bedoelt u '\(Printable.text(name, limit: 60))'?"
        case .unit(let unit): "De eenheid van deze indicator is '\(Printable.text(unit.symbol, limit: 60))'."
        case .range(let range, let unit):
            unit == .milestone
                ? "Verwacht: gereed (1) of niet gereed (0)."
                : range.expected(["Verwacht: van", "tot en met", "Verwacht: ten minste", "Verwacht: ten hoogste"], ",")
        case .periodKind(let expected, let found):
            "De indicator heeft waarden per \(expected.dutch), dit is een \(found.dutch)."
        case .inputs(let ids): "Lever in plaats daarvan aan: \(Self.list(ids, more: "nog"))."
        case .requiredColumns(let form): "Nodig zijn in elk geval \(form.required(.nl))."
        case .counts(let expected, let found): "De kopregel heeft er \(expected), deze rij heeft er \(found)."
        case .splitNumber:
            "Waarschijnlijk staan er getallen met een decimale komma in, terwijl komma's ook de velden scheiden. Sla het bestand "
                + "op met puntkomma's tussen de velden, of zet zulke getallen tussen aanhalingstekens."
        case .looksLike, .otherRow: nil
        }
    }

    private var english: String? {
        switch self {
        case .nearest(let name): "Did you mean '\(Printable.text(name, limit: 60))'?"
        case .unit(let unit): "The unit of this indicator is '\(Printable.text(unit.symbol, limit: 60))'."
        case .range(let range, let unit):
            unit == .milestone
                ? "Expected: done (1) or not done (0)."
                : range.expected(["Expected: from", "through", "Expected: at least", "Expected: at most"], ".")
        case .periodKind(let expected, let found):
            "The indicator has values for each \(expected.rawValue), this is a \(found.rawValue)."
        case .inputs(let ids): "Supply instead: \(Self.list(ids, more: "and"))."
        case .requiredColumns(let form): "At least \(form.required(.en)) are needed."
        case .counts(let expected, let found): "The header has \(expected), this row has \(found)."
        case .splitNumber:
            "It probably has numbers with a decimal comma while commas also part the fields. Save the file with semicolons "
                + "between the fields, or put such numbers in quotation marks."
        case .looksLike, .otherRow: nil
        }
    }

    private static func list(_ ids: [IndicatorID], more: String) -> String {
        let shown = ids.prefix(4).map(\.description).joined(separator: ", ")
        return ids.count > 4 ? "\(shown), \(more) \(ids.count - 4)" : shown
    }
}

extension FormName {
    /// The columns that a file of the form has to have: `indicator, periode en waarde`.
    fileprivate func required(_ language: ReceiptLanguage) -> String {
        let names =
            switch self {
            case .plain: PlainColumn.required.map { $0.name(language) }
            case .milestone: MilestoneColumn.required.map { $0.name(language) }
            }
        return Sentence.list(names, language == .nl ? "en" : "and")
    }
}

extension ValueRange {
    /// The range in words: those for both bounds, and for one of them alone.
    fileprivate func expected(_ words: [String], _ decimalSign: Character) -> String? {
        let low = minimum?.written(decimalSign: decimalSign)
        let high = maximum?.written(decimalSign: decimalSign)
        switch (low, high) {
        case (let low?, let high?): return "\(words[0]) \(low) \(words[1]) \(high)."
        case (let low?, nil): return "\(words[2]) \(low)."
        case (nil, let high?): return "\(words[3]) \(high)."
        case (nil, nil): return nil
        }
    }
}

extension PeriodKind {
    fileprivate var dutch: String {
        switch self {
        case .year: "jaar"
        case .halfYear: "halfjaar"
        case .quarter: "kwartaal"
        case .month: "maand"
        case .schoolYear: "schooljaar"
        case .week: "week"
        case .day: "dag"
        }
    }
}

extension ValueLook {
    fileprivate func sentence(_ language: ReceiptLanguage) -> String {
        switch self {
        case .spreadsheetError: language == .nl ? "Dit is een foutmelding van Excel." : "This is an error of Excel."
        case .lessThan: language == .nl ? "Een grens is geen waarde." : "A bound is not a value."
        case .exponent:
            language == .nl
                ? "Excel heeft het getal afgekort: zet de celeigenschap op 'Getal'."
                : "Excel has abbreviated the number: format the cell as 'Number'."
        case .date:
            language == .nl ? "Excel heeft er misschien een datum van gemaakt." : "Excel may have made a date of it."
        case .otherDecimalSign:
            language == .nl ? "In dit bestand geldt het andere decimaalteken." : "This file has the other decimal sign."
        case .tooManyDigits:
            language == .nl ? "Een getal heeft ten hoogste 18 cijfers." : "A number has at most 18 digits."
        }
    }
}

extension String {
    /// The text with its first letter as a capital.
    fileprivate var capitalised: String { prefix(1).uppercased() + dropFirst() }
}
