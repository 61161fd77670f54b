internal import Indicators

/// The words of a receipt beside its faults, in one language.
struct ReceiptWords {
    let phrases: Phrases

    init(_ language: Language) {
        phrases = Phrases(language)
    }

    func say(_ dutch: @autoclosure () -> String, _ english: @autoclosure () -> String) -> String {
        phrases.say(dutch(), english())
    }

    var allTaken: String {
        say("Alle rijen van dit bestand zijn verwerkt.", "All rows of this file have been processed.")
    }

    func partlyTaken(_ tally: IntakeTally) -> String {
        let faults = tally.faultyRows
        guard faults > 0 else {
            return say(
                "Een deel van de rijen is niet ingenomen; hieronder staat welk deel. \(mending(tally))",
                "A part of the rows was not taken in; which part stands below. \(mending(tally))"
            )
        }
        let rows = say(
            faults == 1 ? "1 rij is" : "\(faults) rijen zijn",
            faults == 1 ? "1 row is" : "\(faults) rows are"
        )
        return say(
            "\(rows) apart gezet en niet ingenomen; de andere rijen zijn verwerkt. \(mending(tally))",
            "\(rows) set aside and not taken in; the other rows have been processed. \(mending(tally))"
        )
    }

    /// Of a file that was read to its end and brought nothing that was not known.
    func nothingTaken(_ tally: IntakeTally) -> String {
        let unchanged = say("Er is niets veranderd.", "Nothing has changed.")
        if tally.faultCount > 0 { return "\(partlyTaken(tally)) \(unchanged)" }
        return "\(nothingNew(tally)) \(unchanged)"
    }

    private func nothingNew(_ tally: IntakeTally) -> String {
        tally.unchanged > 0
            ? say("De waarden in dit bestand waren al bekend.", "The values in this file were known already.")
            : say(
                "In dit bestand staat geen waarde om in te nemen. Hieronder staat waarom.",
                "This file has no value to take in. The reason stands below."
            )
    }

    func dryRun(_ tally: IntakeTally) -> String {
        if tally.changeCount == 0, tally.faultCount == 0 { return "\(nothingNew(tally)) \(trial)" }
        guard tally.faultCount > 0 else {
            return "\(say("Dit bestand kan worden ingenomen.", "This file can be taken in.")) \(trial)"
        }
        let rows = say(
            tally.faultCount == 1 ? "1 rij wordt" : "\(tally.faultCount) rijen worden",
            tally.faultCount == 1 ? "1 row is" : "\(tally.faultCount) rows are"
        )
        return say(
            "\(rows) dan apart gezet; de andere rijen worden verwerkt. \(trial)",
            "\(rows) set aside then; the other rows are processed. \(trial)"
        )
    }

    /// The values that count as provisional, whatever the file says.
    func unfinished(_ count: Int) -> String {
        say(
            count == 1
                ? "1 waarde gaat over een periode die nog niet voorbij is. Ze telt als voorlopig."
                : "\(count) waarden gaan over een periode die nog niet voorbij is. Ze tellen als voorlopig.",
            count == 1
                ? "1 value is about a period that is not over. It counts as provisional."
                : "\(count) values are about a period that is not over. They count as provisional."
        )
    }

    /// How many other rows have the same fault.
    func likewise(_ rows: IntakeTally.Skips) -> String {
        let lines = numbers(rows)
        return say(
            "Zo zijn er \(rows.count) rijen (regels \(lines)).",
            "There are \(rows.count) such rows (lines \(lines))."
        )
    }

    func earlier(_ at: String, _ name: String) -> String {
        say("Ingenomen op \(at), uit het bestand \(name).", "Taken in on \(at), from the file \(name).")
    }

    func more(_ count: Int) -> String { say("- en nog \(count) andere.", "- and \(count) more.") }

    func say(_ reason: IntakeReason) -> String { Wording.of(reason).text(in: phrases) }

    /// The value before and after a revision.
    func change(_ revision: RevisedValue) -> (String, String) {
        switch revision.hidden {
        case .both: return (hidden, hidden)
        case .old: return (hidden, number(revision.new))
        case .new: return (number(revision.old), hidden)
        case nil: break
        }
        guard revision.isReport else { return (number(revision.old), number(revision.new)) }
        return (milestone(revision.oldReport, revision.old), milestone(revision.newReport, revision.new))
    }

    /// What is reported of a milestone, or else the value.
    func milestoneOrNumber(_ report: MilestoneReport?, _ value: ExactDecimal) -> String {
        report == nil ? number(value) : milestone(report, value)
    }

    private func number(_ value: ExactDecimal) -> String {
        say(value.written(decimalSign: ","), value.written(decimalSign: "."))
    }

