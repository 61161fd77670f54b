internal import Indicators

extension FaultDetail {
    /// What a receipt says of it behind the reason; `nil` where that says it all.
    func sentence(of reason: IntakeReason, in phrases: Phrases) -> String? {
        switch self {
        case .nearest(let name): return Self.meant([name], in: phrases)
        case .nearestOf(let names): return Self.meant(names, in: phrases)
        case .unit(let unit):
            let shown = Printable.text(unit.symbol, limit: 60)
            return phrases.say(
                "De eenheid van deze indicator is '\(shown)'.",
                "The unit of this indicator is '\(shown)'."
            )
        case .range(let range, let unit): return Self.expected(range, unit, in: phrases)
        case .periodKind(let expected, let found):
            return phrases.say(
                "De indicator heeft waarden per \(expected.dutch), dit is een \(found.dutch).",
                "The indicator has values for each \(expected.rawValue), this is a \(found.rawValue)."
            )
        case .dayForPeriod(let meant, let other, let line): return Self.day(meant, other, line, in: phrases)
        case .inputs(let ids):
            return phrases.say(
                "Lever in plaats daarvan aan: \(Self.list(ids, in: phrases)).",
                "Supply instead: \(Self.list(ids, in: phrases))."
            )
        case .otherRow(let line, let text):
            return Self.otherRow(reason, line, phrases.quoted(reason.inWords(text, phrases.language)), in: phrases)
        case .requiredColumns(let form):
            let columns = form.required(in: phrases)
            return phrases.say("Nodig zijn in elk geval \(columns).", "At least \(columns) are needed.")
        case .counts(let expected, let found):
            return phrases.say(
                "De kopregel heeft er \(expected), deze rij heeft er \(found).",
                "The header has \(expected), this row has \(found)."
            )
        case .splitNumber: return Self.splitNumber(in: phrases)
        case .looksLike(let look): return look.sentence(in: phrases)
        case .today(let day):
            let day = phrases.date(day)
            return phrases.say("Het bestand is gelezen op \(day).", "The file was read on \(day).")
        case .decimals(let most): return Self.decimals(most, in: phrases)
        case .thousands(let whole): return Self.thousands(Self.written(whole, in: phrases), in: phrases)
        case .after(let last, let period, let times, let isLarger):
            return Self.after(Self.written(last, in: phrases), period, times, isLarger, in: phrases)
        case .budget(let kind, let value, let budget, let year, let unit):
            return Self.budget(kind, value, of: budget, year: year, unit, in: phrases)
        case .fraction(let meant, let target):
            return Self.fraction(Self.written(meant, in: phrases), Self.written(target, in: phrases), in: phrases)
        case .tableForm(let form): return Self.tableForm(form, reason, in: phrases)
        case .profile(let name, let nearest): return Self.profile(name, nearest, in: phrases)
        case .readings(let readings): return Self.readings(readings.map(\.description), in: phrases)
        case .unwatchedPeriod(let kind):
            let name = kind.name(in: phrases)
            return phrases.say("Dit is \(name).", "This is \(name).")
        case .areas(let areas): return Self.readings(areas.map(Self.shown), in: phrases)
        case .holds(let value): return phrases.say("Nu geldt \(value).", "Now \(value) holds.")
        case .sheetCell(let sheet, let cell): return Self.sheetCell(sheet, cell, in: phrases)
        case .reported(let status, let day, let expected): return Self.reported(status, day, expected, in: phrases)
        case .beginning(let year):
            return phrases.say(
                "Het eerste jaar waarover het programma iets zegt, is \(year).",
                "The first year of which the programme says anything is \(year)."
            )
        case .asDate(let day):
            let day = phrases.date(day)
            return phrases.say("Als datum is dit \(day).", "As a date it is \(day).")
        case .namedPeriod(let place, let indicator, let expected, let found):
            return Self.namedPeriod(place, indicator, expected, found, in: phrases)
        case .sheets(let others, let likely, let isOwnForm):
            return Self.sheets(others, likely, isOwnForm: isOwnForm, in: phrases)
        }
    }

