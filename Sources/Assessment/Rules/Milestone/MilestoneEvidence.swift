package import Indicators

/// What a finding of the rule `milestone` rests on: how the milestone stands on a day.
package struct MilestoneEvidence: RuleEvidence {
    package static let rule = RuleName("milestone")

    package let reason: MilestoneReason
    /// As last reported; `nil` without a report, or with one that only says that it is not done.
    package let status: MilestoneStatus?
    /// The day of that report.
    package let reportedOn: CalendarDate?
    /// The last day of the period in which it was first planned; without a plan the day first expected.
    package let firstPlanned: CalendarDate?
    /// The day by which it has to be done now: as planned last, or as reported where that is later.
    package let due: CalendarDate?
    /// By how many days that is later than first planned; 0 where it has not moved.
    package let movedDays: Int
    /// What the last report says beside its status.
    package let note: String?
    /// The plan as a target to show; `nil` where no document gives a date.
    package let plan: TargetComparison?
    /// The last day on which the report that tells of the date is in time; `nil` without a date, or where a store of an
    /// earlier version does not tell.
    package let reportDue: CalendarDate?
    /// Which time is meant of a milestone that recurs; `nil` of any other.
    package let occasion: MilestoneOccasion?
    /// Whether a delay is told in years and months; `nil` in what an earlier version kept, whose words stay as they were.
    package let tellsSpans: Bool?
    /// The other turns of a milestone that recurs; `nil` of any other, and in what an earlier version kept, whose words
    /// stay as they were.
    package let beside: MilestoneTurnsBeside?
    /// The day of the last report that said that it was done, where a later one says that it is not; `nil` where it is not
    /// so, and in what an earlier version kept.
    package let doneOn: CalendarDate?

    package init(
        reason: MilestoneReason,
        status: MilestoneStatus? = nil,
        reportedOn: CalendarDate? = nil,
        firstPlanned: CalendarDate? = nil,
        due: CalendarDate? = nil,
        movedDays: Int = 0,
        note: String? = nil,
        plan: TargetComparison? = nil,
        reportDue: CalendarDate? = nil,
        occasion: MilestoneOccasion? = nil,
        tellsSpans: Bool? = nil,
        beside: MilestoneTurnsBeside? = nil,
        doneOn: CalendarDate? = nil
    ) {
        self.reason = reason
        self.status = status
        self.reportedOn = reportedOn
        self.firstPlanned = firstPlanned
        self.due = due
        self.movedDays = movedDays
        self.note = note
        self.plan = plan
        self.reportDue = reportDue
        self.occasion = occasion
        self.tellsSpans = tellsSpans
        self.beside = beside
        self.doneOn = doneOn
    }

    package var comparisons: [TargetComparison] { plan.map { [$0] } ?? [] }

    package var gravity: Int { reason.gravity }

    package var endLight: Light {
        switch reason {
        case .done, .onSchedule: .green
        case .notStarted, .statusUnknown, .pastDate, .awaitingReport, .dateNear, .reportedDelayed, .reportedPostponed,
            .reportedStopped, .dateMoved, .notYetReached, .noValue:
            .grey
        }
    }

    /// A date that moves again leaves the light as it is, but is news to who plans by that date, and so is a further turn
    /// with something the matter.
    ///
    /// What is newly late never becomes better by being reported so, however much milder its word.
    package func course(since told: MilestoneEvidence) -> Course? {
        if !openTurns.subtracting(told.openTurns).isEmpty, !told.openTurns.isEmpty { return .graver }
        if !told.missedTurns.isEmpty, !Set(missedTurns).isSubset(of: told.missedTurns) { return .graver }
        if openTurns.count < told.openTurns.count { return .milder }
        guard occasion == told.occasion else { return nil }
        guard movedDays <= told.movedDays else { return gravity < told.gravity ? .milder : .worse }
        return movedDays < told.movedDays && reason == told.reason ? .better : nil
    }

    /// The turns with something the matter.
    var openTurns: Set<MilestoneOccasion> {
        let own = occasion.map { MilestoneTurn(occasion: $0, reason: reason) }
        return Set(((own.map { [$0] } ?? []) + (beside?.turns ?? [])).filter(\.isOpen).map(\.occasion))
    }

    /// The turns that were missed, in their order.
    var missedTurns: [MilestoneOccasion] {
        let own = reason == .pastDate ? occasion.map { [$0] } ?? [] : []
        return ((beside?.turns.filter { $0.reason == .pastDate }.map(\.occasion) ?? []) + own)
            .sorted { $0.last < $1.last }
    }

    package static var hasStatusKey: Bool { true }

    package var statusJSON: JSONObject? {
        var object = JSONObject()
        object.add("status", text: status?.rawValue)
        object.add("reported", text: reportedOn?.description)
        object.add("first_planned", text: firstPlanned?.description)
        object.add("due", text: due?.description)
        object.add("moved_days", count: movedDays)
        object.add("report_due", text: reportDue?.description)
        object.add("occasion", text: occasion?.last.description)
        object.add("missed", texts: missedTurns.map(\.last.description))
        if let doneOn { object.add("done_before", text: doneOn.description) }
        return object
    }
}
