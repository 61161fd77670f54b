/// A target of one indicator for one period: a cell of the yearly path, or what a goal says.
package struct IndicatorTarget: Hashable, Sendable {
    package let indicator: IndicatorID
    /// The number of the goal that says it, `6N-7`; `nil` for a cell of the yearly path.
    package let goal: String?
    package let period: Period
    package let notation: TargetNotation

    package init(indicator: IndicatorID, goal: String?, period: Period, notation: TargetNotation) {
        self.indicator = indicator
        self.goal = goal
        self.period = period
        self.notation = notation
    }
}

/// What a municipality says it wants to reach (doel).
package struct Goal: Hashable, Sendable {
    /// The number within the programme: `6N-7`.
    package let id: String
    /// The document's own sentence.
    package let text: String
    /// The passage of the document it comes from.
    package let heading: String?
    package let targets: [IndicatorTarget]

    package init(id: String, text: String, heading: String? = nil, targets: [IndicatorTarget]) {
        self.id = id
        self.text = text
        self.heading = heading
        self.targets = targets
    }
}

/// A part of a programme (pakket).
package struct Package: Hashable, Sendable {
    package let id: String
    package let title: String
    package let goals: [Goal]
    package let indicators: [IndicatorID]

    package init(id: String, title: String, goals: [Goal], indicators: [IndicatorID]) {
        self.id = id
        self.title = title
        self.goals = goals
        self.indicators = indicators
    }
}

/// A policy programme of one municipality (programma).
package struct Programme: Hashable, Sendable {
    package let id: String
    package let title: String
    /// The area its targets are about.
    package let area: AreaCode
    /// The document it was transcribed from.
    package let source: String?
    package let packages: [Package]

    package init(id: String, title: String, area: AreaCode, source: String?, packages: [Package]) {
        self.id = id
        self.title = title
        self.area = area
        self.source = source
        self.packages = packages
    }
}

/// Everything that is watched: programmes, indicators, targets and areas, with the look-ups that judging needs.
package struct IndicatorRegister: Sendable {
    package let programmes: [Programme]
    package let indicators: [IndicatorID: Indicator]
    /// The cells of the yearly paths of every indicator as transcribed, `Nb` and `-` included, ordered by period.
    package let paths: [IndicatorID: [IndicatorTarget]]
    /// The names of the areas that files may name.
    package let areaNames: [AreaCode: String]
    private let goalTargets: [IndicatorID: [IndicatorTarget]]
    private let dependants: [IndicatorID: [IndicatorID]]
    private let programmesByID: [String: Programme]

    package init(
        programmes: [Programme],
        indicators: [Indicator],
        paths: [IndicatorID: [IndicatorTarget]],
        areaNames: [AreaCode: String]
    ) {
        self.programmes = programmes
        self.indicators = Dictionary(indicators.map { ($0.id, $0) }) { first, _ in first }
        self.paths = paths
        self.areaNames = areaNames
        goalTargets = Dictionary(
            grouping: programmes.flatMap(\.packages).flatMap(\.goals).flatMap(\.targets),
            by: \.indicator
        )
        programmesByID = Dictionary(programmes.map { ($0.id, $0) }) { first, _ in first }
        var dependants: [IndicatorID: [IndicatorID]] = [:]
        for indicator in indicators {
            for input in indicator.derivation?.inputs ?? [] { dependants[input, default: []].append(indicator.id) }
        }
        self.dependants = dependants
    }

    /// The targets of the indicator that ask something: its yearly path first, then its goals in order.
    package func targets(of indicator: IndicatorID) -> [IndicatorTarget] {
        ((paths[indicator] ?? []) + (goalTargets[indicator] ?? [])).filter { $0.notation.requirement != nil }
    }

    /// The derived indicators that this one is an input of.
    package func dependants(of indicator: IndicatorID) -> [IndicatorID] { dependants[indicator] ?? [] }

    /// The programme with this id.
    package func programme(_ id: String) -> Programme? { programmesByID[id] }

    /// The indicators in the order of the documents.
    package var indicatorsInOrder: [Indicator] {
        programmes.flatMap(\.packages).flatMap(\.indicators).compactMap { indicators[$0] }
    }

    /// The series that must exist for this indicator even without a value: its programme's area, everybody.
    package func expectedSeries(of indicator: Indicator) -> SeriesKey? {
        programmesByID[indicator.programme].map { SeriesKey(indicator: indicator.id, area: $0.area) }
    }

    /// The area that a file names by its code or by its name, blanks around it aside; `nil` where it is not known.
    ///
    /// Districts (`WK`) and neighbourhoods (`BU`) of a known municipality are known by their codes.
    package func area(named text: String) -> AreaCode? {
        let name = text.trimmed
        let code = AreaCode(name)
        if areaNames[code] != nil { return code }
        if let named = areaNames.filter({ $0.value == name }).keys.min() { return named }
        return areaNames.keys.contains { code.lies(in: $0) } ? code : nil
    }
}
