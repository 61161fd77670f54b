internal import Indicators

/// What follows from how a budget line stands.
///
/// An outcome of the whole year, and what is realised and promised by now, are facts: they count above the thresholds.
/// A forecast counts above one and a half times as much, from the fourth month on, where it is certain enough: with
/// three earlier years at once where it is critical, with one or two where none of them would end within the budget,
/// else where the last period before in the year says the same. Once told, it is told until it is within the thresholds
/// themselves (calibration, section 3).
struct BudgetJudgement {
    private let standing: BudgetStanding
    private let course: BudgetCourse
    private let parameters: BudgetParameters
    /// How many euros one of the unit is.
    private let euros: ExactDecimal
    private let isLargerBetter: Bool

    init(
        _ standing: BudgetStanding,
        _ course: BudgetCourse,
        in series: SeriesSubject,
        _ parameters: BudgetParameters
    ) {
        self.standing = standing
        self.course = course
        self.parameters = parameters
        euros = series.indicator.unit.euros ?? ExactDecimal(1)
        isLargerBetter = series.indicator.better == .higher
    }

    /// Whether what is realised and promised by now is more than the budget.
    var isAboutFacts: Bool {
        standing.isFloor == true && standing.isAdvantage == false && exceeds(deviation, parameters.percent)
    }

    /// The state and the reason.
    ///
    /// - Parameter told: what the open alert on the same budget says; `nil` without one.
    /// - Returns: both.
    func outcome(goingOn told: BudgetReason?) -> (Finding.State, BudgetReason) {
        if isAboutFacts { return (.deviates(severity), .disadvantage) }
        guard course.monthsElapsed >= parameters.firstMonth else { return (.unknown, .tooEarly) }
        guard let isAdvantage = standing.isAdvantage else { return within(told) }
        let reason: BudgetReason = isAdvantage ? .advantage : .disadvantage
        let goesOn = told == reason
        guard exceeds(deviation, course.isWhole || goesOn ? parameters.percent : parameters.percentToOpen) else {
            return within(told)
        }
        guard goesOn || isConfirmed else { return (.unknown, .unconfirmed) }
        return (.deviates(isAdvantage ? .warning : severity), reason)
    }

    private func within(_ told: BudgetReason?) -> (Finding.State, BudgetReason) {
        (lingers(told) ? .unknown : .inOrder, .withinBudget)
    }

    private var severity: Severity { isBeyondCritical ? .critical : .warning }

    private var deviation: Double { standing.deviation.double }

    /// Whether more than this one period says that the budget will not be met, or this one says it clearly.
    private var isConfirmed: Bool {
        if course.isWhole { return true }
        if course.isFirm(standing.budget) ? isBeyondCritical : course.isOutsideBand(standing.budget) { return true }
        let sides = course.deviations(from: standing.budget).map { deviation in
            exceeds(deviation, parameters.percentToOpen) ? deviation < 0 : nil
        }
        return switch parameters.persistence.outcome(of: sides) {
        case .confirmed: true
        case .absent, .unconfirmed, .lingering: false
        }
    }

    /// Whether what was told has not been gone for as many periods of the year as end it.
    private func lingers(_ told: BudgetReason?) -> Bool {
        guard let told, !course.isWhole, parameters.resolveAfter > 1 else { return false }
        return course.deviations(from: standing.budget).suffix(parameters.resolveAfter).contains { deviation in
            exceeds(deviation, parameters.percent) && ((deviation > 0) == isLargerBetter) == (told == .advantage)
        }
    }

    private var isBeyondCritical: Bool {
        abs(deviation) * 100 > parameters.criticalPercent.double * abs(standing.budget.double)
    }

    private func exceeds(_ deviation: Double, _ percent: ExactDecimal) -> Bool {
        let relative = percent.double / 100 * abs(standing.budget.double)
        return abs(deviation) > max(relative, parameters.euros.double / euros.double)
    }
}
