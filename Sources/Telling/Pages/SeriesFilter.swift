package import Assessment
package import Indicators

/// Which of the series of a programme are shown.
package struct SeriesFilter: Hashable, Sendable {
    /// The programme's id; a page of one programme has none.
    package var programme: String?
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

    /// Whether the series of an indicator are asked for, as far as the configuration says; its light is another question.
    package func selects(_ indicator: Indicator) -> Bool {
        (programme == nil || indicator.programme == programme) && (package == nil || indicator.package == package)
            && (owner == nil || indicator.owner == owner) && (layer == nil || indicator.layer == layer)
            && (text.map { indicator.title.holds($0) || indicator.id.description.holds($0) } ?? true)
    }
}

extension String {
    /// Whether a text stands in it, letters of either case.
    func holds(_ part: String) -> Bool { lowercased().contains(part.lowercased().trimmed) }
}
