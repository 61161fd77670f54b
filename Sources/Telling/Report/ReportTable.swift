package import Indicators

/// A table of the report with typed cells, which each form writes in its own way.
package struct ReportTable: Hashable, Sendable {
    /// One column.
    package struct Column: Hashable, Sendable {
        package let title: String
        /// What it belongs to with its neighbours; `nil` where it stands by itself.
        package let group: String?
        /// In characters, for a workbook.
        package let width: Int
        /// Whether it is the name of its row.
        var isName = false
    }

    /// A word for a sheet: `Indicatoren`.
    package let name: String
    /// What it shows, in a sentence.
    package let caption: String
    package let columns: [Column]
    package let rows: [[ReportCell]]
    /// What stands below the table, a note each.
    var notes: [String] = []
}

extension ProgrammeReport {
    /// Makes the tables of the report.
    package struct Tables {
        let report: ProgrammeReport
        let zone: LocalZone
        let phrases: Phrases

        package init(_ report: ProgrammeReport, zone: LocalZone, phrases: Phrases) {
            self.report = report
            self.zone = zone
            self.phrases = phrases
        }
    }
}

// MARK: For a page, under the headings of the document
extension ProgrammeReport.Tables {
    /// The indicators of one heading, with the years as the document has them.
    func indicators(of block: ReportBlock, in section: ReportSection) -> ReportTable? {
        let heading = block.heading ?? section.title
        let goals = block.rows.contains { !$0.goals.isEmpty } ? [ReportColumn.goals] : []
        let owners = block.rows.contains { $0.owner != nil } ? [ReportColumn.owner] : []
        let years = Self.years(of: block.rows, upTo: report.day)
        return table(
            block.rows,
            [.name] + goals + [.source] + owners + years + [.light, .explanation],
            name: phrases.say("Indicatoren", "Indicators"),
            caption: phrases.say("Indicatoren: \(heading)", "Indicators: \(heading)"),
            isShort: true
        )
    }

    /// The promises of a package.
    func activities(of section: ReportSection) -> ReportTable? {
        let numbers = section.activities.contains { $0.number != nil } ? [ReportColumn.number] : []
        return table(
            section.activities,
            numbers + [.name, .owner, .status, .due, .light, .explanation],
            name: phrases.say("Activiteiten", "Activities"),
            caption: phrases.say("Activiteiten van \(section.title)", "Activities of \(section.title)"),
            isShort: true
        )
    }

    /// The lines of the budget of a package as they stand in their year.
    func budget(of section: ReportSection) -> ReportTable? {
        table(
            section.budget,
            [.name, .year, .budget, .spent, .through, .forecast, .deviation, .outcome, .light, .explanation],
            name: phrases.say("Begroting", "Budget"),
            caption: phrases.say("Stand van de begroting\(unit(of: section))", "The budget\(unit(of: section))"),
            isShort: true
        )
    }

    /// The same lines through the years, as the document has them.
    func budgetYears(of section: ReportSection) -> ReportTable? {
        table(
            section.budget,
            [.name] + Self.years(of: section.budget, upTo: report.day),
            name: phrases.say("Meerjarig", "By year"),
            caption: phrases.say(
                "Realisatie en begroting per jaar\(unit(of: section))",
                "Realised and budgeted by year\(unit(of: section))"
            ),
            isShort: true
        )
    }

    /// ` (bedragen in € 1.000; lasten met een minteken)`: the unit where all lines are in one, and how costs are written.
    private func unit(of section: ReportSection) -> String {
        let units = Set(section.budget.map(\.unit))
        let unit = units.count == 1 ? units.first : nil
        let hasNegativeCosts = section.budget.contains { row in
            if case .budget(let budget?) = row.matter { budget.hasNegativeCosts } else { false }
        }
        let parts = [
            unit.map { phrases.say("bedragen in \($0.symbol)", "amounts in \($0.symbol)") },
            hasNegativeCosts ? phrases.say("lasten met een minteken", "costs with a minus sign") : nil,
        ]
        .compactMap(\.self)
        return parts.isEmpty ? "" : " (\(parts.joined(separator: "; ")))"
    }

    /// What changed since the day of the comparison.
    package var changes: ReportTable? {
        guard !report.changes.isEmpty else { return nil }
        let titles = [
            (phrases.say("Pakket", "Package"), 11), (phrases.say("Onderwerp", "Subject"), 40),
            (phrases.say("Wat", "What"), 26), (phrases.say("Was", "Was"), 26), (phrases.say("Is", "Is"), 26),
            (phrases.say("Eenheid", "Unit"), 11),
        ]
        let day = phrases.date(report.comparison.day)
        return ReportTable(
            name: phrases.say("Gewijzigd", "Changed"),
            caption: phrases.say("Gewijzigd sinds \(day)", "Changed since \(day)"),
            columns: titles.enumerated().map { index, column in
                ReportTable.Column(title: column.0, group: nil, width: column.1, isName: index == 1)
            },
            rows: report.changes.map { change in
                [
                    .text(change.package), .text(change.name), .text(change.words(in: phrases)), change.before,
                    change.after, change.unit.map { .text($0.symbol) } ?? .empty,
                ]
            }
        )
    }
}

