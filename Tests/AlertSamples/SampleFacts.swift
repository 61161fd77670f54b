package import Assessment
internal import Indicators

extension FindingFacts {
    /// Facts as a test writes them down; the evidence follows from the reason.
    ///
    /// - Parameters:
    ///   - title: the title of the indicator.
    ///   - severity: the severity.
    ///   - reason: the reason of a rule, or why the alert lapsed.
    ///   - value: the value; `nil` for none.
    ///   - unit: its unit.
    ///   - period: its period; `nil` for none.
    ///   - revision: its revision.
    ///   - targets: what it was held against.
    /// - Returns: the facts.
    package static func sample(
        _ title: String,
        _ severity: Severity,
        _ reason: Reason,
        value: String?,
        unit: String,
        period: String?,
        revision: Int = 1,
        targets: [SampleTarget]
    ) -> FindingFacts {
        let told = period.flatMap { Period($0) }
        return FindingFacts(
            about: IndicatorFacts(
                programme: "dronten",
                programmeTitle: "Sociaal domein",
                package: "6N",
                packageTitle: "Wmo",
                title: title,
                unit: MeasureUnit(unit),
                areaName: "Dronten"
            ),
            severity: severity,
            evidence: evidence(reason, targets.map { $0.comparison(reason, severity, of: told) }, told),
            period: told,
            value: value.flatMap { ExactDecimal($0) }.map { Value(amount: $0, revision: revision) },
            lapse: Lapse(rawValue: reason.description)
        )
    }

    private static func evidence(_ reason: Reason, _ comparisons: [TargetComparison], _ period: Period?) -> Evidence {
        let label = reason.description
        let targetReasons = Set(TargetReason.allCases.map(\.rawValue) + Lapse.allCases.map(\.rawValue))
        if targetReasons.contains(label) { return Evidence(target(reason, comparisons)) }
        if let reason = OverdueReason(rawValue: label) { return Evidence(overdue(reason, period)) }
        if let reason = MilestoneReason(rawValue: label) { return Evidence(MilestoneEvidence(reason: reason)) }
        if let reason = BudgetReason(rawValue: label) { return Evidence(BudgetEvidence(reason)) }
        if let reason = BaselineReason(rawValue: label) { return Evidence(BaselineEvidence(reason, baseline: period)) }
        guard let ending = EndingReason(rawValue: label) else {
            preconditionFailure("There is no rule with the reason \(label).")
        }
        return Evidence(EndingEvidence(reason: ending, date: CalendarDate(dayNumber: 0), warnedFrom: nil))
    }

    private static func target(_ reason: Reason, _ comparisons: [TargetComparison]) -> TargetEvidence {
        switch reason {
        case .inputMissing: TargetEvidence(missing: .inputs([]))
        case .notComputable: TargetEvidence(missing: .notComputable)
        case .noValue: TargetEvidence(missing: .none)
        case .noTarget: TargetEvidence(comparisons: [])
        case .notAsked: .notAsked
        default: TargetEvidence(comparisons: comparisons)
        }
    }

    private static func overdue(_ reason: OverdueReason, _ period: Period?) -> OverdueEvidence {
        switch reason {
        case .onTime: OverdueEvidence(overdue: [], next: nil)
        case .overdue, .gap, .toldWithDate:
            OverdueEvidence(
                overdue: [period ?? Period.year(2025)].compactMap(\.self).map { DuePeriod(period: $0, date: $0.end) },
                next: nil,
                latest: reason == .gap ? period?.next : nil,
                isToldWithDate: reason == .toldWithDate
            )
        }
    }

    /// The facts with a change.
    package func with(_ change: (inout FindingFacts) -> Void) -> FindingFacts {
        var changed = self
        change(&changed)
        return changed
    }

    /// The facts with other evidence.
    package func resting(on evidence: some RuleEvidence) -> FindingFacts { with { $0.evidence = Evidence(evidence) } }

    /// The facts of a rule that waits for these periods.
    package func overdue(_ periods: String...) -> FindingFacts {
        resting(
            on: OverdueEvidence(
                overdue: periods.compactMap { Period($0) }.map { DuePeriod(period: $0, date: $0.end) },
                next: nil
            )
        )
    }
}

/// What tests change of facts.
extension FindingFacts {
    package var isProvisional: Bool {
        get { value?.isProvisional ?? false }
        set { value?.isProvisional = newValue }
    }

    package var revision: Int? {
        get { value?.revision }
        set { value?.revision = newValue ?? 1 }
    }

    package var importHash: String? {
        get { value?.importHash }
        set { value?.importHash = newValue }
    }
}

extension Finding {
    /// A finding that rests on the evidence of some facts.
    package static func sample(_ state: State, on facts: FindingFacts) -> Finding {
        func open(_ evidence: some RuleEvidence) -> Finding { Finding(state, evidence) }
        return open(facts.evidence.value)
    }
}
