package import Indicators

/// That the value which an alert was told by was taken back: what has to be put right, or what the alert began by.
package struct ValueCorrection: Hashable, Sendable, Codable {
    /// The value that did not hold; `nil` where nobody was told of it, and it is not at hand.
    package let amount: ExactDecimal?
    package let period: Period
    /// How serious the alert was told to be by it; of one that began by the correction how serious it is.
    package let severity: Severity
    /// Who took it back: a person, or the file that said so; `nil` where that is not known.
    package let by: String?
    package let why: String?
    /// The value of the same period that holds since; `nil` where none does.
    package let holds: ExactDecimal?
    /// The revision of the value that holds since; `nil` where none does, or a store of an earlier version does not tell.
    package let revision: Int?
    /// What that is a report of, where it is one of a milestone.
    package let report: MilestoneStatus?
    /// Stands in a store only where it is so.
    private let begins: Bool?

    /// Whether the alert began by it: what holds since deviates, and nothing was measured.
    package var beginsAlert: Bool { begins ?? false }

    package init(
        of amount: ExactDecimal?,
        period: Period,
        severity: Severity,
        by order: Withdrawal?,
        holds: ExactDecimal? = nil,
        revision: Int? = nil,
        report: MilestoneStatus? = nil,
        beginsAlert: Bool = false
    ) {
        self.init(
            of: amount,
            period: period,
            severity: severity,
            by: order?.by,
            why: order?.why,
            holds: holds,
            revision: revision,
            report: report,
            beginsAlert: beginsAlert
        )
    }

    /// The same correction as it is to somebody who was told another value of a period, and what holds of that.
    package func told(of amount: ExactDecimal?, period: Period, holds: RecordedObservation?) -> Self {
        Self(
            of: amount,
            period: period,
            severity: severity,
            by: by,
            why: why,
            holds: holds?.value,
            revision: holds?.revision,
            report: report,
            beginsAlert: beginsAlert
        )
    }

    private init(
        of amount: ExactDecimal?,
        period: Period,
        severity: Severity,
        by: String?,
        why: String?,
        holds: ExactDecimal?,
        revision: Int?,
        report: MilestoneStatus?,
        beginsAlert: Bool
    ) {
        self.amount = amount
        self.period = period
        self.severity = severity
        self.by = by
        self.why = why
        self.holds = holds
        self.revision = revision
        self.report = report
        begins = beginsAlert ? true : nil
    }

    /// The correction of a value by what is known of its period.
    init(
        of amount: ExactDecimal?,
        period: Period,
        severity: Severity,
        by back: TakenBackPeriod,
        beginsAlert: Bool = false
    ) {
        self.init(
            of: amount,
            period: period,
            severity: severity,
            by: back.order,
            holds: back.holds?.value,
            revision: back.holds.map { _ in back.revision },
            report: back.holds?.milestoneStatus,
            beginsAlert: beginsAlert
        )
    }
}