    private static func sheetCell(_ sheet: String?, _ cell: String?, in phrases: Phrases) -> String? {
        let shown = sheet.map { "'\(Printable.text($0, limit: 60))'" }
        switch (shown, cell) {
        case (let sheet?, let cell?):
            return phrases.say("Het gaat om blad \(sheet), cel \(cell).", "It is about sheet \(sheet), cell \(cell).")
        case (let sheet?, nil): return phrases.say("Het gaat om blad \(sheet).", "It is about sheet \(sheet).")
        case (nil, let cell?):
            return phrases.say("Vergelijk cel \(cell).", "Compare cell \(cell).")
        case (nil, nil): return nil
        }
    }

    private static func tableForm(_ form: TableForm, _ reason: IntakeReason, in phrases: Phrases) -> String {
        let kind = phrases.say("Dit is \(form.words(in: phrases)).", "This is \(form.words(in: phrases)).")
        if reason == .noNumbers { return kind }
        let wayOut = phrases.say(
            "Er is nog geen profiel voor: de beheerder kan er een maken met peilwacht feeds suggest.",
            "There is no profile for it yet: the administrator can make one with peilwacht feeds suggest."
        )
        return "\(kind) \(wayOut)"
    }

    private static func profile(_ name: String, _ nearest: String?, in phrases: Phrases) -> String {
        let profile = Printable.text(name, limit: 60)
        let hint = nearest.map {
            let shown = Printable.text($0, limit: 100)
            return phrases.say(" Wel staat er '\(shown)'.", " It does have '\(shown)'.")
        }
        return phrases.say(
            "Het profiel \(profile) leest dit bestand met die kolom.\(hint ?? "") Vraag de beheerder het profiel na te zien.",
            "The profile \(profile) reads this file by that column.\(hint ?? "") Ask the administrator to look at the profile."
        )
    }

    private static func meant(_ names: [String], in phrases: Phrases) -> String {
        let shown = phrases.choice(names.map { "'\(Printable.text($0, limit: 60))'" })
        return phrases.say("Bedoelt u \(shown)?", "Did you mean \(shown)?")
    }

    private static func written(_ value: ExactDecimal, in phrases: Phrases) -> String {
        phrases.say(value.written(decimalSign: ","), value.written(decimalSign: "."))
    }

    private static func decimals(_ most: Int, in phrases: Phrases) -> String {
        let rule =
            most == 0
            ? phrases.say("Deze indicator telt in hele getallen.", "This indicator counts in whole numbers.")
            : phrases.say(
                "Deze indicator heeft ten hoogste \(most) \(most == 1 ? "decimaal" : "decimalen").",
                "This indicator has at most \(most) \(most == 1 ? "decimal" : "decimals")."
            )
        let wayOut = phrases.say(
            "Horen er meer decimalen bij, dan kan de beheerder dat vastleggen (decimals).",
            "If it should have more, the administrator can say so (decimals)."
        )
        return "\(rule) \(wayOut)"
    }

    private static func thousands(_ whole: String, in phrases: Phrases) -> String {
        phrases.say(
            "Bedoelt u \(whole), schrijf het dan zo. Zijn het echt drie decimalen, dan kan de beheerder dat bij de indicator "
                + "vastleggen (decimals: 3).",
            "If you mean \(whole), write it so. If these are three decimals, the administrator can say so of the indicator "
                + "(decimals: 3)."
        )
    }

    private static func after(
        _ last: String,
        _ period: Period,
        _ times: Int,
        _ isLarger: Bool,
        in phrases: Phrases
    ) -> String {
        let when = phrases.period(period)
        return phrases.say(
            "\(phrases.inPeriod(period)) was het \(last). Dit is meer dan \(times) keer zo \(isLarger ? "groot" : "klein"). "
                + confirmation(in: phrases),
            "For \(when) it was \(last). This is more than \(times) times as \(isLarger ? "large" : "small"). "
                + confirmation(in: phrases)
        )
    }

    private static func otherRow(
        _ reason: IntakeReason,
        _ line: Int,
        _ text: String,
        in phrases: Phrases
    ) -> String {
        if reason == .unpinnedDimension {
            return phrases.say(
                "Regel \(line) geeft een waarde voor dezelfde reeks, en gaat over \(text).",
                "Line \(line) gives a value for the same series, and is about \(text)."
            )
        }
        return reason == .conflictingRows
            ? phrases.say(
                "Regel \(line) geeft voor dezelfde reeks en periode \(text).",
                "Line \(line) gives \(text) for the same series and period."
            )
            : phrases.say("Op regel \(line) staat \(text).", "On line \(line) stands \(text).")
    }

