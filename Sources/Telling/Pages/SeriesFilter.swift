package import Assessment
package import Indicators

/// Which of the series of a programme are shown.
package struct SeriesFilter: Hashable, Sendable {
    package var package: String?
    package var light: Light?
    package var owner: String?
    package var layer: IndicatorLayer?
    /// A part of the title or the id, letters of either case.
    package var text: String?
    /// From 1.
    package var page = 1

    /// Everything.
    package static let all = SeriesFilter()

    package init() {}
}
