package import Indicators

extension ChangeEvidence {
    package func sentence(_ unit: MeasureUnit, in phrases: Phrases) -> String {
        guard reason != .noValue else { return phrases.say("nog geen waarde", "no value yet") }
        let changes = [previous, yearAgo].compactMap(\.self)
        guard !changes.isEmpty, let value, let period else {
            return phrases.say(
                "nog geen eerdere waarde om mee te vergelijken (vanaf 2 waarden)",
                "no earlier value to compare with yet (from 2 values on)"
            )
        }
        let mark = isProvisional ? phrases.say(" (voorlopig)", " (provisional)") : ""
        let compared = phrases.list(changes.map { words(of: $0, unit, phrases) })
        return "\(phrases.amount(value, unit)) \(phrases.say("over", "for")) \(phrases.period(period))\(mark): "
            + "\(compared)\(verdict(phrases))"
    }

    /// `7 per 1000 hoger dan over 2024 (+6,7%)`.
    private func words(of change: ValueChange, _ unit: MeasureUnit, _ phrases: Phrases) -> String {
        let then = phrases.period(change.period)
        let mark = change.isProvisional ? phrases.say(", voorlopig", ", provisional") : ""
        guard change.difference != .zero else {
            return phrases.say("gelijk aan \(then)\(mark)", "the same as for \(then)\(mark)")
        }
        let size = phrases.difference(change.difference, unit)
        let sign = change.difference > .zero ? "+" : ""
        let percent = change.percent.map { "\(sign)\($0.written(decimalSign: ","))%" }
        let more = [percent, change.isProvisional ? phrases.say("voorlopig", "provisional") : nil].compactMap(\.self)
        let beside = more.isEmpty ? "" : " (\(more.joined(separator: ", ")))"
        return change.difference > .zero
            ? phrases.say("\(size) hoger dan over \(then)\(beside)", "\(size) higher than for \(then)\(beside)")
            : phrases.say("\(size) lager dan over \(then)\(beside)", "\(size) lower than for \(then)\(beside)")
    }

    /// Whether it is good or bad; where the two point in opposite ways, which of them is bad.
    private func verdict(_ phrases: Phrases) -> String {
        switch reason {
        case .worse:
            let counting = [previous, yearAgo].compactMap(\.self).filter(\.counts)
            let worse = counting.filter { $0.isWorse(better) }
            guard let first = worse.first, worse.count < counting.count else { return phrases.verdict(isWorse: true) }
            let then = phrases.period(first.period)
            return phrases.say(
                "; vergeleken met \(then) is dat ongunstig",
                "; compared with \(then) that is unfavourable"
            )
        case .better: return phrases.verdict(isWorse: false)
        case .hardly, .tooFewValues, .noValue: return ""
        }
    }

    package func numbers(_ unit: MeasureUnit, in phrases: Phrases) -> [String] {
        [previous, yearAgo].compactMap(\.self).map { change in
            "\(phrases.period(change.period)): \(phrases.amount(change.value, unit))"
        } + [phrases.since(start)].compactMap(\.self)
    }
}
