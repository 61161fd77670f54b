package import Assessment
package import Indicators

extension AlertFacts {
    /// The facts of one finding.
    ///
    /// - Parameters:
    ///   - finding: what a rule says of the series now.
    ///   - assessment: the judgement that the finding is part of.
    ///   - register: for the titles of programme, package and area.
    ///   - severity: the severity to tell; a finding in order has none of its own and takes that of its episode.
    package init(
        _ finding: Finding,
        of assessment: SeriesAssessment,
        in register: IndicatorRegister,
        severity: Severity
    ) {
        let indicator = assessment.indicator
        let programme = register.programme(indicator.programme)
        self.init(
            severity: severity,
            reason: finding.reason,
            programme: indicator.programme,
            programmeTitle: programme?.title ?? indicator.programme,
            package: indicator.package,
            packageTitle: programme?.packages.first { $0.id == indicator.package }?.title ?? indicator.package,
            title: indicator.title,
            unit: indicator.unit.symbol,
            areaName: register.areaNames[assessment.key.area] ?? assessment.key.area.description
        )
        period = (finding.period ?? assessment.latest?.period)?.description
        overduePeriods = finding.overduePeriods.map(\.description)
        source = indicator.source
        owner = indicator.owner
        isDerived = indicator.derivation != nil
        nextPeriod = assessment.nextDue?.period.description
        nextDue = assessment.nextDue?.date.description
        take(finding, unit: indicator.unit)
        takeKind(finding, of: assessment)
    }

    private mutating func take(_ finding: Finding, unit: MeasureUnit) {
        if let observation = finding.observation {
            value = observation.value.description
            isProvisional = observation.observation.status == .provisional
            revision = observation.revision
            importHash = observation.importHash
            source = observation.observation.source ?? source
        }
        let told = finding.failedComparisons.isEmpty ? finding.comparisons : finding.failedComparisons
        targets = told.compactMap { comparison in
            comparison.bound.map {
                NamedTarget(
                    goal: comparison.target.goal,
                    period: comparison.target.period.description,
                    notation: comparison.target.notation.description,
                    bound: $0.written(unit: unit)
                )
            }
        }
    }
}