    private static func expected(_ range: ValueRange, _ unit: MeasureUnit, in phrases: Phrases) -> String? {
        if unit == .milestone {
            return phrases.say("Verwacht: gereed (1) of niet gereed (0).", "Expected: done (1) or not done (0).")
        }
        let written = { (bound: ExactDecimal) in Self.written(bound, in: phrases) }
        switch (range.minimum.map(written), range.maximum.map(written)) {
        case (let low?, let high?):
            return phrases.say("Verwacht: van \(low) tot en met \(high).", "Expected: from \(low) through \(high).")
        case (let low?, nil): return phrases.say("Verwacht: ten minste \(low).", "Expected: at least \(low).")
        case (nil, let high?): return phrases.say("Verwacht: ten hoogste \(high).", "Expected: at most \(high).")
        case (nil, nil): return nil
        }
    }

    /// `GM0893 (Bergen (L.))`.
    private static func shown(_ area: AreaCode) -> String {
        Municipalities.standard.municipality(area).map { "\(area) (\($0.name))" } ?? "\(area)"
    }

    private static func readings(_ readings: [String], in phrases: Phrases) -> String {
        guard readings.count > 1 else {
            return phrases.say(
                "Bedoelt u \(readings.first ?? ""), schrijf het dan zo.",
                "If you mean \(readings.first ?? ""), write it so."
            )
        }
        let choice = phrases.choice(readings)
        return phrases.say("Schrijf \(choice), naar wat u bedoelt.", "Write \(choice), whichever you mean.")
    }

    private static func splitNumber(in phrases: Phrases) -> String {
        phrases.say(
            "Waarschijnlijk staan er getallen met een decimale komma in, terwijl komma's ook de velden scheiden. Sla het "
                + "bestand op met puntkomma's tussen de velden, of zet zulke getallen tussen aanhalingstekens.",
            "It probably has numbers with a decimal comma while commas also part the fields. Save the file with "
                + "semicolons between the fields, or put such numbers in quotation marks."
        )
    }

    private static func list(_ ids: [IndicatorID], in phrases: Phrases) -> String {
        let left = ids.count - 4
        let more = left > 0 ? [phrases.say("nog \(left)", "\(left) more")] : []
        return phrases.list(ids.prefix(4).map(\.description) + more)
    }
}

extension Phrases {
    /// `In 2024`, `In het 3e kwartaal van 2026`, `Op 31 maart 2026`.
    fileprivate func inPeriod(_ period: Period) -> String {
        let named = self.period(period)
        return switch period.kind {
        case .day: "Op \(named)"
        case .year, .halfYear, .quarter, .month, .schoolYear, .week: "In \(named)"
        }
    }
}

extension FormName {
    /// The columns that a file of the form has to have: `indicator, periode en waarde`.
    fileprivate func required(in phrases: Phrases) -> String {
        switch self {
        case .plain: phrases.list(PlainColumn.required.map { $0.name(in: phrases) })
        case .milestone: phrases.list(MilestoneColumn.required.map { $0.name(in: phrases) })
        }
    }
}

extension ValueLook {
    fileprivate func sentence(in phrases: Phrases) -> String {
        switch self {
        case .spreadsheetError: phrases.say("Dit is een foutmelding van Excel.", "This is an error of Excel.")
        case .lessThan: phrases.say("Een grens is geen waarde.", "A bound is not a value.")
        case .formula:
            phrases.say(
                "Deze formule is niet uitgerekend: open de werkmap in Excel en sla haar op.",
                "This formula was not calculated: open the workbook in Excel and save it."
            )
        case .yearOrDate:
            phrases.say(
                "Dit is een getal dat als datum wordt getoond: geef de cel de eigenschap 'Getal'.",
                "This is a number that is shown as a date: format the cell as 'Number'."
            )
        case .exponent:
            phrases.say(
                "Excel heeft het getal afgekort: zet de celeigenschap op 'Getal'.",
                "Excel has abbreviated the number: format the cell as 'Number'."
            )
        case .date:
            phrases.say("Excel heeft er misschien een datum van gemaakt.", "Excel may have made a date of it.")
        case .otherDecimalSign:
            phrases.say("In dit bestand geldt het andere decimaalteken.", "This file has the other decimal sign.")
        case .tooManyDigits:
            phrases.say("Een getal heeft ten hoogste 18 cijfers.", "A number has at most 18 digits.")
        }
    }
}
