internal import Indicators
package import Telling

/// The series that a command asks about, by the names that somebody typed.
package struct SeriesChoice: Hashable, Sendable {
    package var filter: SeriesFilter
    /// A code or a known name.
    package var area: String?

    package init(_ filter: SeriesFilter = .all, area: String? = nil) {
        self.filter = filter
        self.area = area
    }

    /// Everything.
    package static let all = SeriesChoice()

    /// What is asked for that the configuration does not know; `nil` where it knows it all.
    func fault(in register: IndicatorRegister) -> String? {
        let all = register.indicators.values
        let packages = filter.programme.map { programme in all.filter { $0.programme == programme } } ?? Array(all)
        return Self.unknown(filter.programme, "programme", all.map(\.programme))
            ?? Self.unknown(filter.package, "package", packages.map(\.package))
            ?? Self.unknown(filter.owner, "owner", all.compactMap(\.owner))
            ?? (area.map { code(of: $0, in: register) == nil } == true
                ? Self.unknown(area, "area", Array(register.areaNames.values)) : nil)
    }

    private static func unknown(_ name: String?, _ kind: String, _ known: [String]) -> String? {
        guard let name, !known.contains(name) else { return nil }
        let nearest = NearestName.find(name, in: Set(known).sorted())
        let none = known.isEmpty ? "; no indicator has one" : ""
        let meant = nearest.map { "; did you mean '\($0.shownSafely())'?" } ?? none
        return "there is no \(kind) '\(name.shownSafely())'\(meant)"
    }

    private func code(of area: String, in register: IndicatorRegister) -> AreaCode? {
        if let known = register.area(named: area) { return known }
        return AreaCode(cbs: area).flatMap { code in
            register.areaNames.keys.contains { code.lies(in: $0) } ? code : nil
        }
    }

    /// Says of a series whether it is asked for, its light apart.
    func selection(in register: IndicatorRegister) -> (SeriesKey) -> Bool {
        let indicators = Set(register.indicators.values.filter(filter.selects).map(\.id))
        guard let area else { return { indicators.contains($0.indicator) } }
        let code = code(of: area, in: register)
        return { indicators.contains($0.indicator) && $0.area == code }
    }
}
