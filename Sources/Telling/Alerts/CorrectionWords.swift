internal import Assessment
internal import Indicators

/// What is said of a value that was taken back: what was wrong, who said so and why, and what holds since.
struct CorrectionWords: Sendable {
    let phrases: Phrases

    private func say(_ dutch: @autoclosure () -> String, _ english: @autoclosure () -> String) -> String {
        phrases.say(dutch(), english())
    }

    /// `de waarde 150 per 1000 over 2025 is ingetrokken door Jan (reden: typefout); over 2025 geldt nu 120 per 1000`.
    func sentence(_ correction: ValueCorrection, of about: IndicatorFacts) -> String {
        let by = order(correction).map { " \($0)" } ?? ""
        let what =
            about.isMilestone
            ? say("wat over \(period(correction)) is gemeld, is", "what was reported for \(period(correction)) was")
            : "\(value(correction, of: about)) \(isTakenBack(about))"
        return say("\(what) ingetrokken\(by); ", "\(what) withdrawn\(by); ") + holds(correction, of: about)
    }

    /// What is made of others was not taken back itself: `is berekend uit een waarde die is`.
    private func isTakenBack(_ about: IndicatorFacts) -> String {
        about.isDerived
            ? say("is berekend uit een waarde die is", "was made of a value that was") : say("is", "was")
    }

    /// The figures of it: what was taken back, by whom and why, and what holds since.
    func figures(_ correction: ValueCorrection, of about: IndicatorFacts) -> [Figure] {
        let what =
            about.isMilestone
            ? say("wat over \(period(correction)) is gemeld", "what was reported for \(period(correction))")
            : correction.amount == nil ? value(correction, of: about) : withdrawn(correction, of: about)
        let by = order(correction).map { " \($0)" } ?? ""
        return [
            Figure(label: say("Ingetrokken", "Withdrawn"), value: what + by),
            figureOfNow(correction, of: about),
        ]
    }

    /// Who took it back, where the alert ended by it, which tells itself what was taken back.
    func figureOfOrder(_ correction: ValueCorrection) -> Figure? {
        Figure(say("Ingetrokken", "Withdrawn"), order(correction))
    }

    /// What holds since.
    func figureOfNow(_ correction: ValueCorrection, of about: IndicatorFacts) -> Figure {
        Figure(label: say("Nu", "Now"), value: holds(correction, of: about))
    }

    /// `de waarde 150 per 1000 over 2025`.
    private func value(_ correction: ValueCorrection, of about: IndicatorFacts) -> String {
        "\(say("de waarde", "the value")) \(withdrawn(correction, of: about))"
    }

    /// `150 per 1000 over 2025`; of a value that is not known `over 2025`.
    func withdrawn(_ correction: ValueCorrection, of about: IndicatorFacts) -> String {
        let amount = correction.amount.map { about.unit.written($0).oneLine(limit: 80) + " " } ?? ""
        return "\(amount)\(say("over", "for")) \(period(correction))"
    }

    /// The introduction of corrections by which alerts began: all of them, or some.
    func begunByCorrection(_ isAll: Bool, count: Int) -> String {
        guard isAll else {
            return say(
                "Hier zijn waarden ingetrokken of herzien. Bij elke melding staat wat nu geldt.",
                "Values were withdrawn or revised here. Each alert says what holds now."
            )
        }
        return count == 1
            ? say(
                "Hier is een waarde ingetrokken. Deze melding volgt daaruit, niet uit nieuwe cijfers.",
                "A value was withdrawn here. This alert follows from that, not from new figures."
            )
            : say(
                "Hier zijn waarden ingetrokken. Deze meldingen volgen daaruit, niet uit nieuwe cijfers.",
                "Values were withdrawn here. These alerts follow from that, not from new figures."
            )
    }

    /// `De waarde 150 per 1000 over 2025 is ingetrokken.`, with what holds since where the alert began by that.
    func lead(_ correction: ValueCorrection, _ facts: FindingFacts) -> String {
        let value = withdrawn(correction, of: facts.about)
        let taken = isTakenBack(facts.about)
        let what = say("De waarde \(value) \(taken) ingetrokken.", "The value \(value) \(taken) withdrawn.")
        return [what, deviates(facts)].compactMap(\.self).joined(separator: " ")
    }

    /// That what holds since deviates; `nil` where the alert did not begin by that, or tells of no value.
    private func deviates(_ facts: FindingFacts) -> String? {
        guard let correction = facts.correction, correction.beginsAlert, let value = facts.value,
            let period = facts.period, facts.evidence.value.tellsValue
        else { return nil }
        let amount = facts.about.unit.written(value.amount).oneLine(limit: 80)
        let named = "\(amount) \(say("over", "for")) \(phrases.period(period))"
        return period.end <= correction.period.end
            ? say(
                "De oudere waarde \(named) geldt nu, en die wijkt af.",
                "The older value \(named) holds now, and deviates."
            )
            : say("Daardoor wijkt de waarde \(named) af.", "By that the value \(named) deviates.")
    }

    /// `door Jan (reden: typefout)`; `nil` where it is not known.
    func order(_ correction: ValueCorrection) -> String? {
        guard let by = correction.by?.oneLine(limit: 100), let why = correction.why?.oneLine(limit: 300) else {
            return nil
        }
        return say("door \(by) (reden: \(why))", "by \(by) (reason: \(why))")
    }

    private func period(_ correction: ValueCorrection) -> String { phrases.period(correction.period) }

    private func holds(_ correction: ValueCorrection, of about: IndicatorFacts) -> String {
        let period = period(correction)
        guard let amount = correction.holds else {
            return about.isMilestone
                ? say("over \(period) geldt geen bericht", "no report holds for \(period)")
                : say("over \(period) geldt geen waarde", "no value holds for \(period)")
        }
        let value =
            correction.report.map { say($0.rawValue, $0.english) } ?? about.unit.written(amount).oneLine(limit: 80)
        return say("over \(period) geldt nu \(value)", "\(value) holds for \(period) now")
    }
}
