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
        let value = withdrawn(correction, of: about)
        let what =
            about.isMilestone
            ? say("wat over \(period(correction)) is gemeld, is", "what was reported for \(period(correction)) was")
            : say("de waarde \(value) is", "the value \(value) was")
        return say("\(what) ingetrokken\(by); ", "\(what) withdrawn\(by); ") + holds(correction, of: about)
    }

    /// The figures of it: what was taken back, by whom and why, and what holds since.
    func figures(_ correction: ValueCorrection, of about: IndicatorFacts) -> [Figure] {
        let what =
            about.isMilestone
            ? say("wat over \(period(correction)) is gemeld", "what was reported for \(period(correction))")
            : withdrawn(correction, of: about)
        let by = order(correction).map { " \($0)" } ?? ""
        return [
            Figure(label: say("Ingetrokken", "Withdrawn"), value: what + by),
            Figure(label: say("Nu", "Now"), value: holds(correction, of: about)),
        ]
    }

    /// The same where the alert ended by it, which tells itself what was taken back.
    func figuresOfEnd(_ correction: ValueCorrection, of about: IndicatorFacts) -> [Figure] {
        [
            Figure(say("Ingetrokken", "Withdrawn"), order(correction)),
            Figure(say("Nu", "Now"), holds(correction, of: about)),
        ]
        .compactMap(\.self)
    }

    /// `150 per 1000 over 2025`.
    func withdrawn(_ correction: ValueCorrection, of about: IndicatorFacts) -> String {
        let amount = about.unit.written(correction.amount).oneLine(limit: 80)
        return "\(amount) \(say("over", "for")) \(period(correction))"
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
