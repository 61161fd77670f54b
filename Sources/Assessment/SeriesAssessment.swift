package import Indicators

/// The judgement of one series at one moment.
package struct SeriesAssessment: Hashable, Sendable {
    package let indicator: Indicator
    package let key: SeriesKey
    /// The value that was judged.
    package let latest: RecordedObservation?
    /// One for each rule that judges the series, in the order of the registry.
    package let findings: [Finding]
    /// The next period for which a value is awaited, with the last day on which it is in time.
    package let nextDue: DuePeriod?
    /// The moment from which the judgement can change without a new value.
    package let nextReview: Instant?
    /// The target to show: that of the leading comparison, else the next one ahead of the day of judgement.
    package let shownTarget: ShownTarget?
    /// The periods whose value was taken back last.
    package let withdrawn: [Period: TakenBackPeriod]
    /// The period of the value that was judged, where that may not be told; then there is no ``latest``.
    package let hidden: Period?

    package init(
        indicator: Indicator,
        key: SeriesKey,
        latest: RecordedObservation?,
        findings: [Finding],
        nextDue: DuePeriod?,
        nextReview: Instant?,
        shownTarget: ShownTarget?,
        withdrawn: [Period: TakenBackPeriod] = [:],
        hidden: Period? = nil
    ) {
        self.indicator = indicator
        self.key = key
        self.latest = latest
        self.findings = findings
        self.nextDue = nextDue
        self.nextReview = nextReview
        self.shownTarget = shownTarget
        self.withdrawn = withdrawn
        self.hidden = hidden
    }

    /// A target with its plain bound.
    package struct ShownTarget: Hashable, Sendable {
        package let goal: String?
        package let period: Period
        package let bound: Bound
        /// Whether the document names no period for it.
        package let isUndated: Bool
        /// What the footnote of its cell says.
        package let footnote: String?
        /// Whether the bound is measured from an earlier value.
        package let isRelative: Bool
    }

    /// The worst light that a rule asks for; grey where none has anything to say about it.
    package var light: Light {
        findings.compactMap(\.light).max { $0.gravity < $1.gravity } ?? .grey
    }

    /// Why the light is what it is: the reasons of the rules that have a say in it, and of those that find something else
    /// the matter; then what is worth knowing besides.
    package var reasons: [Reason] { (telling + informing).map(\.reason) }

    /// The findings that only inform.
    package var informing: [Finding] { findings.filter { $0.state == .informs } }

    /// The findings of the rules that have a say in the light, and of those that find something else the matter.
    package var telling: [Finding] { findings.filter { $0.light != nil || $0.severity != nil } }

    /// What has to be put right of what was told, where its value has been taken back since; `nil` where it has not.
    package func correction(of told: FindingFacts) -> ValueCorrection? {
        guard let value = told.value, let period = told.period, let back = withdrawn[period],
            value.revision < back.revision
        else { return nil }
        return ValueCorrection(of: value.amount, period: period, severity: told.severity, by: back)
    }

    /// What the alert that a finding opens follows from, where that is no new value but one that was taken back since the
    /// series was judged last; `nil` otherwise.
    ///
    /// - Parameters:
    ///   - finding: what a rule says now.
    ///   - judged: as of which moment the series was judged before.
    ///   - told: what was told of the series, for the value that does not hold.
    /// - Returns: what was taken back, and what holds since.
    package func correction(
        opening finding: Finding,
        since judged: Instant,
        told: [FindingFacts]
    ) -> ValueCorrection? {
        guard let severity = finding.severity else { return nil }
        let taken = withdrawn.filter { $1.explains(finding, of: $0, since: judged) }
        guard let (period, back) = taken.max(by: { $0.key.end < $1.key.end }) else { return nil }
        let known = told.first { facts in
            facts.period == period && facts.value.map { $0.revision < back.revision } ?? false
        }
        return ValueCorrection(
            of: known?.value?.amount ?? back.amount,
            period: period,
            severity: severity,
            by: back,
            beginsAlert: true
        )
    }

    /// The finding of the rule.
    package func finding(_ rule: RuleName) -> Finding? { findings.first { $0.rule == rule } }
}

extension TakenBackPeriod {
    /// Whether what a finding says can follow from it: it is newer than the last judgement, and no value came since.
    fileprivate func explains(_ finding: Finding, of period: Period, since judged: Instant) -> Bool {
        guard let order, order.at > judged else { return false }
        guard let value = finding.observation else { return holds == nil && finding.period == period }
        // A value that holds again is of the moment of the order; one that came beside it is not.
        return value.recordedAt < order.at || value.recordedAt == order.at && value.withdrawal != nil
    }
}
