package import Indicators

/// How a value moves to a target that lies ahead: along the straight road from a base (methods, section 2.6).
package struct Pace: Hashable, Sendable {
    /// What the movement comes to; the words are those of the methods.
    package enum Category: String, Hashable, Sendable, CaseIterable {
        case targetMet = "target_met"
        case significant = "significant_progress"
        case moderate = "moderate_progress"
        case insufficient = "insufficient_progress"
        case away = "movement_away"
        case notAssessable = "not_assessable"
    }

    /// The value at the beginning of the road.
    package let base: ExactDecimal
    /// The value that is judged.
    package let value: ExactDecimal
    /// So many periods lie between the two.
    package let elapsed: Int
    /// So many periods lie between the base and the target.
    package let total: Int
    package let target: Bound

    package init(base: ExactDecimal, value: ExactDecimal, elapsed: Int, total: Int, target: Bound) {
        self.base = base
        self.value = value
        self.elapsed = elapsed
        self.total = total
        self.target = target
    }

    /// What was needed of the way until now, and went: 1 is on course, below 0 is the wrong way; `nil` where no way is
    /// needed, or no exact number can hold it.
    package var ratio: ExactDecimal? {
        guard elapsed > 0, total > 0, let need = target.value.subtracting(base), need != .zero,
            let gone = value.subtracting(base)?.multiplied(by: ExactDecimal(total)),
            let needed = need.multiplied(by: ExactDecimal(elapsed))
        else { return nil }
        return gone.divided(by: needed, decimals: 12) ?? gone.divided(by: needed, decimals: 4)
    }

    /// The value on the road at the time of the judged one, rounded half up.
    package func expected(decimals: Int) -> ExactDecimal? {
        guard total > 0, let before = base.multiplied(by: ExactDecimal(total - elapsed)),
            let after = target.value.multiplied(by: ExactDecimal(elapsed))
        else { return nil }
        return before.adding(after)?.divided(by: ExactDecimal(total), decimals: decimals)
    }

    /// The category, in the order of tests of the methods.
    ///
    /// - Parameter onCourse: from so many percent of the needed way on, progress is significant.
    /// - Returns: the category.
    package func category(onCourse: ExactDecimal = ExactDecimal(95)) -> Category {
        if target.isMet(by: value) { return .targetMet }
        if target.isMet(by: base) { return .away }
        guard let percent = ratio?.multiplied(by: ExactDecimal(100)) else { return .notAssessable }
        if percent < .zero { return .away }
        if percent >= onCourse { return .significant }
        return percent >= ExactDecimal(60) ? .moderate : .insufficient
    }
}

extension Pace {
    /// The verdict on a value that does not meet its target yet.
    func verdict(onCourse: ExactDecimal) -> TargetComparison.Verdict {
        switch category(onCourse: onCourse) {
        case .targetMet: .met
        case .significant: .onCourse
        case .moderate, .insufficient: .behind
        case .away: .wrongWay
        // The target is to be better than the base, however little.
        case .notAssessable: isWorseThanBase ? .wrongWay : .notYetReached
        }
    }

    private var isWorseThanBase: Bool {
        switch target.comparator {
        case .below, .atMost: value > base
        case .above, .atLeast: value < base
        case .equal: false
        }
    }
}
