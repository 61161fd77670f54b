package import Indicators

/// What a finding of the rule `ending` rests on: the last day.
package struct EndingEvidence: RuleEvidence {
    package static let rule = RuleName("ending")

    package let reason: EndingReason
    /// The last day.
    package let date: CalendarDate
    /// The first day of the warning; `nil` where a store of an earlier version does not tell.
    package let warnedFrom: CalendarDate?
    /// What is budgeted for the year after it; `nil` where nothing is.
    package let remaining: ExactDecimal?
    /// The latest period after the last day for which money was received; `nil` where none was.
    package let receivedFor: Period?

    package init(
        reason: EndingReason,
        date: CalendarDate,
        warnedFrom: CalendarDate?,
        remaining: ExactDecimal? = nil,
        receivedFor: Period? = nil
    ) {
        self.reason = reason
        self.date = date
        self.warnedFrom = warnedFrom
        self.remaining = remaining
        self.receivedFor = receivedFor
    }

    package var gravity: Int {
        switch reason {
        case .hasEnded, .uncertain: 2
        case .endsSoon, .partEndsSoon, .uncertainSoon, .goesOn, .partHasEnded, .receivedSince: 1
        }
    }

    package var reach: EvidenceReach { .nothing }

    package var endsWithLight: Bool { false }

    package var endLight: Light {
        switch reason {
        case .goesOn, .receivedSince: .green
        case .endsSoon, .hasEnded, .partEndsSoon, .partHasEnded, .uncertainSoon, .uncertain: .grey
        }
    }
}
