internal import Alerting
package import Assessment
package import Indicators

/// What there is to say of a series and of its light, in words: a command shows it in lines, the page as HTML.
///
/// It holds what may be told and nothing else.
package struct SeriesAccount: Hashable, Sendable {
    /// A name with what stands behind it: `bron: GGD`.
    struct Fact: Hashable, Sendable {
        let name: String
        let words: String
    }

    /// What people did with an open alert, and what holds its notices back.
    struct HandledAlert: Hashable, Sendable {
        /// `target:wmo-maatwerk/GM0303#1`.
        let episode: String
        let lines: [String]
    }

    /// A value with where it comes from.
    struct Value: Hashable, Sendable {
        let words: String
        /// What its supplier says beside it, in full; `nil` where that is nothing, or may not be told.
        let note: String?
    }

    /// Where a part of a derived value comes from.
    struct Input: Hashable, Sendable {
        let series: SeriesKey
        let value: Value
    }

    /// What one rule says, with the numbers that it rests on.
    struct Ruling: Hashable, Sendable {
        let rule: String
        let summary: String
        let details: [String]
    }

    let key: SeriesKey
    let title: String
    let light: Light
    /// Why it has its light, and what else is the matter.
    let reasons: [String]
    /// What is measured, and how.
    let unit: Fact
    /// Where it comes from.
    let origin: [Fact]
    /// That an alert is open which was there already when the indicator came under watch; `nil` where none is.
    let opening: String?
    /// The open alerts that people did something with, or whose notices are held back.
    let handled: [HandledAlert]
    /// Of what a derived value is made; `nil` for one that files bring.
    let derivation: String?
    /// The last ones, the oldest first.
    let values: [Value]
    /// What was taken back, by whom and why.
    let withdrawals: [String]
    /// How many were taken back in all.
    let withdrawalCount: Int
    let inputs: [Input]
    let rulings: [Ruling]

    /// So many of the last values, and of what was taken back, are told.
    private static let mostTold = 10

    /// An account.
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
    ///   - inputUnits: the units of the indicators that a derived value is made of.
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
        inputUnits: [IndicatorID: MeasureUnit] = [:],
        phrases: Phrases
    ) {
        let told = assessment.told(by: disclosure)
        let indicator = subject.indicator
        let words = ValueWords(disclosure: disclosure, zone: zone, phrases: phrases)
        let about = IndicatorWords(phrases: phrases)
        key = told.key
        title = indicator.title
        light = told.light
        reasons = told.telling.map { $0.evidence.value.reasonInWords(phrases) }
        unit = about.unit(of: indicator)
        origin = about.origin(of: indicator, document: document)
        opening = openingState.map { about.opening(zone.local($0).date) }
        handled = alerts.compactMap { HandledAlert($0.told(by: disclosure), zone: zone, phrases: phrases) }
        derivation = indicator.derivation.map(about.derivation)
        values = subject.history.observations.suffix(Self.mostTold)
            .map { words.value($0, of: told.key, unit: indicator.unit) }
        let takenBack = corrections.compactMap { words.withdrawal($0, of: told.key, unit: indicator.unit) }
        withdrawals = Array(takenBack.suffix(Self.mostTold))
        withdrawalCount = takenBack.count
        inputs = subject.inputs(by: words, units: inputUnits)
        rulings = told.findings.filter { !$0.evidence.value.isIdle }
            .map { Ruling($0, unit: indicator.unit, phrases: phrases) }
    }
}

extension SeriesAccount.HandledAlert {
    /// `nil` where nobody did anything and nothing holds its notices back.
    fileprivate init?(_ alert: OpenAlert, zone: LocalZone, phrases: Phrases) {
        let words = HandlingWords(zone: zone, phrases: phrases)
        let lines = words.lines(of: alert.episode.handling) + alert.held.map { words.held(by: $0) }
        guard !lines.isEmpty else { return nil }
        self.init(episode: alert.episode.id, lines: lines)
    }
}

extension SeriesAccount.Ruling {
    fileprivate init(_ finding: Finding, unit: MeasureUnit, phrases: Phrases) {
        let explanation = finding.evidence.value.explanation(of: finding, unit: unit, in: phrases)
        self.init(
            rule: finding.evidence.value.ruleInWords(phrases),
            summary: explanation.summary,
            details: explanation.details
        )
    }
}

extension SeriesSubject {
    /// Where each part of a derived value comes from, for the period that was judged.
    fileprivate func inputs(by words: ValueWords, units: [IndicatorID: MeasureUnit]) -> [SeriesAccount.Input] {
        guard !inputs.isEmpty, let period = incompletePeriod ?? history.latest?.period else { return [] }
        return inputs.map { input in
            let none = "\(period): \(words.phrases.say("geen waarde", "no value"))"
            let value = input.observation(of: period).map {
                words.value($0, of: input.key, unit: units[input.key.indicator])
            }
            return SeriesAccount.Input(
                series: input.key,
                value: value ?? SeriesAccount.Value(words: none, note: nil)
            )
        }
    }
}
