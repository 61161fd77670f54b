internal import Indicators

/// Writes the programme file of a target table.
///
/// Every text of the table stands in double quotes on one line, or behind a `#` with all that could end the line escaped:
/// nothing that was pasted can become YAML of its own.
struct TargetTableYAML {
    let frame: ProgrammeFrame
    let rows: TargetTableRows

    /// The whole file.
    var text: String { (header + programme + rows.indicators.flatMap(lines)).map { $0 + "\n" }.joined() }

    // MARK: The programme

    private var header: [String] {
        let checks = [
            "programme, title, area and package are placeholders where nothing else was given",
            "due is 365 days everywhere; the table does not say when a value has to be there",
        ]
        let remarks = TargetTableYAML.remarks.filter { rows.remarks.contains($0.remark) }.map(\.words)
        return [
            "# A target table, read by 'peilwacht targets read'. What it does not say was filled in; look at each 'check'."
        ]
            + (checks + remarks).map { "# check: \($0)" }
            + rows.strays.map { "# \($0.what): \(YAMLText.commented($0.text))" }
    }

    private static let remarks: [(remark: TargetTableRows.Remark, words: String)] = [
        (.countAssumed, "unit is aantal where neither the row nor the title names one"),
        (.unitFromCell, "unit of some rows is what their cells name"),
        (
            .skipsPeriods,
            "every and interpolation may have to be added; the table leaves out periods between its columns"
        ),
        (.money, "budget has to be added where a row is a budget line: 'budget: costs', 'income' or 'balance'"),
        (.euroSignsLeftOut, "cells stand without their '€', which the unit says"),
    ]

    private var programme: [String] {
        let name = rows.title ?? "Pakket"
        return [
            "programme: \(YAMLText.quoted(frame.programme))",
            "title: \(YAMLText.quoted(frame.title ?? "Nieuw programma"))",
            "area: {code: \(YAMLText.quoted(frame.areaCode)), name: \(YAMLText.quoted(frame.areaName ?? "Gemeente"))}",
            "packages:",
            "  - id: \(YAMLText.quoted(frame.package))",
            "    title: \(YAMLText.quoted(name))",
            "    indicators:",
        ]
    }

    // MARK: A row

    private func lines(of indicator: TargetTableIndicator) -> [String] {
        let better = indicator.better.map(\.rawValue) ?? "higher  # check: the table does not say which way is better"
        let head: [(String, String?)] = [
            ("title", YAMLText.quoted(indicator.title)), ("description", YAMLText.quoted(indicator.description)),
            ("unit", YAMLText.quoted(indicator.unit.symbol)), ("better", better), ("cadence", indicator.kind.rawValue),
            ("first", indicator.first?.description), ("due", "365 days"),
            ("heading", indicator.heading.map(YAMLText.quoted)),
        ]
        return ["      - id: \(YAMLText.quoted(indicator.id))"]
            + head.compactMap { key, value in value.map { "        \(key): \($0)" } }
            + Self.lines(of: indicator.documented, key: "documented")
            + Self.lines(of: indicator.targets, key: "targets")
            + indicator.unreadable.map { "        # \(YAMLText.inComment($0.comment))" }
            + (indicator.notes.isEmpty ? [] : ["        notes:"])
            + indicator.notes.map { "          - \(YAMLText.quoted($0))" }
    }

    /// The cells on one line where they fit, else one on each.
    private static func lines(of cells: [TargetTableIndicator.Cell], key: String) -> [String] {
        guard !cells.isEmpty else { return [] }
        let pairs = cells.map { "\($0.period): \(YAMLText.quoted($0.text))" }
        let line = "        \(key): {\(pairs.joined(separator: ", "))}"
        guard line.unicodeScalars.count > 120 else { return [line] }
        return ["        \(key):"] + pairs.map { "          \($0)" }
    }
}
