internal import Alerting
package import Assessment
package import Indicators

/// Why a series has the light it has: rule by rule, with the numbers.
package struct ExplainReport: Sendable {
    private let subject: SeriesSubject
    private let assessment: SeriesAssessment
    private let disclosure: Disclosure
    private let zone: LocalZone
    private let document: String?
    private let corrections: [CorrectedValue]
    private let openingState: Instant?
    private let alerts: [OpenAlert]
    private let phrases: Phrases

    /// An explanation.
    ///
    /// - Parameters:
    ///   - subject: the series.
    ///   - assessment: its judgement.
    ///   - disclosure: what of it may be told.
    ///   - zone: the zone of the moments it names.
    ///   - document: the document that the indicator was transcribed from.
    ///   - corrections: the values that were taken back.
    ///   - openingState: since when an alert is open that was so already when the indicator came under watch.
    ///   - alerts: its open alerts, with what holds their notices back.
    ///   - phrases: the language.
    package init(
        _ subject: SeriesSubject,
        _ assessment: SeriesAssessment,
        by disclosure: Disclosure,
        zone: LocalZone,
        document: String? = nil,
        corrections: [CorrectedValue] = [],
        openingState: Instant? = nil,
        alerts: [OpenAlert] = [],
        phrases: Phrases
    ) {
        self.alerts = alerts.map { $0.told(by: disclosure) }
        self.phrases = phrases
        self.subject = subject
        self.assessment = assessment.told(by: disclosure)
        self.disclosure = disclosure
        self.zone = zone
        self.document = document
        self.corrections = corrections
        self.openingState = openingState
    }

    private var indicator: Indicator { subject.indicator }

    /// The explanation, in lines.
    package var text: String {
        (heading + handling + observations + withdrawals + inputs
            + assessment.findings.filter { !$0.evidence.value.isIdle }.flatMap(rule))
            .map { $0.shownSafely(limit: 400) + "\n" }
            .joined()
    }

    private var heading: [String] {
        let reasons = assessment.telling.map { $0.evidence.value.reasonInWords(phrases) }
        return [
            "\(assessment.key) — \(indicator.title)",
            "\(phrases.say("licht", "light")): " + ([light] + reasons).joined(separator: ", "),
            "\(phrases.say("eenheid", "unit")): \(indicator.unit), \(about)",
        ] + opening + origin
    }

    private var opening: [String] {
        openingState.map { moment in
            let day = zone.local(moment).date
            return [
                phrases.say(
                    "beginstand: er is een melding open die er al was toen de indicator onder toezicht kwam (\(day))",
                    "opening state: an alert is open that was there already when the indicator came under watch (\(day))"
                )
            ]
        } ?? []
    }

    /// The open alerts that people did something with, or whose notices are held back.
    private var handling: [String] {
        let words = HandlingWords(zone: zone, phrases: phrases)
        return alerts.flatMap { alert in
            let lines = words.lines(of: alert.episode.handling) + alert.held.map { words.held(by: $0) }
            return lines.isEmpty
                ? []
                : ["\(phrases.say("melding", "alert")) \(alert.episode.id):"]
                    + lines.flatMap { Self.wrap.lines("  \($0)", hanging: 4) }
        }
    }

    private var light: String { phrases.light(assessment.light) }

    private var about: String {
        let (programme, package) = (indicator.programme, indicator.package)
        let better =
            switch indicator.better {
            case .lower: phrases.say("lager is beter", "lower is better")
            case .higher: phrases.say("hoger is beter", "higher is better")
            }
        return phrases.say(
            "\(better); programma \(programme), pakket \(package)",
            "\(better); programme \(programme), package \(package)"
        )
    }

    private var origin: [String] {
        [
            document.map { "document: \($0)" },
            indicator.heading.map { "\(phrases.say("passage", "passage")): \($0)" },
            indicator.source.map { "\(phrases.say("bron", "source")): \($0)" },
            indicator.owner.map { "\(phrases.say("eigenaar", "owner")): \($0)" },
            // Days are plain to see in each date; working days and days of the calendar are not.
            indicator.cadence.due.days == nil
                ? "\(phrases.say("levering", "delivery")): \(indicator.cadence.words(in: phrases))" : nil,
            indicator.layer.map { phrases.say("laag: \($0.dutch)", "layer: \($0.rawValue)") },
        ]
        .compactMap(\.self)
    }

    private func rule(_ finding: Finding) -> [String] {
        let explanation = finding.evidence.value.explanation(of: finding, unit: indicator.unit, in: phrases)
        let rule = finding.evidence.value.ruleInWords(phrases)
        return ["\(phrases.say("regel", "rule")) \(rule): \(explanation.summary)"]
            + explanation.details.map { "  \($0)" }
    }
}

