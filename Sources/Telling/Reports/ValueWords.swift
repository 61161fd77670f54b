internal import Assessment
internal import Indicators

/// Says of a value what it is, and where it comes from.
struct ValueWords: Sendable {
    let disclosure: Disclosure
    let zone: LocalZone
    let phrases: Phrases

    /// A value with where it comes from, and what its supplier says beside it.
    func value(_ recorded: RecordedObservation, of series: SeriesKey, unit: MeasureUnit?) -> SeriesAccount.Value {
        SeriesAccount.Value(words: line(recorded, of: series, unit), note: note(of: recorded, series))
    }

    private func line(_ recorded: RecordedObservation, of series: SeriesKey, _ unit: MeasureUnit?) -> String {
        let observation = recorded.observation
        if recorded.importHash == nil, observation.milestone != nil, let source = observation.source {
            return "\(recorded.period): \(amount(observation, of: series, unit)) (\(source))"
        }
        let provisional = observation.status == .provisional ? phrases.say(", voorlopig", ", provisional") : ""
        let (revision, when) = (recorded.revision, phrases.dateAndTime(zone.local(recorded.recordedAt)))
        let origin =
            (recorded.importHash.map { phrases.say(", bestand \($0.prefix(12))", ", file \($0.prefix(12))") } ?? "")
            + (observation.source.map { ", \(phrases.say("bron", "source")) \($0.shownSafely(limit: 120))" } ?? "")
        let recordedAs = phrases.say(
            "herziening \(revision), vastgelegd op \(when)",
            "revision \(revision), recorded on \(when)"
        )
        return "\(recorded.period): \(amount(observation, of: series, unit))\(provisional) (\(recordedAs)\(origin))"
    }

    /// What its supplier says beside a value; it may say what the value is.
    func note(of recorded: RecordedObservation, _ series: SeriesKey) -> String? {
        guard let note = recorded.observation.note, !disclosure.hides(recorded.observation, of: series) else {
            return nil
        }
        return note.oneLine(limit: 1000)
    }

    /// The value with its unit, or what is reported of a milestone.
    func amount(_ observation: Observation, of series: SeriesKey, _ unit: MeasureUnit?) -> String {
        guard !disclosure.hides(observation, of: series) else { return phrases.hiddenValue }
        guard let report = observation.milestone else {
            return unit?.written(observation.value) ?? observation.value.written(decimalSign: ",")
        }
        let expected =
            report.expected.map { day in ", \(phrases.say("verwacht", "expected")) \(phrases.date(day))" } ?? ""
        return phrases.say(report.status.rawValue, report.status.english) + expected
    }

    /// The same for a table: its number by itself in a spreadsheet, whose head has the unit.
    func cell(_ observation: Observation, of series: SeriesKey, _ unit: MeasureUnit) -> PageCell {
        let words = amount(observation, of: series, unit)
        guard !disclosure.hides(observation, of: series), observation.milestone == nil else { return PageCell(words) }
        return PageCell("\(words)", number: observation.value, phrases.language)
    }

    /// What was taken back, by whom and why; `nil` where nothing was.
    func withdrawal(_ correction: CorrectedValue, of series: SeriesKey, unit: MeasureUnit) -> String? {
        correction.after.withdrawal.map { line(correction, $0, series, unit) }
    }

    private func line(
        _ correction: CorrectedValue,
        _ order: Withdrawal,
        _ series: SeriesKey,
        _ unit: MeasureUnit
    ) -> String {
        let (before, after) = (correction.before.observation, correction.after.observation)
        let isHidden = [before, after].contains { disclosure.hides($0, of: series) }
        let why = isHidden ? phrases.say("reden niet getoond", "reason not shown") : order.why.shownSafely(limit: 200)
        let by = order.by.shownSafely(limit: 100)
        let (old, now) = (amount(before, of: series, unit), amount(after, of: series, unit))
        let (at, holds) = (phrases.dateAndTime(zone.local(order.at)), correction.after.holds)
        return "\(before.period): \(old) "
            + phrases.say("ingetrokken op \(at) door \(by): \(why)", "withdrawn on \(at) by \(by): \(why)")
            + (holds ? phrases.say("; \(now) gold weer", "; \(now) held again") : "")
    }
}
