package import Assessment

/// The reasons of all rules by name, and the two of an alert that lapsed, as tests write them.
extension Reason {
    package static let targetMet = Reason(TargetReason.met)
    package static let targetMissed = Reason(TargetReason.missed)
    package static let notYetReached = Reason(TargetReason.notYetReached)
    package static let atTargetLevel = Reason(TargetReason.atLevel)
    package static let onCourse = Reason(TargetReason.onCourse)
    package static let behindCourse = Reason(TargetReason.behind)
    package static let wrongWay = Reason(TargetReason.wrongWay)
    package static let notAsked = Reason(TargetReason.notAsked)
    package static let betterThanLevel = Reason(TargetReason.betterThanLevel)
    package static let noTarget = Reason(TargetReason.noTarget)
    package static let baselineMissing = Reason(TargetReason.baselineMissing)
    package static let isBaseline = Reason(TargetReason.isBaseline)
    package static let noValue = Reason(TargetReason.noValue)
    package static let inputMissing = Reason(TargetReason.inputMissing)
    package static let notComputable = Reason(TargetReason.notComputable)
    package static let overdue = Reason(OverdueReason.overdue)
    package static let gap = Reason(OverdueReason.gap)
    package static let toldWithDate = Reason(OverdueReason.toldWithDate)
    package static let baselineAwaited = Reason(BaselineReason.awaited)
    package static let targetToBeSet = Reason(BaselineReason.targetToBeSet)
    package static let baselineKnown = Reason(BaselineReason.known)
    package static let baselineLater = Reason(BaselineReason.later)
    package static let noBaselineNeeded = Reason(BaselineReason.notNeeded)
    package static let onTime = Reason(OverdueReason.onTime)
    package static let milestoneDone = Reason(MilestoneReason.done)
    package static let onSchedule = Reason(MilestoneReason.onSchedule)
    package static let notStarted = Reason(MilestoneReason.notStarted)
    package static let statusUnknown = Reason(MilestoneReason.statusUnknown)
    package static let pastDate = Reason(MilestoneReason.pastDate)
    package static let reportedDelayed = Reason(MilestoneReason.reportedDelayed)
    package static let reportedPostponed = Reason(MilestoneReason.reportedPostponed)
    package static let reportedStopped = Reason(MilestoneReason.reportedStopped)
    package static let dateMoved = Reason(MilestoneReason.dateMoved)
    package static let dateNear = Reason(MilestoneReason.dateNear)
    package static let awaitingReport = Reason(MilestoneReason.awaitingReport)
    package static let withinBudget = Reason(BudgetReason.withinBudget)
    package static let budgetAdvantage = Reason(BudgetReason.advantage)
    package static let budgetDisadvantage = Reason(BudgetReason.disadvantage)
    package static let unconfirmed = Reason(BudgetReason.unconfirmed)
    package static let tooEarly = Reason(BudgetReason.tooEarly)
    package static let noBudget = Reason(BudgetReason.noBudget)
    package static let yearNotOver = Reason(BudgetReason.yearNotOver)
    package static let periodsMissing = Reason(BudgetReason.periodsMissing)
    package static let goesOn = Reason(EndingReason.goesOn)
    package static let endsSoon = Reason(EndingReason.endsSoon)
    package static let hasEnded = Reason(EndingReason.hasEnded)
    package static let partEndsSoon = Reason(EndingReason.partEndsSoon)
    package static let partHasEnded = Reason(EndingReason.partHasEnded)
    package static let uncertainSoon = Reason(EndingReason.uncertainSoon)
    package static let uncertain = Reason(EndingReason.uncertain)
    package static let receivedSince = Reason(EndingReason.receivedSince)
    package static let revised = Reason(Lapse.revised)
    package static let withdrawn = Reason(Lapse.withdrawn)
    package static let undecidable = Reason(Lapse.undecidable)
    package static let clockWasWrong = Reason(Lapse.clockWasWrong)
    package static let valueWithdrawn = Reason(Lapse.valueWithdrawn)
}

/// The names of the rules, as tests write them.
extension RuleName {
    package static let target = TargetRule.name
    package static let overdue = OverdueRule.name
    package static let milestone = MilestoneRule.name
    package static let budget = BudgetRule.name
    package static let ending = EndingRule.name
    package static let baseline = BaselineRule.name
    package static let significance = SignificanceRule.name
    package static let trend = TrendRule.name
    package static let change = ChangeRule.name
    package static let spc = ControlRule.name
}