// MARK: The values
extension ExplainReport {
    private var observations: [String] {
        let lines =
            (derivation.map { [$0] } ?? [])
            + subject.history.observations.suffix(10).flatMap {
                [line($0, of: assessment.key, indicator.unit)] + note(of: $0, assessment.key)
            }
        let heading = phrases.say("waarnemingen", "observations")
        return lines.isEmpty
            ? ["\(heading): \(phrases.say("geen", "none"))"] : ["\(heading):"] + lines.map { "  \($0)" }
    }

    private var derivation: String? {
        indicator.derivation.map { derivation in
            let parts = derivation.references.map(\.description).joined(separator: ", ")
            let decimals = derivation.decimals
            return phrases.say(
                "berekend: \(phrases.name(of: derivation.operation)) van \(parts), naar boven afgerond vanaf de helft op "
                    + (decimals == 1 ? "1 decimaal" : "\(decimals) decimalen"),
                "derived: \(phrases.name(of: derivation.operation)) of \(parts), rounded half up to \(decimals) decimal(s)"
            )
        }
    }

    private func line(_ recorded: RecordedObservation, of series: SeriesKey, _ unit: MeasureUnit?) -> String {
        let observation = recorded.observation
        if recorded.importHash == nil, observation.milestone != nil, let source = observation.source {
            return "\(recorded.period): \(value(observation, of: series, unit)) (\(source))"
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
        return "\(recorded.period): \(value(observation, of: series, unit))\(provisional) (\(recordedAs)\(origin))"
    }

    /// What its supplier says beside a value, in full.
    private func note(of recorded: RecordedObservation, _ series: SeriesKey) -> [String] {
        // It may say what the value is.
        guard let note = recorded.observation.note, !disclosure.hides(recorded.observation, of: series) else {
            return []
        }
        let label = phrases.say("toelichting", "note")
        return Self.wrap.lines("  \(label): \(note.oneLine(limit: 1000))", hanging: 4)
    }

    private static let wrap = TextWrap(width: 100, breaksWords: true)

    /// What was taken back, by whom and why, the last ten.
    private var withdrawals: [String] {
        let lines = corrections.suffix(10).compactMap { correction in
            correction.after.withdrawal.map { line(correction, $0) }
        }
        return lines.isEmpty ? [] : ["\(phrases.say("ingetrokken", "withdrawn")):"] + lines.map { "  \($0)" }
    }

    private func line(_ correction: CorrectedValue, _ order: Withdrawal) -> String {
        let (before, after) = (correction.before.observation, correction.after.observation)
        let isHidden = [before, after].contains { disclosure.hides($0, of: assessment.key) }
        let why = isHidden ? phrases.say("reden niet getoond", "reason not shown") : order.why.shownSafely(limit: 200)
        let by = order.by.shownSafely(limit: 100)
        let old = value(before, of: assessment.key, indicator.unit)
        let now = value(after, of: assessment.key, indicator.unit)
        let (at, holds) = (phrases.dateAndTime(zone.local(order.at)), correction.after.holds)
        return "\(before.period): \(old) "
            + phrases.say("ingetrokken op \(at) door \(by): \(why)", "withdrawn on \(at) by \(by): \(why)")
            + (holds ? phrases.say("; \(now) gold weer", "; \(now) held again") : "")
    }

    private func value(_ observation: Observation, of series: SeriesKey, _ unit: MeasureUnit?) -> String {
        guard !disclosure.hides(observation, of: series) else { return phrases.hiddenValue }
        guard let report = observation.milestone else {
            return unit?.written(observation.value) ?? observation.value.written(decimalSign: ",")
        }
        let expected = report.expected.map { phrases.say(", verwacht \($0)", ", expected \($0)") } ?? ""
        return phrases.say(report.status.rawValue, report.status.english) + expected
    }

    /// Where each part of a derived value comes from, for the period that was judged.
    private var inputs: [String] {
        guard !subject.inputs.isEmpty, let period = subject.incompletePeriod ?? subject.history.latest?.period else {
            return []
        }
        let lines = subject.inputs.flatMap { input in
            let value = input.observation(of: period)
            let none = "\(period): \(phrases.say("geen waarde", "no value"))"
            return ["  \(input.key): \(value.map { line($0, of: input.key, nil) } ?? none)"]
                + (value.map { note(of: $0, input.key).map { "  \($0)" } } ?? [])
        }
        return ["\(phrases.say("onderdelen", "inputs")):"] + lines
    }
}