// MARK: For a spreadsheet, all packages together
extension ProgrammeReport.Tables {
    /// Every line of every kind, in one table.
    var everything: ReportTable? {
        table(
            report.rows,
            [.kind, .package, .goals, .id, .name, .unit, .source, .owner]
                + Self.years(of: report.rows, upTo: nil)
                + [.light, .status, .due, .year, .budget, .spent, .through, .forecast, .deviation, .outcome]
                + Self.answers,
            name: "Rapport",
            caption: report.title
        )
    }

    /// One table for each kind of line that there is, and what has changed.
    package var sheets: [ReportTable] {
        [allIndicators, allActivities, allBudget, allBudgetYears, changes].compactMap(\.self)
    }

    private static let answers: [ReportColumn] = [.cause, .consequence, .measure, .remark]

    private var allIndicators: ReportTable? {
        let rows = report.sections.flatMap(\.blocks).flatMap(\.rows)
        return table(
            rows,
            [.package, .goals, .name, .unit, .source, .owner] + Self.years(of: rows, upTo: nil) + [.light]
                + Self.answers,
            name: phrases.say("Indicatoren", "Indicators"),
            caption: report.title
        )
    }

    private var allActivities: ReportTable? {
        table(
            report.sections.flatMap(\.activities),
            [.package, .number, .name, .owner, .status, .due, .light] + Self.answers,
            name: phrases.say("Activiteiten", "Activities"),
            caption: report.title
        )
    }

    private var allBudget: ReportTable? {
        table(
            report.sections.flatMap(\.budget),
            [.package, .name, .unit, .year, .budget, .spent, .through, .forecast, .deviation, .outcome, .light]
                + Self.answers,
            name: phrases.say("Begroting", "Budget"),
            caption: report.title
        )
    }

    private var allBudgetYears: ReportTable? {
        let rows = report.sections.flatMap(\.budget)
        return table(
            rows,
            [.package, .name, .unit] + Self.years(of: rows, upTo: nil),
            name: phrases.say("Meerjarig", "By year"),
            caption: report.title
        )
    }
}

// MARK: Making them
extension ProgrammeReport.Tables {
    /// So many years that were realised stand on a page: more would not fit.
    private static let mostRealisedYears = 4

    /// The years that there is something of; on a page the last few that were realised.
    private static func years(of rows: [ReportRow], upTo day: CalendarDate?) -> [ReportColumn] {
        let realised = Set(rows.flatMap(\.realised.keys)).sorted()
        let targets = Set(rows.flatMap(\.targets.keys)).sorted()
        let shown = day == nil ? realised[...] : realised.suffix(mostRealisedYears)
        return shown.map(ReportColumn.realised) + targets.map(ReportColumn.target)
    }

    private func table(
        _ rows: [ReportRow],
        _ columns: [ReportColumn],
        name: String,
        caption: String,
        isShort: Bool = false
    ) -> ReportTable? {
        guard !rows.isEmpty else { return nil }
        return ReportTable(
            name: name,
            caption: caption,
            columns: columns.map { column in
                ReportTable.Column(
                    title: title(of: column, over: rows, isShort: isShort),
                    group: isShort ? group(of: column, over: rows) : nil,
                    width: column.width,
                    isName: column == .name
                )
            },
            rows: rows.map { row in columns.map { cell($0, of: row, isShort: isShort) } },
            notes: isShort && columns.contains(.explanation) ? Self.footnotes(of: rows) : []
        )
    }

    /// On a page, whose numbers stand there without their unit as in the document, it stands with the name of the line.
    private func cell(_ column: ReportColumn, of row: ReportRow, isShort: Bool) -> ReportCell {
        guard isShort, column == .name, case .indicator = row.matter, row.unit != .percent else {
            return row.cell(column, zone: zone, phrases: phrases)
        }
        return .written(row.title, nil, MeasureUnit(""), note: row.unit.symbol)
    }

    /// Each once, as the document has them below its table.
    private static func footnotes(of rows: [ReportRow]) -> [String] {
        var seen: Set<String> = []
        return rows.flatMap(\.footnotes).filter { seen.insert($0).inserted }
    }

    private func title(of column: ReportColumn, over rows: [ReportRow], isShort: Bool) -> String {
        if column == .name { return nameTitle(over: rows) }
        if case .target(let year) = column, !isShort, areBudget(rows) {
            return phrases.say("Begroting \(year)", "Budget \(year)")
        }
        return isShort ? column.title(in: phrases) : column.wholeTitle(in: phrases)
    }

    private func group(of column: ReportColumn, over rows: [ReportRow]) -> String? {
        guard case .target = column, areBudget(rows) else { return column.group(in: phrases) }
        return phrases.say("Begroting", "Budget")
    }

    private func areBudget(_ rows: [ReportRow]) -> Bool {
        rows.allSatisfy { if case .budget = $0.matter { true } else { false } }
    }

    /// What the names of these lines are names of.
    private func nameTitle(over rows: [ReportRow]) -> String {
        if areBudget(rows) { return phrases.say("Begrotingsregel", "Budget line") }
        let areActivities = rows.allSatisfy { if case .activity = $0.matter { true } else { false } }
        return areActivities ? phrases.say("Activiteit", "Activity") : phrases.say("Indicator", "Indicator")
    }
}

extension ReportRow {
    /// The number of its goal, of an activity.
    fileprivate var number: String? {
        if case .activity(let activity) = matter { activity.number } else { nil }
    }
}
