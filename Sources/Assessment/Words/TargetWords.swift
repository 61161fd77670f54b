package import Indicators

/// What every rule says of targets in the same words.
extension Phrases {
    /// Every target with its period or goal: `< 108 per 1000 (2025), < 108 per 1000 (doel 6N-2, 2026)`; `nil` without
    /// one.
    package func inOneLine(_ targets: [TargetComparison], unit: MeasureUnit) -> String? {
        let named = targets.compactMap { target in
            target.bound.map { bound in
                let goal = target.goal.map { "\(say("doel", "goal")) \($0)" }
                let parts = [goal, target.namedPeriod?.description, target.footnote].compactMap(\.self)
                return bound.written(unit: unit) + (parts.isEmpty ? "" : " (\(parts.joined(separator: ", ")))")
            }
        }
        return named.isEmpty ? nil : named.joined(separator: ", ")
    }

    /// How the value lies to the target; `nil` where that says nothing.
    package func standing(_ verdict: TargetComparison.Verdict) -> String? {
        switch verdict {
        case .met: say("gehaald", "met")
        case .missed: say("niet gehaald", "missed")
        case .notYetReached: say("nog te halen", "still to be reached")
        case .betterThanLevel, .baselineMissing, .startingPoint, .undecided: nil
        }
    }
}

extension Sequence<TargetComparison> {
    /// The target to name where there is room for one: the strictest of those missed, else of all.
    package var strictest: TargetComparison? {
        let missed = filter(\.isMissed)
        let candidates = missed.isEmpty ? Array(self) : missed
        return candidates.dropFirst().reduce(candidates.first) { leader, target in
            guard let leader else { return target }
            return target.isStricter(than: leader) ? target : leader
        }
    }
}

extension TargetComparison {
    fileprivate var isMissed: Bool {
        switch verdict {
        case .missed: true
        case .met, .notYetReached, .betterThanLevel, .baselineMissing, .startingPoint, .undecided: false
        }
    }

    /// Whether whoever meets this target meets the other one as well.
    fileprivate func isStricter(than other: TargetComparison) -> Bool {
        guard let own = bound, let theirs = other.bound else { return false }
        return switch own.comparator {
        case .below: own.value < theirs.value || (own.value == theirs.value && theirs.comparator == .atMost)
        case .above: own.value > theirs.value || (own.value == theirs.value && theirs.comparator == .atLeast)
        case .atMost: own.value < theirs.value
        case .atLeast: own.value > theirs.value
        case .equal: false
        }
    }

    /// The bound where there is little room, without the unit but for `%`: `< 108`, `< 25,3%`.
    package func shortBound(unit: MeasureUnit) -> String? {
        bound.map { bound in
            guard unit != .milestone, unit.euros == nil else { return bound.written(unit: unit).oneLine(limit: 40) }
            let number = bound.value.written(decimalSign: ",")
            // There is no room for the condition itself; its star says that there is one.
            return "\(bound.comparator.sign) \(number)\(unit == .percent ? "%" : "")\(footnote == nil ? "" : "*")"
        }
    }
}
