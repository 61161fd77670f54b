internal import Indicators

/// Names a series of an indicator by what makes it another one than the whole.
struct SeriesName: Sendable {
    let areaNames: [AreaCode: String]

    /// `Biddinghuizen (WK030302), leeftijd=65+`.
    func whole(_ key: SeriesKey) -> String {
        let breakdown = key.breakdown == .total ? "" : ", \(key.breakdown)"
        return (area(key.area) + breakdown).oneLine(limit: 200)
    }

    /// The same, `nil` for the programme's own area and everybody in it.
    func part(_ key: SeriesKey, in programme: Programme) -> String? {
        guard key.area == programme.area else { return whole(key) }
        return key.breakdown == .total ? nil : key.breakdown.description.oneLine(limit: 200)
    }

    /// `Biddinghuizen (WK030302)`; the code alone where no name is known.
    func area(_ code: AreaCode) -> String { areaNames[code].map { "\($0) (\(code))" } ?? code.description }
}
