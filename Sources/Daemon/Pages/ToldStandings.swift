internal import Assessment
internal import Indicators

/// How indicators stand, as it may be told: by the lights that their series were last judged to have.
struct ToldStandings: Sendable {
    /// The light of each indicator in the area of its programme; what has not been judged yet is grey.
    var own: [IndicatorID: Light] = [:]
    /// How many of its other series, of districts, neighbourhoods and groups, have which light.
    var parts: [IndicatorID: [Light: Int]] = [:]
    /// Of the series of which some value may not be told those that deviate nevertheless, by what may be told.
    var deviating: [Light: [SeriesKey]] = [:]
    /// What may be told.
    var disclosure = Disclosure.exact

    func light(of indicator: IndicatorID) -> Light { own[indicator] ?? .grey }
}
