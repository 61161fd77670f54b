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
    ///
    /// A target is met, or missed, by the value of its own period only.
    package func standing(_ target: TargetComparison, unit: MeasureUnit) -> String? {
        let isOwn = target.standing == .ownPeriod
        return switch target.verdict {
        case .met:
            isOwn ? say("gehaald", "met") : say("de waarde ligt nu op deze norm", "the value is at this level now")
        case .missed:
            (isOwn
                ? say("niet gehaald", "missed")
                : say("de waarde ligt niet op deze norm", "the value is not at this level"))
                + (target.isOnTheEdge ? ", \(onTheEdge)" : "")
        case .onCourse: say("op koers", "on course")
        case .behind: target.road.flatMap { onCourse($0, unit: unit) } ?? say("niet op koers", "not on course")
        case .wrongWay: target.road.map { worse(target, than: $0, unit: unit) } ?? say("niet op koers", "not on course")
        case .notYetReached: say("nog te halen", "still to be reached")
        case .betterThanLevel, .baselineMissing, .startingPoint, .undecided: nil
        }
    }

    /// `op koers zou 1.033 zijn`.
    func onCourse(_ road: Road, unit: MeasureUnit) -> String? {
        if let projected = road.projected {
            let value = unit.written(projected).oneLine(limit: 80)
            return say("als het zo doorgaat wordt het \(value)", "if it goes on like this it becomes \(value)")
        }
        return road.expected.map { expected in
            let value = unit.written(expected).oneLine(limit: 80)
            return say("op koers zou \(value) zijn", "on course it would be \(value)")
        }
    }

    /// `gerekend vanaf 2022: 1.080`; `nil` where it is not told.
    func counted(from road: Road, unit: MeasureUnit) -> String? {
        guard road.tellsBase == true else { return nil }
        let base = "\(period(road.start)): \(unit.written(road.base).oneLine(limit: 80))"
        return say("gerekend vanaf \(base)", "counted from \(base)")
    }

    /// How a value stands to its target, in a sentence of its own, with the value that a road begins at:
    /// `op koers zou 1.033 zijn (gerekend vanaf 2020: 1.240)`.
    func standingInFull(_ target: TargetComparison, unit: MeasureUnit) -> String? {
        guard target.verdict == .behind, let counted = target.road.flatMap({ counted(from: $0, unit: unit) }) else {
            return standing(target, unit: unit)
        }
        return standing(target, unit: unit).map { "\($0) (\(counted))" }
    }

    /// `slechter dan in 2025 (1.240)`.
    func worse(_ target: TargetComparison, than road: Road, unit: MeasureUnit) -> String {
        let then =
            "\(say(road.start.kind == .day ? "op" : "in", road.start.kind == .day ? "on" : "in")) \(period(road.start))"
        let value = unit.written(road.base).oneLine(limit: 80)
        // What has to be exactly so is missed on either side.
        return target.bound?.comparator == .equal
            ? say("verder weg dan \(then) (\(value))", "further away than \(then) (\(value))")
            : say("slechter dan \(then) (\(value))", "worse than \(then) (\(value))")
    }

    /// What a target asks, in a sentence: `620`, `lager dan 25,3%`.
    func asked(_ bound: Bound, unit: MeasureUnit) -> String {
        let value = unit.written(bound.value).oneLine(limit: 80)
        return switch bound.comparator {
        case .below: say("lager dan \(value)", "below \(value)")
        case .above: say("hoger dan \(value)", "above \(value)")
        case .atMost, .atLeast, .equal: value
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
    var isMissed: Bool {
        switch verdict {
        case .missed: true
        case .met, .onCourse, .behind, .wrongWay, .notYetReached, .betterThanLevel, .baselineMissing, .startingPoint,
            .undecided:
            false
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
            let number = unit.number(bound.value)
            // There is no room for the condition itself; its star says that there is one.
            return "\(bound.comparator.sign) \(number)\(unit == .percent ? "%" : "")\(footnote == nil ? "" : "*")"
        }
    }
}