    /// `vertraagd (verwacht 1 april 2027)`; of a value without a report only whether the milestone is done.
    private func milestone(_ report: MilestoneReport?, _ value: ExactDecimal) -> String {
        guard let report else {
            return value == ExactDecimal(1) ? say("gereed", "done") : say("niet gereed", "not done")
        }
        let expected = report.expected.map { " (\(say("verwacht", "expected")) \(phrases.date($0)))" } ?? ""
        return say(report.status.rawValue, report.status.english) + expected
    }

    /// The moment as people read it: `1 april 2026 om 08.00 uur`.
    func time(_ time: LocalDateTime) -> String { phrases.dateAndTime(time) }

    func revisions(areReports: Bool) -> String {
        areReports ? say("Herziene meldingen:", "Revised reports:") : say("Herziene waarden:", "Revised values:")
    }

    func skipped(areParts: Bool) -> String {
        areParts
            ? say("Overgeslagen, soms een deel van een rij:", "Skipped, sometimes a part of a row:")
            : say("Overgeslagen:", "Skipped:")
    }
    var received: String { say("Verwerkt: ", "Processed: ") }

    func bytes(_ size: Int) -> String { ", \(size) bytes" }

    func skip(_ skips: IntakeTally.Skips, _ sentence: String, inSheet: Bool) -> String {
        let rows = skips.count == 1 ? say("1 rij", "1 row") : "\(skips.count) \(say("rijen", "rows"))"
        let lines = numbers(skips)
        let (one, many) =
            inSheet ? (say("rij", "row"), say("rijen", "rows")) : (say("regel", "line"), say("regels", "lines"))
        return "\(rows) (\(skips.count == 1 ? one : many) \(lines)): \(sentence)"
    }

    /// `2, 5 en 9`; where not all of them are known `2, 5, 9, …`.
    private func numbers(_ rows: IntakeTally.Skips) -> String {
        let lines = rows.lines.map(String.init)
        return rows.count > lines.count ? lines.joined(separator: ", ") + ", …" : phrases.list(lines)
    }

    func reading(_ dialect: FileDialect) -> String {
        if let sheet = dialect.container.sheet { return reading(sheet, dialect) }
        let text = [encoding(dialect), separator(dialect.separator)]
        let parts =
            switch dialect.form {
            case .plain: text + [decimalSign(dialect.decimalSign)]
            case .milestone: [say("meldingen van mijlpalen", "reports of milestones")] + text
            case .table(let layout):
                [layout.form.words(in: phrases)] + text + [decimalSign(dialect.decimalSign)]
            }
        let sentence = "\(say("Gelezen als", "Read as")) \(parts.joined(separator: ", "))."
        guard dialect.isEncodingAssumed else { return sentence }
        let notice = say(
            "Het bestand is geen UTF-8; controleer of letters met accenten kloppen.",
            "The file is not UTF-8; check whether letters with accents are right."
        )
        return "\(sentence) \(notice)"
    }

    /// Which sheet was read and which were not, and what was read in it though nobody sees it.
    private func reading(_ sheet: SheetOrigin, _ dialect: FileDialect) -> String {
        let name = Printable.text(sheet.name, limit: 60)
        var sentences = [
            say("Gelezen is het blad '\(name)' van de werkmap.", "The sheet '\(name)' of the workbook was read.")
        ]
        if sheet.others > 0 {
            sentences.append(
                say(
                    sheet.others == 1
                        ? "1 ander blad is niet gelezen." : "\(sheet.others) andere bladen zijn niet gelezen.",
                    sheet.others == 1 ? "1 other sheet was not read." : "\(sheet.others) other sheets were not read."
                )
            )
        }
        if sheet.notes.hiddenRows > 0 { sentences.append(hidden(sheet.notes.hiddenRows)) }
        return sentences.joined(separator: " ")
    }

    private func hidden(_ rows: Int) -> String {
        say(
            rows == 1 ? "1 verborgen rij is meegelezen." : "\(rows) verborgen rijen zijn meegelezen.",
            rows == 1 ? "1 hidden row was read as well." : "\(rows) hidden rows were read as well."
        )
    }

    private func encoding(_ dialect: FileDialect) -> String { dialect.encoding == .utf8 ? "UTF-8" : "Windows-1252" }

    private func separator(_ separator: Separator) -> String {
        switch separator {
        case .semicolon: say("puntkomma tussen de velden", "semicolon between the fields")
        case .comma: say("komma tussen de velden", "comma between the fields")
        case .tab: say("tab tussen de velden", "tab between the fields")
        }
    }

    private func decimalSign(_ sign: DecimalSign?) -> String {
        switch sign {
        case .comma: say("decimale komma", "decimal comma")
        case .point: say("decimale punt", "decimal point")
        case nil: say("alleen hele getallen", "whole numbers only")
        }
    }
}
