/// The symbol of the German sustainability strategy (methods, section 2.3).
package enum WeatherSymbol: String, Hashable, Sendable, CaseIterable {
    case sun
    case sunAndCloud = "sun_cloud"
    case cloud
    case thunderstorm

    /// The average yearly change of the last six values, else of the last four; `nil` for fewer.
    package static func averageChange(_ values: [Double]) -> Double? {
        let recent = Array(values.suffix(values.count >= 6 ? 6 : 4))
        guard recent.count >= 4, let first = recent.first, let last = recent.last else { return nil }
        return (last - first) / Double(recent.count - 1)
    }

    /// The value at the target's year if the average change goes on.
    package static func projection(_ values: [Double], years: Double) -> Double? {
        guard let last = values.last, let change = averageChange(values) else { return nil }
        return last + change * years
    }

    /// The symbol of yearly values; `nil` for fewer than four.
    package init?(_ values: [Double], target: Double, years: Double, higherIsBetter: Bool) {
        guard let last = values.last, let change = Self.averageChange(values),
            let projected = Self.projection(values, years: years)
        else { return nil }
        let way = higherIsBetter ? 1.0 : -1.0
        guard (target - last) * way > 0 else {
            self = change * way >= 0 ? .sun : .sunAndCloud
            return
        }
        let miss = max(0, (target - projected) * way) / abs(target - last)
        if miss < 0.05 {
            self = .sun
        } else if miss <= 0.2 {
            self = .sunAndCloud
        } else {
            self = change * way > 0 ? .cloud : .thunderstorm
        }
    }
}
