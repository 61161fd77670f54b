package import Assessment
package import Indicators

/// The figures that the alerts of a mail rest on, as a file for a spreadsheet: a row for each value of each series.
package struct EvidenceTable: Sendable {
    /// So many rows at most: more is no attachment any more.
    package static let mostRows = 5_000

    private let phrases: Phrases
    private let writer: CSVWriter
    private var rows: [String] = []

    package init(_ language: Language) {
        phrases = Phrases(language)
        writer = CSVWriter(language)
    }

    package var isEmpty: Bool { rows.isEmpty }

    /// Whether there are more values than ``mostRows``.
    package var isTooLong: Bool { rows.count > Self.mostRows }

    /// Adds the values of one series.
    ///
    /// - Parameters:
    ///   - series: the values, and the targets that they are held against.
    ///   - register: for the name of the area.
    ///   - disclosure: what of it may be told; a value that is hidden has a row without it.
    package mutating func add(_ series: SeriesSubject, in register: IndicatorRegister, by disclosure: Disclosure) {
        let targets = series.toldTargets(by: disclosure)
        rows += series.history.observations.map { row($0, of: series, targets, in: register, by: disclosure) }
    }

    private func row(
        _ recorded: RecordedObservation,
        of series: SeriesSubject,
        _ targets: [SeriesChart.Target],
        in register: IndicatorRegister,
        by disclosure: Disclosure
    ) -> String {
        let (key, indicator, observation) = (series.history.key, series.indicator, recorded.observation)
        let isHidden = disclosure.hides(observation, of: key)
        let target = targets.first { $0.first <= recorded.period && recorded.period <= $0.last }
        let number = { (value: ExactDecimal?) -> CSVWriter.Cell in
            value.map { .number($0.written(decimalSign: writer.decimalSign)) } ?? .empty
        }
        return writer.line([
            text(indicator.programme), text(indicator.id.description), text(indicator.title),
            text(key.area.description), text(register.areaNames[key.area]),
            key.breakdown == .total ? .empty : text(key.breakdown.description),
            .number(recorded.period.description), isHidden ? .empty : number(observation.value),
            text(indicator.unit.symbol),
            target.map {
                .number("\($0.bound.signOfSpreadsheet)\($0.bound.value.written(decimalSign: writer.decimalSign))")
            } ?? .empty,
            .number(status(observation, isHidden: isHidden)),
            isHidden ? .empty : number(observation.interval?.minimum),
            isHidden ? .empty : number(observation.interval?.maximum),
            text(observation.source ?? indicator.source), .number("\(recorded.revision)"),
            recorded.importHash.map { .number($0) } ?? .empty,
        ])
    }

    private func text(_ text: String?) -> CSVWriter.Cell { text.map { .text($0.oneLine(limit: 300)) } ?? .empty }

    private func status(_ observation: Observation, isHidden: Bool) -> String {
        guard !isHidden else { return phrases.hiddenValue }
        return switch observation.status {
        case .definitive: phrases.say("definitief", "definitive")
        case .provisional: phrases.say("voorlopig", "provisional")
        }
    }

    private var heading: String {
        let names = phrases.say(
            "programma;indicator;titel;gebied;gebiedsnaam;uitsplitsing;periode;waarde;eenheid;streefwaarde;status;"
                + "ondergrens;bovengrens;bron;herziening;import",
            "programme;indicator;title;area;area_name;breakdown;period;value;unit;target;status;"
                + "lower;upper;source;revision;import"
        )
        return writer.line(names.split(separator: ";").map { .number(String($0)) })
    }

    /// The file: UTF-8 with the mark by which Excel knows it, every line ended by CR LF.
    package var bytes: [UInt8] {
        Array((writer.mark + heading + rows.joined()).utf8)
    }
}

extension Bound {
    /// The sign before the number; none for an equal one, which a spreadsheet would take for a formula.
    fileprivate var signOfSpreadsheet: String {
        switch comparator {
        case .equal: ""
        case .below, .atMost, .above, .atLeast: "\(comparator.sign) "
        }
    }
}
