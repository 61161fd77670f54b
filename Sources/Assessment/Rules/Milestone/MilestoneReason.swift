/// Why the rule `milestone` says what it says.
package enum MilestoneReason: String, RuleReason {
    case done = "milestone-done"
    case onSchedule = "on-schedule"
    case notStarted = "not-started"
    case statusUnknown = "status-unknown"
    /// The planned date has passed, and it is not reported done.
    case pastDate = "past-date"
    case reportedDelayed = "reported-delayed"
    case reportedPostponed = "reported-postponed"
    case reportedStopped = "reported-stopped"
    /// The planned date has passed, and the report that tells of it is not due yet.
    case awaitingReport = "awaiting-report"
    /// The planned date is near, and it is not reported done.
    case dateNear = "date-near"
    /// The expected date is later than first planned.
    case dateMoved = "date-moved"
    /// A plain value says that it is not done, before its date.
    case notYetReached = "not-yet-reached"
    /// Nothing is reported, and nothing has to be yet.
    case noValue = "no-value"
}

extension MilestoneReason {
    /// A date that has passed is graver than one that moves.
    var gravity: Int {
        switch self {
        case .notYetReached: 0
        case .pastDate: 2
        case .done, .onSchedule, .notStarted, .statusUnknown, .reportedDelayed, .reportedPostponed, .reportedStopped,
            .dateMoved, .dateNear, .awaitingReport, .noValue:
            1
        }
    }
}
