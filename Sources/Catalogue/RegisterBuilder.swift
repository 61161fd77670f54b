internal import Indicators

/// Makes the register of all programme files, looking up what they name.
struct RegisterBuilder {
    let programmes: [ProgrammeDraft]
    let faults: FaultList
    private let indicators: [String: IndicatorDraft]

    init(programmes: [ProgrammeDraft], faults: FaultList) {
        self.programmes = programmes
        self.faults = faults
        let drafts = programmes.flatMap(\.packages).flatMap(\.indicators)
        indicators = Dictionary(drafts.map { ($0.id.value, $0) }) { first, _ in first }
    }

    /// The register and the transcript; what does not fit together is noted.
    func build() -> (IndicatorRegister, Transcript) {
        noteDuplicates(of: programmes.map(\.id), called: "programme", in: faults)
        noteDuplicates(of: allIndicators.map(\.id), called: "indicator", in: faults)
        checkAreas()
        for indicator in allIndicators {
            for cell in indicator.targets { noteUnsuited(cell, for: indicator, in: faults) }
        }
        for target in programmes.flatMap(\.packages).flatMap(\.goals).flatMap(\.targets) { check(target) }
        DerivationCheck(indicators: indicators, faults: faults).check(allIndicators)
        return (register(), transcript())
    }

    private var allIndicators: [IndicatorDraft] { programmes.flatMap(\.packages).flatMap(\.indicators) }

    private func check(_ target: GoalTargetDraft) {
        if let indicator = indicators[target.indicator.value] {
            noteUnsuited(target.cell, for: indicator, in: faults)
        } else {
            noteUnknownIndicator(target.indicator, among: indicators.keys, in: faults)
        }
    }

    private func checkAreas() {
        var names: [AreaCode: Located<String>] = [:]
        for area in programmes.flatMap({ ($0.area.map { [$0] } ?? []) + $0.areas }) {
            if let earlier = names[area.code.value], earlier.value != area.name.value {
                faults.add(
                    """
                    the area '\(area.code.value)' is called \(quoted(earlier.value)) on \
                    \(earlier.place.named(from: area.name.place)); call it the same
                    """,
                    at: area.name.place
                )
            }
            names[area.code.value] = names[area.code.value] ?? area.name
        }
    }

    // MARK: Values

    private func register() -> IndicatorRegister {
        let areas = programmes.flatMap { ($0.area.map { [$0] } ?? []) + $0.areas }
        return IndicatorRegister(
            programmes: programmes.compactMap(programme),
            indicators: programmes.flatMap { programme in
                programme.packages.flatMap { package in
                    package.indicators.compactMap { indicator($0, programme: programme, package: package) }
                }
            },
            paths: Dictionary(allIndicators.filter { !$0.targets.isEmpty }.map { ($0.indicatorID, path($0)) }) {
                first,
                _ in first
            },
            areaNames: Dictionary(areas.map { ($0.code.value, $0.name.value) }) { first, _ in first }
        )
    }

    private func programme(_ draft: ProgrammeDraft) -> Programme? {
        guard let area = draft.area else { return nil }
        return Programme(
            id: draft.id.value,
            title: draft.title,
            area: area.code.value,
            source: draft.source,
            packages: draft.packages.map { package in
                Package(
                    id: package.id.value,
                    title: package.title,
                    goals: package.goals.map(goal),
                    indicators: package.indicators.map(\.indicatorID)
                )
            }
        )
    }

    private func goal(_ draft: GoalDraft) -> Goal {
        let targets = draft.targets.map {
            IndicatorTarget(
                indicator: IndicatorID($0.indicator.value),
                goal: draft.id.value,
                period: $0.cell.period.value,
                notation: $0.cell.notation.value
            )
        }
        return Goal(id: draft.id.value, text: draft.text, heading: draft.heading, targets: targets)
    }

    private func path(_ draft: IndicatorDraft) -> [IndicatorTarget] {
        draft.targets.sorted { $0.period.value < $1.period.value }.map {
            IndicatorTarget(
                indicator: draft.indicatorID,
                goal: nil,
                period: $0.period.value,
                notation: $0.notation.value
            )
        }
    }

    private func indicator(_ draft: IndicatorDraft, programme: ProgrammeDraft, package: PackageDraft) -> Indicator? {
        guard let unit = draft.unit?.value, let better = draft.better, let cadence = draft.cadence else { return nil }
        return Indicator(
            id: draft.indicatorID,
            title: draft.title,
            description: draft.description,
            unit: unit,
            better: better,
            cadence: cadence,
            source: draft.source,
            owner: draft.owner,
            programme: programme.id.value,
            package: package.id.value,
            range: draft.range,
            tolerance: draft.tolerance,
            derivation: draft.derived.map {
                Derivation(.mean, of: $0.inputs.map { IndicatorID($0.value) }, decimals: $0.decimals)
            },
            notes: draft.notes
        )
    }

    private func transcript() -> Transcript {
        let pairs = allIndicators.map { ($0.indicatorID, $0) }
        let documented = pairs.filter { !$1.documented.isEmpty }.map { ($0, $1.documented) }
        let headings = pairs.compactMap { id, draft in draft.heading.map { (id, $0) } }
        return Transcript(
            documented: Dictionary(documented) { first, _ in first },
            headings: Dictionary(headings) { first, _ in first }
        )
    }
}

extension IndicatorDraft {
    fileprivate var indicatorID: IndicatorID { IndicatorID(id.value) }
}
