package import Indicators

/// The part of all series that is asked for: all, those of an indicator, or those of an indicator in one area.
package struct SeriesPart: Hashable, Sendable {
    package let indicator: IndicatorID?
    /// `nil`: every area; of an indicator only.
    package let area: AreaCode?

    package static let all = SeriesPart()

    private init() {
        indicator = nil
        area = nil
    }

    package init(of indicator: IndicatorID, in area: AreaCode? = nil) {
        self.indicator = indicator
        self.area = area
    }

    package func contains(_ key: SeriesKey) -> Bool {
        (indicator.map { $0 == key.indicator } ?? true) && (area.map { $0 == key.area } ?? true)
    }
}
