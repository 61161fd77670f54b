internal import Indicators

/// What a row needs to know of its indicator.
final class Subject: Sendable {
    let id: IndicatorID
    let indicator: Indicator
    let unit: [UInt8]
    let area: AreaCode?
    let mostDecimals: Int?
    /// What a value may be after the one before it, in the municipality and in its parts.
    private let plausible: (whole: PlausibleChange?, part: PlausibleChange?)

    init(_ indicator: Indicator, area: AreaCode?) {
        id = indicator.id
        self.indicator = indicator
        unit = indicator.unit.symbol.utf8.map(ASCII.lowercased)
        self.area = area
        mostDecimals = indicator.mostDecimals
        plausible = (indicator.plausibleChange(inParts: false), indicator.plausibleChange(inParts: true))
    }

    var isMilestone: Bool { indicator.isMilestone }

    func plausibleChange(in area: AreaCode) -> PlausibleChange? {
        area.isPartOfMunicipality ? plausible.part : plausible.whole
    }
}
