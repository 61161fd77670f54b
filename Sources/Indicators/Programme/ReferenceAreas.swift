/// Which areas each indicator is compared with, and what they are called.
struct ReferenceAreas {
    private(set) var areas: [IndicatorID: Set<AreaCode>] = [:]

    /// What is compared needs its own values in those areas or, where it is derived, those of all that it is made of.
    init(of indicators: [Indicator], watched: some Collection<AreaCode>) {
        let byID = Dictionary(indicators.map { ($0.id, $0) }) { first, _ in first }
        for indicator in indicators where !indicator.benchmarks.isEmpty {
            let wanted = Set(indicator.benchmarks.flatMap(\.areas)).subtracting(watched)
            add(wanted, to: indicator.id, byID, depth: 0)
        }
    }

    private mutating func add(
        _ wanted: Set<AreaCode>,
        to id: IndicatorID,
        _ byID: [IndicatorID: Indicator],
        depth: Int
    ) {
        // The check of the configuration refuses a ring.
        guard depth < 16 else { return }
        areas[id, default: []].formUnion(wanted)
        for input in byID[id]?.derivation?.inputs ?? [] { add(wanted, to: input, byID, depth: depth + 1) }
    }

    /// Every one of them with the name by which files may call it.
    var names: [AreaCode: String] {
        let all = areas.values.reduce(into: Set<AreaCode>()) { $0.formUnion($1) }
        return Dictionary(
            uniqueKeysWithValues: all.map { code in
                (code, Municipalities.standard.municipality(code)?.name ?? Self.otherNames[code] ?? code.description)
            }
        )
    }

    private static let otherNames: [AreaCode: String] = ["NL01": "Nederland"]
}
