extension IndicatorRegister {
    /// Whether the series is watched: judged, shown and awaited.
    ///
    /// Values of other areas are kept only to compare with, whether an indicator asks for them still or did so once.
    package func watches(_ series: SeriesKey) -> Bool {
        guard let indicator = indicators[series.indicator] else { return false }
        return knows(series.area) || expectedSeries(of: indicator)?.area == series.area
    }

    /// Whether the area is one that the configuration names, or lies in one; where it names none, each is.
    private func knows(_ area: AreaCode) -> Bool {
        areaNames.isEmpty || areaNames[area] != nil || areaNames.keys.contains { area.lies(in: $0) }
    }

    /// Whether values of the series are kept to compare with.
    package func isReference(_ series: SeriesKey) -> Bool {
        references[series.indicator]?.contains(series.area) ?? false
    }

    /// The area that is not watched and that some indicator is compared with, by its code or name; `nil` for another
    /// one.
    package func referenceArea(named text: String) -> AreaCode? {
        AreaNames(referenceNames).area(named: text).flatMap { referenceNames[$0] == nil ? nil : $0 }
    }
}
