package import Indicators

extension Disclosure {
    /// Why evidence may not be told; `nil` where it may.
    ///
    /// - Parameters:
    ///   - evidence: what a rule found.
    ///   - value: the value that it is about, which need not hold any more; `nil` where none is known.
    ///   - base: of a share, how many persons it is a share of, as far as that is known.
    ///   - period: the period of the value.
    ///   - series: the series.
    /// - Returns: the reason that is told in its place.
    func obstacle(
        _ evidence: Evidence,
        value: ExactDecimal?,
        of base: Int? = nil,
        in period: Period?,
        _ series: SeriesKey
    ) -> HiddenReason? {
        guard concerns(series) else { return nil }
        let isHidden = period.map { period in value.map { hides($0, of: base, in: period, series) } ?? false } ?? false
        let others: Set<Period>
        switch evidence.value.reach {
        case .nothing: return nil
        case .value(let periods): others = periods.intersection(hiddenPeriods(of: series))
        case .history: others = hiddenPeriods(of: series)
        }
        if isHidden { return .hidden }
        return others.isEmpty ? nil : .restsOnHidden
    }
}

// MARK: Facts
extension FindingFacts {
    /// Whether what was found may not be told.
    package var isHidden: Bool { evidence.of(HiddenEvidence.self) != nil }

    /// The facts as they may be told.
    ///
    /// What is hidden is gone: the value, what was found, how grave it is, and what was put right of it.
    package func told(of series: SeriesKey, by disclosure: Disclosure) -> FindingFacts {
        guard disclosure.concerns(series) else { return self }
        var told = self
        if let correction, let period, !disclosure.tells(correction, period, series) { told.correction = nil }
        guard let reason = disclosure.obstacle(evidence, value: value?.amount, in: period, series) else { return told }
        told.evidence = Evidence(HiddenEvidence(reason))
        told.severity = .warning
        told.correction = nil
        told.lapse = lapse.flatMap(\.withoutValue)
        if reason == .hidden { told.value = nil }
        return told
    }
}

extension Disclosure {
    fileprivate func tells(_ correction: ValueCorrection, _ period: Period, _ series: SeriesKey) -> Bool {
        [correction.amount, correction.holds].compactMap(\.self)
            .allSatisfy { !hides($0, in: correction.period, series) }
    }
}

extension Lapse {
    /// Why it ended, as far as that says nothing of a value.
    fileprivate var withoutValue: Lapse? {
        switch self {
        case .withdrawn, .edited, .clockWasWrong: self
        case .undecidable: .edited
        case .revised, .valueWithdrawn: nil
        }
    }
}

// MARK: Judgements
extension SeriesAssessment {
    /// The judgement as it may be told: what is hidden has no value and no light of its own.
    package func told(by disclosure: Disclosure) -> SeriesAssessment {
        guard disclosure.concerns(key) else { return self }
        let isHidden = latest.map { disclosure.hides($0.observation, of: key) } ?? false
        let hiddenPeriods = disclosure.hiddenPeriods(of: key)
        guard isHidden || !hiddenPeriods.isEmpty else { return self }
        return SeriesAssessment(
            indicator: indicator,
            key: key,
            latest: isHidden ? nil : latest,
            findings: told(findings, by: disclosure, isHidden: isHidden),
            nextDue: nextDue,
            nextReview: nil,
            shownTarget: shownTarget.flatMap { $0.isRelative ? nil : $0 },
            hidden: isHidden ? latest?.period : nil
        )
    }

    /// The findings that may be told, behind one that says what may not.
    private func told(_ findings: [Finding], by disclosure: Disclosure, isHidden: Bool) -> [Finding] {
        var mark: HiddenReason? = isHidden ? .hidden : nil
        let told = findings.compactMap { finding -> Finding? in
            let (seen, period) = (finding.observation?.observation, finding.observation?.period ?? finding.period)
            let reason = disclosure.obstacle(
                finding.evidence,
                value: seen?.value,
                of: seen?.sampleSize,
                in: period,
                key
            )
            guard let reason else { return isHidden ? finding.withoutValue : finding }
            // What only informs is left out without a word.
            if mark == nil, finding.light != nil || finding.severity != nil { mark = reason }
            return nil
        }
        guard let mark else { return told }
        return [Finding(.unknown, HiddenEvidence(mark), period: latest?.period)] + told
    }
}
