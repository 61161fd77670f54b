package import Indicators

/// An edit of the configuration, as it bears on one alert.
///
/// What changes by it is neither good nor bad news: nothing was measured.
package struct JudgementEdit: Hashable, Sendable, Codable {
    /// What was done to the indicator.
    package enum Cause: String, Hashable, Sendable, Codable {
        /// It is judged in another way: by another target, rule or setting, or by a newer program.
        case edited
        /// The configuration no longer has it.
        case withdrawn
        /// The configuration has it again.
        case returned
    }

    package let cause: Cause
    /// What held before; `nil` where a store of an earlier version does not tell.
    package let before: JudgementTerms?
    /// What holds from now on; `nil` where it is not known, or nothing holds any more.
    package let after: JudgementTerms?
    /// Whether the alert was open when it was made.
    package let wasOpen: Bool
    /// Whether the alert began by it; in a store only where it did.
    private let isBeginning: Bool?

    package init(
        cause: Cause,
        before: JudgementTerms? = nil,
        after: JudgementTerms? = nil,
        wasOpen: Bool,
        begins: Bool = false
    ) {
        isBeginning = begins ? true : nil
        self.cause = cause
        self.before = before
        self.after = after
        self.wasOpen = wasOpen
    }

    /// This edit and a later one, as one.
    package func followed(by later: JudgementEdit) -> JudgementEdit {
        let isBack = cause == .withdrawn && later.cause == .returned
        return JudgementEdit(
            cause: isBack ? .edited : later.cause,
            before: before,
            after: later.after,
            wasOpen: wasOpen,
            begins: begins || later.begins
        )
    }

    /// Whether the alert began by it, and had not been told in an earlier run.
    package var begins: Bool { isBeginning ?? false }

    /// The edit as the one that the alert began by.
    package var beginning: JudgementEdit {
        JudgementEdit(cause: cause, before: before, after: after, wasOpen: wasOpen, begins: true)
    }

    /// Whether all of it was taken back: what held before holds again.
    package var isUndone: Bool { cause == .edited && before != nil && before == after }
}

// MARK: What was changed
extension JudgementEdit {
    /// One thing that was changed.
    package enum Change: Hashable, Sendable {
        /// A target: the texts before and after, each `nil` where there was or is none.
        case target(goal: String?, period: Period, before: String?, after: String?)
        case better(before: String, after: String)
        case unit(before: String, after: String)
        /// What one rule goes by: its texts before and after.
        case rule(String, before: [String], after: [String])
    }

    /// What was changed, in the order in which it is told; empty where it is not known.
    package var changes: [Change] {
        guard let before, let after else { return [] }
        var changes = targetChanges(before, after)
        if before.better != after.better { changes.append(.better(before: before.better, after: after.better)) }
        if before.unit != after.unit { changes.append(.unit(before: before.unit, after: after.unit)) }
        for rule in Set(before.rules.keys).union(after.rules.keys).sorted() {
            let (old, new) = (before.rules[rule] ?? [], after.rules[rule] ?? [])
            if old != new { changes.append(.rule(rule, before: old, after: new)) }
        }
        return changes
    }

    private func targetChanges(_ before: JudgementTerms, _ after: JudgementTerms) -> [Change] {
        let old = Dictionary(before.targets.map { (Place($0), $0.text) }) { first, _ in first }
        let new = Dictionary(after.targets.map { (Place($0), $0.text) }) { first, _ in first }
        let places = (before.targets + after.targets).map(Place.init)
        return places.reduce(into: [Place]()) { if !$0.contains($1) { $0.append($1) } }
            .filter { old[$0] != new[$0] }
            .sorted { $0.period < $1.period }
            .map { .target(goal: $0.goal, period: $0.period, before: old[$0], after: new[$0]) }
    }

    /// What tells targets apart.
    private struct Place: Hashable {
        let goal: String?
        let period: Period
        let scope: String?

        init(_ target: JudgementTerms.Target) {
            goal = target.goal
            period = target.period
            scope = target.scope
        }
    }
}
