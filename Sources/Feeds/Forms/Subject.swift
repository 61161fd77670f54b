internal import Indicators

/// What a row needs to know of its indicator.
final class Subject: Sendable {
    let id: IndicatorID
    let indicator: Indicator
    let unit: [UInt8]
    let area: AreaCode?

    init(_ indicator: Indicator, area: AreaCode?) {
        id = indicator.id
        self.indicator = indicator
        unit = indicator.unit.symbol.utf8.map(ASCII.lowercased)
        self.area = area
    }

    var isMilestone: Bool { indicator.isMilestone }
}
