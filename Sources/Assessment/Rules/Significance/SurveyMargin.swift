package import Indicators

/// How precisely a survey measured: the 95 % interval around its value.
package struct SurveyMargin: Hashable, Sendable, Codable {
    /// The interval, as published or rounded.
    package let interval: ValueRange
    /// The number of respondents that the interval was reckoned from; `nil` for a published one.
    package let sampleSize: Int?
    /// The design effect that was reckoned with; `nil` for a published one.
    package let designEffect: ExactDecimal?

    /// The margin of an observation: the published interval, else that of Wilson; `nil` where there is neither.
    init?(_ observation: Observation, of series: SeriesSubject, designEffect: ExactDecimal) {
        if let published = observation.interval, published.minimum != nil, published.maximum != nil {
            interval = published
            sampleSize = nil
            self.designEffect = nil
            return
        }
        guard let survey = WilsonInterval(observation, of: series, designEffect: designEffect),
            let size = observation.sampleSize
        else { return nil }
        let bounds = survey.bounds()
        let decimals = min(observation.value.scale + 1, 6)
        interval = ValueRange(
            minimum: ExactDecimal(bounds.lowerBound * 100, decimals: decimals)?.withoutTrailingZeros,
            maximum: ExactDecimal(bounds.upperBound * 100, decimals: decimals)?.withoutTrailingZeros
        )
        sampleSize = size
        self.designEffect = designEffect
    }
}

extension WilsonInterval {
    /// The survey that a percentage is of; `nil` where it is none.
    ///
    /// What is told of districts and neighbourhoods are estimates of a model: they are no samples (methods, section 5.4).
    init?(_ observation: Observation, of series: SeriesSubject, designEffect: ExactDecimal) {
        guard series.indicator.unit == .percent, let size = observation.sampleSize, size > 0,
            !series.history.key.area.isPartOfMunicipality,
            (ExactDecimal.zero...ExactDecimal(100)).contains(observation.value)
        else { return nil }
        self.init(
            proportion: observation.value.double / 100,
            size: Double(size),
            designEffect: designEffect.double
        )
    }
}
