package import Assessment
package import Indicators

/// Why a series has the light it has: rule by rule, with the numbers.
package struct ExplainReport: Sendable {
    private let subject: SeriesSubject
    private let assessment: SeriesAssessment
    private let zone: LocalZone

    package init(_ subject: SeriesSubject, _ assessment: SeriesAssessment, zone: LocalZone) {
        self.subject = subject
        self.assessment = assessment
        self.zone = zone
    }

    private var indicator: Indicator { subject.indicator }

    /// The explanation, in lines.
    package var text: String {
        (heading + observations + targetRule + overdueRule).map { $0.shownSafely(limit: 400) + "\n" }.joined()
    }

    private var heading: [String] {
        let reasons = assessment.reasons.map(\.rawValue).joined(separator: ", ")
        return [
            "\(assessment.key) — \(indicator.title)",
            "light: \(assessment.light.rawValue) (\(reasons))",
            "unit: \(indicator.unit), \(indicator.better.rawValue) is better; programme \(indicator.programme), package \(indicator.package)",
        ] + (indicator.source.map { ["source: \($0)"] } ?? [])
    }

    private var observations: [String] {
        var lines = subject.history.observations.suffix(10).map(line)
        if let derivation = indicator.derivation {
            lines.insert(
                "derived: \(derivation.operation.rawValue) of \(derivation.inputs.map(\.description).joined(separator: ", ")), "
                    + "rounded half up to \(derivation.decimals) decimal(s)",
                at: 0
            )
        }
        return lines.isEmpty ? ["observations: none"] : ["observations:"] + lines.map { "  \($0)" }
    }

    private func line(_ recorded: RecordedObservation) -> String {
        let provisional = recorded.observation.status == .provisional ? ", provisional" : ""
        let origin = recorded.importHash.map { ", file \($0.prefix(12))" } ?? ""
        let when = zone.timestamp(recorded.recordedAt)
        return "\(recorded.period): \(indicator.unit.written(recorded.value))\(provisional) "
            + "(revision \(recorded.revision), recorded \(when)\(origin))"
    }

    private var targetRule: [String] {
        guard let finding = assessment.finding(.target) else { return [] }
        let missing =
            finding.missingInputs.isEmpty
            ? [] : ["  waits for \(finding.missingInputs.map(\.description).joined(separator: ", "))"]
        return ["rule target: \(finding.reason.rawValue)"] + missing + finding.comparisons.map { "  \(describe($0))" }
    }

    private func describe(_ comparison: TargetComparison) -> String {
        let source = comparison.target.goal.map { "goal \($0)" } ?? "yearly path"
        let what =
            "\(source), \(comparison.target.period) (\(comparison.standing.rawValue)): '\(comparison.target.notation)'"
        guard let bound = comparison.bound else { return "\(what): the baseline has no value yet" }
        return "\(what), so \(bound.written(unit: indicator.unit)): \(verdict(comparison))"
    }

    private func verdict(_ comparison: TargetComparison) -> String {
        switch comparison.verdict {
        case .missed(let severity): "\(comparison.verdict.reason.rawValue), \(severity.rawValue)"
        default: comparison.verdict.reason.rawValue
        }
    }

    private var overdueRule: [String] {
        guard let finding = assessment.finding(.overdue) else { return [] }
        let periods = finding.overduePeriods.map { "\($0) was due \(indicator.cadence.dueDate(of: $0))" }
        let next = assessment.nextDue.map { ["  next: \($0.period), due \($0.date)"] } ?? []
        return ["rule overdue: \(finding.reason.rawValue)"] + periods.map { "  \($0)" } + next
    }
}
