package import Assessment
package import Indicators

/// Why a series has the light it has: rule by rule, with the numbers.
package struct ExplainReport: Sendable {
    private let subject: SeriesSubject
    private let assessment: SeriesAssessment
    private let zone: LocalZone
    private let document: String?

    /// An explanation.
    ///
    /// - Parameters:
    ///   - subject: the series.
    ///   - assessment: its judgement.
    ///   - zone: the zone of the moments it names.
    ///   - document: the document that the indicator was transcribed from.
    package init(_ subject: SeriesSubject, _ assessment: SeriesAssessment, zone: LocalZone, document: String? = nil) {
        self.subject = subject
        self.assessment = assessment
        self.zone = zone
        self.document = document
    }

    private var indicator: Indicator { subject.indicator }

    /// The explanation, in lines.
    package var text: String {
        let rules = ExplainedRules(subject, assessment)
        return (heading + observations + inputs + rules.lines).map { $0.shownSafely(limit: 400) + "\n" }.joined()
    }

    private var heading: [String] {
        let reasons = assessment.reasons.map(\.rawValue).joined(separator: ", ")
        let about =
            "\(indicator.better.rawValue) is better; programme \(indicator.programme), package \(indicator.package)"
        let origin = [
            document.map { "document: \($0)" }, indicator.heading.map { "passage: \($0)" },
            indicator.source.map { "source: \($0)" }, indicator.owner.map { "owner: \($0)" },
            indicator.layer.map { "layer: \($0.rawValue)" },
        ]
        return [
            "\(assessment.key) — \(indicator.title)",
            "light: \(assessment.light.rawValue) (\(reasons))",
            "unit: \(indicator.unit), \(about)",
        ] + origin.compactMap(\.self)
    }

    private var observations: [String] {
        var lines = subject.history.observations.suffix(10).map { line($0, indicator.unit) }
        if let derivation = indicator.derivation {
            let parts = derivation.references.map(\.description).joined(separator: ", ")
            let rounding = "rounded half up to \(derivation.decimals) decimal(s)"
            lines.insert("derived: \(derivation.operation.name) of \(parts), \(rounding)", at: 0)
        }
        return lines.isEmpty ? ["observations: none"] : ["observations:"] + lines.map { "  \($0)" }
    }

    private func line(_ recorded: RecordedObservation, _ unit: MeasureUnit?) -> String {
        let provisional = recorded.observation.status == .provisional ? ", provisional" : ""
        if recorded.importHash == nil, recorded.observation.milestone != nil, let source = recorded.observation.source {
            return "\(recorded.period): \(value(recorded.observation, unit)) (\(source))"
        }
        let origin = recorded.importHash.map { ", file \($0.prefix(12))" } ?? ""
        let when = zone.timestamp(recorded.recordedAt)
        return "\(recorded.period): \(value(recorded.observation, unit))\(provisional) "
            + "(revision \(recorded.revision), recorded \(when)\(origin))"
    }

    private func value(_ observation: Observation, _ unit: MeasureUnit?) -> String {
        guard let report = observation.milestone else {
            return unit?.written(observation.value) ?? observation.value.written(decimalSign: ",")
        }
        let expected = report.expected.map { ", expected \($0)" } ?? ""
        let note = observation.note.map { " — \($0.shownSafely(limit: 160))" } ?? ""
        return "\(report.status.rawValue)\(expected)\(note)"
    }

    /// Where each part of a derived value comes from, for the period that was judged.
    private var inputs: [String] {
        guard !subject.inputs.isEmpty, let period = subject.incompletePeriod ?? subject.history.latest?.period else {
            return []
        }
        let lines = subject.inputs.map { input in
            let found = input.observation(of: period).map { line($0, nil) } ?? "\(period): no value"
            return "  \(input.key): \(found)"
        }
        return ["inputs:"] + lines
    }
}
