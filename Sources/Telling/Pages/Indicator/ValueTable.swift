internal import Assessment
internal import Indicators

/// The values of a series in a table, the latest first: each with its interval, its target, and where it comes from.
struct ValueTable: Sendable {
    let dossier: IndicatorDossier
    let plan: PagePlan

    private var unit: MeasureUnit { dossier.subject.indicator.unit }
    private var budget: Budget? { dossier.subject.indicator.budget }
    private var all: [RecordedObservation] { dossier.subject.history.observations }

    /// The table, or that there is no value yet.
    var html: HTML {
        guard !all.isEmpty else {
            return "<p>\(none)</p>\n"
        }
        return HTML(joining: [table.html(plan.phrases), more])
    }

    private var none: String {
        let isWithdrawn = !dossier.corrections.isEmpty
        if dossier.subject.indicator.isMilestone {
            return isWithdrawn
                ? plan.say("Wat was gemeld, is ingetrokken.", "What was reported has been withdrawn.")
                : plan.say("Er is nog niets gemeld.", "Nothing has been reported yet.")
        }
        return isWithdrawn
            ? plan.say("Er is nu geen waarde.", "There is no value now.")
            : plan.say("Er is nog geen waarde.", "There is no value yet.")
    }

    /// Without the columns in which nothing stands.
    var table: PageTable {
        let targets = dossier.subject.toldTargets(by: plan.disclosure)
        let rows = all.suffix(ValueLimits.mostShown).reversed().map { row($0, targets) }
        let used = columns.indices.filter { place in rows.contains { $0[place] != .nothing } }
        return PageTable(
            caption: plan.say("Waarden, de nieuwste boven", "Values, the latest first"),
            columns: used.map { columns[$0] },
            rows: rows.map { row in used.map { row[$0] } },
            id: "waarden",
            page: dossier.address
        )
    }

    private var columns: [PageTable.Column] {
        [
            PageTable.Column(plan.say("Periode", "Period")),
            PageTable.Column(plan.say("Waarde", "Value"), isNumber: true, unit: unit),
            PageTable.Column(plan.say("Interval", "Interval"), isNumber: true),
            PageTable.Column(
                budget == nil ? plan.say("Streefwaarde", "Target") : plan.say("Begroting", "Budget"),
                isNumber: true
            ),
            PageTable.Column(plan.say("Gebracht door", "Brought by")),
            PageTable.Column(plan.say("Vastgelegd op", "Recorded on")),
            PageTable.Column(plan.say("Eerdere waarden", "Earlier values")),
        ]
    }

    private var more: HTML {
        guard all.count > ValueLimits.mostShown else { return "" }
        let words = plan.say(
            "Dit zijn de laatste \(ValueLimits.mostShown) van \(all.count) waarden. Alle waarden als JSON",
            "These are the last \(ValueLimits.mostShown) of \(all.count) values. All values as JSON"
        )
        return "<p><a href=\"\(PageAddress.api(.observations(dossier.key)).path)\">\(words)</a></p>\n"
    }

    private func row(_ recorded: RecordedObservation, _ targets: [SeriesChart.Target]) -> [PageCell] {
        [
            PageCell(plan.phrases.period(recorded.period)), amount(recorded), interval(recorded.observation),
            target(of: recorded.period, targets), origin(recorded), moment(of: recorded),
            revisions(of: recorded),
        ]
    }

    private var isDerived: Bool { dossier.subject.indicator.derivation != nil }

    /// When it was recorded; a dash for what stands in the document itself, of which no such moment is known.
    private func moment(of recorded: RecordedObservation) -> PageCell {
        recorded.importHash == nil && !isDerived ? .nothing : PageCell(plan.brief(recorded.recordedAt))
    }

    private func amount(_ recorded: RecordedObservation) -> PageCell {
        let words = plan.values.cell(recorded.observation, of: dossier.key, unit)
        let isProvisional = recorded.observation.status == .provisional
        let mark: HTML = isProvisional ? "<br><small>\(plan.say("voorlopig", "provisional"))</small>" : ""
        let note = plan.values.note(of: recorded, dossier.key)
        let told: HTML = note.map { "<br><small>\($0)</small>" } ?? ""
        return PageCell("\(words.html)\(mark)\(told)", words.plain)
    }

    /// `42,6% tot 45,8%`; a dash where none was published.
    private func interval(_ observation: Observation) -> PageCell {
        guard !plan.disclosure.hides(observation, of: dossier.key), let interval = observation.interval,
            let low = interval.minimum, let high = interval.maximum
        else { return .nothing }
        return PageCell("\(unit.written(low)) \(plan.say("tot", "to")) \(unit.written(high))")
    }

    private func target(of period: Period, _ targets: [SeriesChart.Target]) -> PageCell {
        let bounds = targets.filter { $0.first.kind == period.kind && $0.first <= period && period <= $0.last }
            .map { written($0.bound, in: period) }
        let unique = bounds.reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
        return unique.isEmpty ? .nothing : PageCell(plan.phrases.list(unique))
    }

    /// What the value is held against: a budget as it held at the end of the period.
    private func written(_ bound: Bound, in period: Period) -> String {
        guard let budget else { return bound.written(unit: unit) }
        let inForce = BudgetInForce(bound.value, in: period.year, changes: budget.changes, on: period.end)
        return unit.written(inForce?.value ?? bound.value)
    }

    /// The file, or what else it comes from.
    private func origin(_ recorded: RecordedObservation) -> PageCell {
        guard let hash = recorded.importHash else {
            return isDerived
                ? PageCell(plan.say("berekend", "calculated"))
                : PageCell(recorded.observation.source?.oneLine(limit: 120) ?? plan.say("het document", "the document"))
        }
        let source: HTML = recorded.observation.source.map { "<br><small>\($0.oneLine(limit: 120))</small>" } ?? ""
        return PageCell("\(file(hash))\(source)", fileName(hash))
    }

    private func fileName(_ hash: String) -> String {
        dossier.files[hash]?.name.oneLine(limit: 120)
            ?? plan.say("bestand \(hash.prefix(12))", "file \(hash.prefix(12))")
    }

    private func file(_ hash: String) -> HTML {
        dossier.files[hash]?.link ?? HTML(fileName(hash))
    }

    private func revisions(of recorded: RecordedObservation) -> PageCell {
        let earlier = (dossier.revisions[recorded.period] ?? []).filter { $0.revision < recorded.revision }
        guard !earlier.isEmpty else { return .nothing }
        let lines = earlier.reversed().map { old -> PageCell in
            let (words, day) = (plan.values.amount(old.observation, of: dossier.key, unit), plan.brief(old.recordedAt))
            let origin: HTML = old.importHash.map { ", \(file($0))" } ?? ""
            let name = old.importHash.map { ", \(fileName($0))" } ?? ""
            return PageCell("\(words) (\(day)\(origin))", "\(words) (\(day)\(name))")
        }
        let count = plan.say("\(earlier.count) eerder", "\(earlier.count) earlier")
        return PageCell(.folded(count, .list(lines.map(\.html))), lines.map(\.text).joined(separator: "; "))
    }
}

/// How much of a series stands on its page.
package enum ValueLimits {
    /// So many of the last values are shown; more of them are for programs.
    package static let mostShown = 60
}
