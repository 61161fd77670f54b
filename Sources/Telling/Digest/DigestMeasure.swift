internal import Alerting
internal import Assessment
internal import Indicators

/// A value in large, with the one before and how far it lies from its target.
struct DigestMeasure: Hashable, Sendable {
    /// What it is: `Waarde`.
    let label: String
    /// The value with its unit, or whatever stands in its place.
    let amount: String
    /// What follows it: ` over 2025 (voorlopig)`.
    let rest: String
    /// Whether it is a value, and not a sentence.
    let isValue: Bool
    /// The value before and the distance to the target.
    let beside: [Figure]
}

extension DigestEntries {
    /// The value of an alert, or what else its rule tells first; `nil` where it tells no figure.
    func measure(_ item: Digest.Item, _ earlier: DigestContext.EarlierValue?) -> DigestMeasure? {
        let facts = item.episode.facts
        guard let first = facts.evidence.value.figures(of: facts, in: phrases).first else { return nil }
        // The figure begins with the value where there is one.
        let amount = facts.lapse == nil ? phrases.amount(of: facts) : nil
        guard facts.evidence.value.tellsValue, let amount, first.value.hasPrefix(amount) else {
            return DigestMeasure(label: first.label, amount: first.value, rest: "", isValue: false, beside: [])
        }
        return DigestMeasure(
            label: first.label,
            amount: amount,
            rest: String(first.value.dropFirst(amount.count)),
            isValue: true,
            beside: [
                Figure(words.say("Hiervoor", "Before"), earlier.map { self.earlier($0, facts) }),
                Figure(words.say("Afstand", "Distance"), distance(of: facts)),
            ]
            .compactMap(\.self)
        )
    }

    /// `108 per 1000 over 2024`.
    func earlier(_ earlier: DigestContext.EarlierValue, _ facts: FindingFacts) -> String {
        let amount = facts.about.unit.written(earlier.amount).oneLine(limit: 80)
        return "\(amount) \(words.say("over", "for")) \(phrases.period(earlier.period))"
    }

    /// `4 per 1000 boven de streefwaarde`, or `nog 3 te gaan` to one that lies ahead; `nil` where no bound says it.
    private func distance(of facts: FindingFacts) -> String? {
        let told = facts.evidence.value.comparisons.told
        guard let target = told.strictest, let bound = target.bound, let value = facts.value?.amount,
            facts.about.unit != .milestone, let gap = value.subtracting(bound.value), !bound.isMet(by: value)
        else { return nil }
        guard gap != .zero else { return words.say("gelijk aan de streefwaarde", "equal to the target") }
        let amount = facts.about.unit.points(gap.magnitude, words)
        if target.standing == .ahead { return words.say("nog \(amount) te gaan", "\(amount) to go") }
        return gap > .zero
            ? words.say("\(amount) boven de streefwaarde", "\(amount) above the target")
            : words.say("\(amount) onder de streefwaarde", "\(amount) below the target")
    }
}

extension MeasureUnit {
    /// The difference of two values: of percentages in points.
    fileprivate func points(_ difference: ExactDecimal, _ words: DigestWords) -> String {
        let isPercent = self == .percent
        let number = isPercent ? number(difference.withoutTrailingZeros) : written(difference.withoutTrailingZeros)
        return (isPercent ? "\(number) \(words.say("procentpunt", "percentage points"))" : number).oneLine(limit: 80)
    }
}
