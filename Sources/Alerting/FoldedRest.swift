internal import Assessment
package import Indicators

/// The alerts that are told with others as a number only.
package struct FoldedRest: Hashable, Sendable {
    package private(set) var count = 0
    /// Whether all are of everybody in a part of the area.
    package private(set) var areOfEverybody = true
    /// Whether all are of parts of the population of the whole area.
    package private(set) var areOfWholeArea = true
    package private(set) var indicators: Set<IndicatorID> = []

    package static let none = FoldedRest()

    mutating func add(_ series: SeriesKey) {
        count += 1
        areOfEverybody = areOfEverybody && series.breakdown == .total
        areOfWholeArea = areOfWholeArea && series.area.isMunicipality
        indicators.insert(series.indicator)
    }
}
