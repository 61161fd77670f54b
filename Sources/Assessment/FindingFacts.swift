package import Indicators

/// A finding with what is needed to tell it: plain facts, kept with the episode of its alert so that they can be told when
/// the configuration has changed since.
package struct FindingFacts: Hashable, Sendable, Codable {
    /// A value as it was judged.
    package struct Value: Hashable, Sendable, Codable {
        package var amount: ExactDecimal
        package var isProvisional: Bool
        package var revision: Int
        /// The SHA-256 of the file that brought it; `nil` for a derived one.
        package var importHash: String?
        /// What its supplier says beside it (toelichting); of a milestone's report the evidence has it.
        package var note: String?

        package init(
            amount: ExactDecimal,
            isProvisional: Bool = false,
            revision: Int = 1,
            importHash: String? = nil,
            note: String? = nil
        ) {
            self.amount = amount
            self.isProvisional = isProvisional
            self.revision = revision
            self.importHash = importHash
            self.note = note
        }
    }

    package var about: IndicatorFacts
    package var severity: Severity
    /// The period that the finding is about: of the value, or the one that is overdue.
    package var period: Period?
    /// The value; `nil` where none is known.
    package var value: Value?
    /// The next period for which a value is awaited.
    package var next: DuePeriod?
    package var evidence: Evidence
    /// Why the alert ended, where the rule did not find the series in order.
    package var lapse: Lapse?
    /// The edit of the configuration that the facts follow from; `nil` where they follow from values or from time.
    package var edit: JudgementEdit?
    /// What was put right of the alert last, as long as it is told of the value that holds since.
    package var correction: ValueCorrection?
    /// Stands in a store only where it is so: most alerts open later.
    private var opening: Bool?
    /// The period by which the alert began, where that is another one than it is told of now.
    private var began: Period?
    /// The last missing period that was told before another one was missing too; `nil` where none was added.
    package var toldThrough: Period?

    package init(
        about: IndicatorFacts,
        severity: Severity,
        evidence: Evidence,
        period: Period? = nil,
        value: Value? = nil,
        next: DuePeriod? = nil,
        lapse: Lapse? = nil
    ) {
        self.about = about
        self.severity = severity
        self.evidence = evidence
        self.period = period
        self.value = value
        self.next = next
        self.lapse = lapse
    }

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
        about = IndicatorFacts(assessment.indicator, area: assessment.key.area, in: register)
        about.source = finding.observation?.observation.source ?? about.source
        self.severity = severity
        period = finding.period ?? assessment.latest?.period
        value = finding.observation.map(Value.init)
        next = assessment.nextDue
        evidence = finding.evidence
    }

    /// Whether the alert was so already when its indicator came under watch; then it is no news.
    package var isOpeningState: Bool {
        get { opening ?? false }
        set { opening = newValue ? true : nil }
    }

    /// The period by whose value the alert began; where it is about no value, the one that it is told of.
    package var beganIn: Period? { began ?? period }

    /// The facts as those of an alert that these facts were told of before.
    package func continuing(_ told: FindingFacts) -> FindingFacts {
        var facts = self
        facts.opening = told.opening
        let first = told.began ?? told.period
        facts.began = first == period ? nil : first
        facts.toldThrough = told.lastMissing(before: self) ?? told.toldThrough
        if value == told.value, period == told.period { facts.correction = told.correction }
        return facts
    }

    /// The last missing period of these facts, where later ones have more.
    private func lastMissing(before later: FindingFacts) -> Period? {
        guard let before = evidence.of(OverdueEvidence.self), let now = later.evidence.of(OverdueEvidence.self),
            now.course(since: before) != nil
        else { return nil }
        return before.periods.last
    }

    /// Whether an edit of the configuration ended the alert for as long as it holds.
    package var rests: Bool {
        switch lapse {
        case .edited, .undecidable, .withdrawn: true
        case .revised, .valueWithdrawn, .clockWasWrong, nil: false
        }
    }

    /// The label of the reason: why it ended, where it lapsed, else the rule's own.
    package var reason: Reason { lapse.map(Reason.init) ?? evidence.reason }

    /// Orders facts from less to more serious: severity first, then what the rule itself finds graver.
    package var gravity: Int { (severity == .critical ? 10 : 0) + evidence.value.gravity }

    /// Which way the alert went since it was told; `nil` where it is as grave as it was.
    package func course(since told: FindingFacts) -> Course? {
        if let own = evidence.course(since: told.evidence) { return own }
        guard gravity != told.gravity else { return nil }
        let isGraver = gravity > told.gravity
        // What holds no value against a target is as good as it stands.
        guard evidence.value.tellsValue, !evidence.value.comparisons.isEmpty, let before = told.value?.amount,
            let now = value?.amount
        else {
            return isGraver ? .worse : .better
        }
        switch about.better {
        case .lower? where isGraver == (now > before) && now != before: return isGraver ? .worse : .better
        case .higher? where isGraver == (now < before) && now != before: return isGraver ? .worse : .better
        case .lower?, .higher?, nil: return isGraver ? .graver : .milder
        }
    }

    /// Whether an alert with these facts, told of that very value, stays open though the rule finds it in order.
    package func keepsOpen(_ told: FindingFacts) -> Bool {
        value == told.value && period == told.period && evidence.value.keepsOpen(any: told.evidence.value)
    }

    /// Whether the value by which the alert began has itself been changed, and not been followed by a newer one.
    ///
    /// What was provisional was told as such: that it became another one makes nothing untrue.
    package func revises(_ told: FindingFacts) -> Bool {
        guard let before = told.value, let after = value, !before.isProvisional else { return false }
        return told.period == period && after.revision > before.revision && told.began ?? told.period == period
    }
}

extension FindingFacts.Value {
    fileprivate init(_ recorded: RecordedObservation) {
        self.init(
            amount: recorded.value,
            isProvisional: recorded.observation.status == .provisional,
            revision: recorded.revision,
            importHash: recorded.importHash,
            note: recorded.observation.milestone == nil ? recorded.observation.note : nil
        )
    }
}
